import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { IncomingHttpHeaders } from "node:http";
import type { DeviceId, PersonId } from "#shared/base/ids.ts";
import { secretCookie } from "./device.ts";
import type { Device } from "./devices.ts";
import { hashOf, newSecret } from "./secrets.ts";
import type { Shifts } from "./shifts.ts";
import type { Ended, SignIn } from "./signIns.ts";
import { inTransaction } from "./transaction.ts";

interface PinSignInsOptions {
  readonly db: DatabaseSync;
  readonly now: () => number;
  readonly secureCookies: boolean;
  readonly shifts: Shifts;
  /** Screens of a sign-in that has ended are told. */
  readonly tell: Ended;
}

/**
 * DV6, DV7. A sign-in by PIN has a cookie of its own and is no session of the accounts library: it hangs on a device
 * and on a shift, of which the library knows nothing, it counts in one clinic alone, and of its token only a hash is
 * kept. There is one for each device.
 */
export const openPinSignIns = ({ db, now, secureCookies, shifts, tell }: PinSignInsOptions) => {
  const cookie = secretCookie("chairside-pin", secureCookies);
  const byToken = db.prepare("SELECT id, person FROM pin_sign_ins WHERE device = ? AND token_hash = ?");
  const atDevice = db.prepare("SELECT id, person FROM pin_sign_ins WHERE device = ?");
  const remove = db.prepare("DELETE FROM pin_sign_ins WHERE id = ?");
  const insert = db.prepare(
    "INSERT INTO pin_sign_ins (id, device, person, token_hash, began_at) VALUES (?, ?, ?, ?, ?)",
  );

  const currentAt = (device: DeviceId) => asRow(atDevice.get(device));
  const end = (device: DeviceId): void => {
    const former = currentAt(device);
    if (!former) return;
    remove.run(former.id);
    tell(former.person, former.id);
  };

  return {
    of: (headers: IncomingHttpHeaders, device: Device): SignIn | undefined => {
      const token = cookie.read(headers);
      const row = token === undefined ? undefined : asRow(byToken.get(device.id, hashOf(token)));
      if (!row || shifts.endOf(row.person) === undefined) return undefined;
      return { personId: row.person, signInId: row.id, how: "pin", onlyIn: device.clinicId };
    },

    /** A fresh token each time. The same person goes on under the same id, so her screens stay; another one's end. */
    begin: (person: PersonId, device: DeviceId): string | undefined => {
      const until = shifts.endOf(person);
      if (until === undefined) return undefined;
      const token = newSecret();
      const former = currentAt(device);
      const id = former?.person === person ? former.id : randomUUID();
      inTransaction(db, () => {
        if (former) remove.run(former.id);
        insert.run(id, device, person, hashOf(token), now());
      });
      if (former && former.id !== id) tell(former.person, former.id);
      return cookie.write(token, until - now());
    },

    end,
    /** Screens hear of it from who ends them all. */
    forget: (person: PersonId): void => void db.prepare("DELETE FROM pin_sign_ins WHERE person = ?").run(person),
    endExpired: (): void => {
      for (const row of db.prepare("SELECT device, person FROM pin_sign_ins").all()) {
        if (shifts.endOf(row["person"] as PersonId) === undefined) end(row["device"] as DeviceId);
      }
    },
    clearCookie: cookie.clear,
  };
};

export type PinSignIns = ReturnType<typeof openPinSignIns>;

const asRow = (
  row: Record<string, unknown> | undefined,
): { readonly id: string; readonly person: PersonId } | undefined =>
  row && { id: String(row["id"]), person: row["person"] as PersonId };
