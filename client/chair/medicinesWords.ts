import type { Medicines } from "#shared/session/session.ts";
import type * as z from "zod";
import { takenOf } from "./preparationModel.ts";
import { treatmentWords } from "./treatmentWords.ts";

const { medicines: words } = treatmentWords;

/** `Opioid, Stimulant: methadone`, or that it was none of them. */
export const medicinesWords = (told: z.infer<typeof Medicines>): string => {
  const names = takenOf(told).map((name) => words.names[name]);
  const said = names.length === 0 ? words.none : names.join(", ");
  return told.text ? `${said}: ${told.text}` : said;
};
