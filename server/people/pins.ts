import type { DatabaseSync } from "node:sqlite";
import type { DeviceId, PersonId } from "#shared/base/ids.ts";
import type { PinState } from "#shared/wire/http.ts";
import { hashPassword, verifyPassword } from "./hashing.ts";
import { pinFailures } from "./pinFailures.ts";

/** What a try came to. `left`: wrong, and as many more may be made here. */
export type Tried = "right" | "password-needed" | { readonly left: number };

/** DV6, DV8, DV9. Six digits of a person, and how often they may be guessed at. */
export const openPins = (db: DatabaseSync, now: () => number) => {
  const kept = db.prepare("SELECT hash FROM pins WHERE person = ?");
  const keep = db.prepare("INSERT OR REPLACE INTO pins (person, hash, set_on, set_at) VALUES (?, ?, ?, ?)");
  const drop = db.prepare("DELETE FROM pins WHERE person = ?");
  const failures = pinFailures(db, now);
  const hashFor = (person: PersonId): string | undefined => {
    const row = kept.get(person);
    return row && String(row["hash"]);
  };
  const stateOf = (person: PersonId, device: DeviceId): PinState =>
    hashFor(person) === undefined ? "none" : failures.left(person, device) > 0 ? "set" : "locked";

  return {
    stateOf,
    set: async (person: PersonId, pin: string, device: DeviceId | null): Promise<void> => {
      const hash = await hashPassword(pin);
      keep.run(person, hash, device, now());
    },
    forget: (person: PersonId): void => void drop.run(person),
    /** DV8. Somebody who knows the password is no guesser: her own wrong tries at this device are forgotten. */
    forgive: (person: PersonId, device: DeviceId): void => failures.forgive(person, device),

    /**
     * DV8. A try is counted before it is looked at and taken back when it was right: otherwise many at one moment
     * would all find the same room left.
     */
    check: async (person: PersonId, device: DeviceId, pin: string): Promise<Tried> => {
      const hash = hashFor(person);
      if (hash === undefined || failures.left(person, device) === 0) return "password-needed";
      const failure = failures.add(person, device);
      const right = await verifyPassword({ hash, password: pin }).catch((error: unknown) => {
        failures.takeBack(failure); // nobody looked at it
        throw error;
      });
      if (!right) return { left: failures.confirm(person, device) };
      failures.takeBack(failure);
      failures.forgive(person, device);
      return hashFor(person) === hash ? "right" : "password-needed"; // changed while it was being looked at
    },
  };
};

export type Pins = ReturnType<typeof openPins>;
