import { instantOf } from "#client/entry/clockText.ts";
import { HOUR, type Instant } from "#shared/base/time.ts";
import type { GateItem } from "#shared/protocol/protocol.ts";
import type { Medicines } from "#shared/session/session.ts";
import type * as z from "zod";

/** CH12. */
export const openFirst = (items: readonly GateItem[], open: readonly string[]): readonly GateItem[] => [
  ...items.filter((item) => open.includes(item)),
  ...items.filter((item) => !open.includes(item)),
];

/** CH22. A day that was, written as a calendar does: nobody reviewed anything tomorrow. */
export const isReviewDay = (day: string, today: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && day <= today;

type Told = z.infer<typeof Medicines>;
export type MedicineName = Exclude<keyof Told, "text">;
export const MEDICINES = [
  "benzodiazepine",
  "sedativeHypnotic",
  "opioid",
  "psychostimulant",
  "maoi",
] as const satisfies readonly MedicineName[];

export type YesNo = "yes" | "no";
export type MedicinesDraft = Readonly<Partial<Record<MedicineName, YesNo>>> & { readonly text: string };

/** CH13. Five answers, none given beforehand; a missing one is not "no". */
export const medicinesOf = ({ text, ...answers }: MedicinesDraft): Told | undefined => {
  const { benzodiazepine, sedativeHypnotic, opioid, psychostimulant, maoi } = answers;
  if (!benzodiazepine || !sedativeHypnotic || !opioid || !psychostimulant || !maoi) return undefined;
  return {
    benzodiazepine: benzodiazepine === "yes",
    sedativeHypnotic: sedativeHypnotic === "yes",
    opioid: opioid === "yes",
    psychostimulant: psychostimulant === "yes",
    maoi: maoi === "yes",
    ...(text.trim() === "" ? {} : { text: text.trim() }),
  };
};

/** Those that were answered with yes. */
export const takenOf = (told: Told): readonly MedicineName[] => MEDICINES.filter((name) => told[name]);

const SHIFT_MS = 16 * HOUR;

/** CH14. The next such time on the clinic's clock, at most a shift ahead. NS5. */
export const untilOf = (typed: string, now: Instant, zone: string): Instant | undefined => {
  const near = instantOf(typed, now, zone);
  const at = near !== undefined && near <= now ? instantOf(typed, near + 23 * HOUR, zone) : near;
  return at !== undefined && at > now && at <= now + SHIFT_MS ? at : undefined;
};
