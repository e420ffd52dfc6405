import { AWAY } from "#client/ui/statusWords.ts";
import { clockTime } from "#shared/base/time.ts";
import { lineOf, linesOf, type Lines } from "./logLine.ts";

type Fields = "moves" | "away" | "withPatient" | "notes";

/** Where the patient is and who is there. */
export const placeLog: Readonly<Record<Fields, Lines>> = {
  moves: ({ moves }) => linesOf("move", moves, () => "Moved to another chair"),
  away: ({ away }) => lineOf("away", away, ({ where }) => AWAY[where]),
  withPatient: ({ withPatient, zone }) =>
    lineOf("with-patient", withPatient, ({ until }) => `With the patient until ${clockTime(until, zone)}`),
  notes: ({ notes }) => notes.flatMap((note, index) => lineOf(`note${index}`, note.text ? note : undefined, noteWords)),
};

const noteWords = ({ text }: { readonly text?: string | undefined }): string => `Note: ${text ?? ""}`;
