import { restrictionWords } from "#client/ui/restrictionWords.ts";
import type { Restriction } from "#shared/session/session.ts";

/** DC11. For staff, in one line: "No driving until Wed 26 Nov, 12:00"; "Driving only tomorrow, Wed 26 Nov, after a full night's sleep". */
export const drivingWords = (restriction: Restriction, zone: string, options?: { readonly later: boolean }): string =>
  LINE[restriction.kind](restrictionWords(restriction, zone, options));

const LINE: Readonly<Record<Restriction["kind"], (when: string) => string>> = {
  until: (when) => `No driving ${when}`,
  "next-day": (when) => `Driving only ${when}`,
};
