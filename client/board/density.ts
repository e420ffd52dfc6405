export type Density = "full" | "compact" | "dense";

/** By how many chairs the clinic has, not by how many are shown: a filter changes no card's size. */
export const densityOf = (chairs: number): Density => (chairs <= 9 ? "full" : chairs <= 24 ? "compact" : "dense");
