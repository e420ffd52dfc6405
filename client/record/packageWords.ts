import type { Package } from "#shared/session/dose.ts";
import { doseWords as words } from "./doseWords.ts";

export const joined = (...parts: readonly (string | number | undefined)[]): string => parts.filter(Boolean).join(" · ");

/** "lot A12 · expires 2027-03": what stands on the package, where somebody wrote it down. */
export const packageWords = (of: Package | undefined): string =>
  joined(of?.lot && words.lot(of.lot), of?.expires && words.expires(of.expires));
