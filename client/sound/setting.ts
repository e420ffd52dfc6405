import * as z from "zod";

/** SD5. Where a device stands. `own`: in a nurse's pocket. */
export const PLACES = ["station", "own", "chair"] as const;
export const VOLUMES = ["soft", "medium", "loud"] as const;

/** What this device keeps of its sound: no person, no patient, no clinic. */
const SoundSetting = z.object({
  place: z.enum(PLACES),
  volume: z.enum(VOLUMES),
  /** The clinic's day on which somebody heard the three sounds here. */
  checkedOn: z.iso.date().optional(),
});
export type SoundSetting = z.infer<typeof SoundSetting>;
export type Place = SoundSetting["place"];
export type Volume = SoundSetting["volume"];

/** SD5. A device of which nothing is known makes no sound beside a patient. */
const NOTHING_KNOWN: SoundSetting = { place: "chair", volume: "medium" };
const KEY = "chairside-sound";

export type Shelf = Pick<Storage, "getItem" | "setItem">;

export const readSetting = (shelf: Shelf): SoundSetting => {
  try {
    const kept = SoundSetting.safeParse(JSON.parse(shelf.getItem(KEY) ?? "null"));
    return kept.success ? kept.data : NOTHING_KNOWN;
  } catch {
    return NOTHING_KNOWN; // storage that is closed or garbled knows nothing
  }
};

export const keepSetting = (shelf: Shelf, setting: SoundSetting): void => {
  try {
    shelf.setItem(KEY, JSON.stringify(setting));
  } catch {
    // kept for as long as the page lasts; the next one asks for the sound check again
  }
};

/** SD6. What was heard in one place at one volume says nothing of another. */
export const changedSetting = (
  { place, volume, checkedOn }: SoundSetting,
  change: Partial<Pick<SoundSetting, "place" | "volume">>,
): SoundSetting => {
  const next = { place, volume, ...change };
  const same = next.place === place && next.volume === volume;
  return { ...next, ...(same && checkedOn !== undefined && { checkedOn }) };
};

/** SD6. A check is for the clinic's day on which it was made. */
export const isChecked = ({ checkedOn }: SoundSetting, today: string): boolean => checkedOn === today;
