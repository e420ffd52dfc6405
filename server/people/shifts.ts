import type { DatabaseSync } from "node:sqlite";
import { PersonId } from "#shared/base/ids.ts";
import { SIGN_IN_LASTS_S } from "./library.ts";

/** As long as the sign-in that opened it. */
export const SHIFT_LASTS_MS = SIGN_IN_LASTS_S * 1000;

/** DV5. A full sign-in opens a shift: for twelve hours that person may use tile and PIN. */
export const openShifts = (db: DatabaseSync, now: () => number) => {
  const open = db.prepare("INSERT OR REPLACE INTO shifts (person, opened_at) VALUES (?, ?)");
  const end = db.prepare("DELETE FROM shifts WHERE person = ?");
  const current = db.prepare("SELECT person FROM shifts WHERE opened_at > ?");
  const one = db.prepare("SELECT opened_at AS openedAt FROM shifts WHERE person = ? AND opened_at > ?");
  const oldest = (): number => now() - SHIFT_LASTS_MS;
  /** The moment at which it ends, or undefined: it has ended, or none was opened. */
  const endOf = (person: PersonId): number | undefined => {
    const row = one.get(person, oldest());
    return row && Number(row["openedAt"]) + SHIFT_LASTS_MS;
  };
  return {
    open: (person: PersonId): void => void open.run(person, now()),
    end: (person: PersonId): void => void end.run(person),
    endOf,
    people: (): ReadonlySet<PersonId> => new Set(current.all(oldest()).map((row) => PersonId.parse(row["person"]))),
  };
};

export type Shifts = ReturnType<typeof openShifts>;
