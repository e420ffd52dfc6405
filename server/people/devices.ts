import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { IncomingHttpHeaders } from "node:http";
import * as z from "zod";
import { ClinicId, DeviceId, PersonId } from "#shared/base/ids.ts";
import { MINUTE } from "#shared/base/time.ts";
import { DeviceKind } from "#shared/wire/http.ts";
import { DEVICE_COOKIES_LAST_MS, deviceOf, secretCookie } from "./device.ts";
import { hashOf, newCode, newSecret, plainCode } from "./secrets.ts";
import { inTransaction } from "./transaction.ts";

/** One enrolment of one browser in one clinic. */
const Device = z.object({
  id: DeviceId,
  clinicId: ClinicId,
  kind: DeviceKind,
  label: z.string(),
  /** The id that facts name this browser by: the key is worth nothing beside another one. */
  browser: DeviceId,
  /** DV3. Who a display is in its clinic; a tablet is nobody. */
  member: PersonId.nullable(),
  enrolledBy: PersonId,
  enrolledAt: z.int(),
  seenAt: z.int(),
  endedAt: z.int().nullable(),
});
export type Device = z.infer<typeof Device>;

const COLUMNS = `id, clinic AS clinicId, kind, label, browser, member, enrolled_by AS enrolledBy,
  enrolled_at AS enrolledAt, seen_at AS seenAt, ended_at AS endedAt`;

export interface NewCode {
  readonly clinicId: ClinicId;
  readonly kind: DeviceKind;
  readonly label: string;
  readonly madeBy: PersonId;
  readonly madeOn: DeviceId;
}

const Code = z.object({
  hash: z.string(),
  clinicId: ClinicId,
  kind: DeviceKind,
  label: z.string(),
  madeBy: PersonId,
  madeOn: DeviceId,
});

interface Enrolled {
  readonly device: Device;
  /** Of the admin who made the code: by whom and from where the device was let in. */
  readonly madeOn: DeviceId;
  /** The only time that the key is there to be read. */
  readonly cookie: string;
}

const CODE_LASTS_MS = 15 * MINUTE;
/** "Last seen" need not be finer, and each look would be a write. */
const SEEN_EVERY_MS = MINUTE;

interface DevicesOptions {
  readonly db: DatabaseSync;
  readonly now: () => number;
  readonly secureCookies: boolean;
}

/** DV1-DV4. The tablets and displays of a clinic, enrolled by a code and known by a key. */
export const openDevices = ({ db, now, secureCookies }: DevicesOptions) => {
  const key = secretCookie("chairside-key", secureCookies);
  const byKey = db.prepare(`SELECT ${COLUMNS} FROM devices WHERE key_hash = ? AND browser = ? AND ended_at IS NULL`);
  const byId = db.prepare(`SELECT ${COLUMNS} FROM devices WHERE id = ? AND clinic = ?`);
  const ofClinic = db.prepare(`SELECT ${COLUMNS} FROM devices WHERE clinic = ? ORDER BY enrolled_at, label`);
  const displays = db.prepare(`SELECT member, label FROM devices WHERE clinic = ? AND member IS NOT NULL`);
  const seen = db.prepare("UPDATE devices SET seen_at = ? WHERE id = ?");

  /** DV2. Whose key this browser holds, if it is worth anything. */
  const at = (headers: IncomingHttpHeaders): Device | undefined => {
    const secret = key.read(headers);
    const browser = deviceOf(headers);
    const row = secret && browser && byKey.get(hashOf(secret), browser);
    if (!row) return undefined;
    const device = Device.parse(row);
    if (now() - device.seenAt >= SEEN_EVERY_MS) seen.run(now(), device.id);
    return device;
  };

  return {
    ...codesOf(db, now),
    at,

    /** DV1. The code is spent and the device is there, or neither. */
    enrol: (typed: string, browser: DeviceId): Enrolled | undefined => {
      const code = codeFor(db, typed, now());
      if (!code) return undefined;
      const secret = newSecret();
      const id = DeviceId.parse(randomUUID());
      const member = code.kind === "display" ? PersonId.parse(randomUUID()) : null;
      inTransaction(db, () => {
        db.prepare("UPDATE codes SET device = ? WHERE hash = ?").run(id, code.hash);
        db.prepare(
          `INSERT INTO devices (id, clinic, kind, label, browser, member, key_hash, enrolled_by, enrolled_at, seen_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        ).run(id, code.clinicId, code.kind, code.label, browser, member, hashOf(secret), code.madeBy, now(), now());
      });
      const device = Device.parse(byId.get(id, code.clinicId));
      return { device, madeOn: code.madeOn, cookie: key.write(secret, DEVICE_COOKIES_LAST_MS) };
    },

    /** Takes back an enrolment whose purpose failed before anybody used it; its code counts again while it lasts. */
    withdraw: (id: DeviceId): void =>
      inTransaction(db, () => {
        db.prepare("UPDATE codes SET device = NULL WHERE device = ?").run(id);
        db.prepare("DELETE FROM devices WHERE id = ?").run(id);
      }),

    /** The same key again, so that a device in use keeps it. */
    renewed: (headers: IncomingHttpHeaders): string | undefined => {
      const secret = key.read(headers);
      return secret && at(headers) ? key.write(secret, DEVICE_COOKIES_LAST_MS) : undefined;
    },

    list: (clinicId: ClinicId): readonly Device[] =>
      ofClinic
        .all(clinicId)
        .map((row) => Device.parse(row))
        .filter(({ endedAt }) => endedAt === null),

    find: (clinicId: ClinicId, id: DeviceId): Device | undefined => {
      const row = byId.get(id, clinicId);
      return row && Device.parse(row);
    },

    /** DV3. What stands for the name of a display, for ever: an old entry of the staff list still says which one it was. */
    names: (clinicId: ClinicId): ReadonlyMap<PersonId, string> =>
      new Map(displays.all(clinicId).map((row) => [PersonId.parse(row["member"]), String(row["label"])])),

    /** DV4. From this moment on the key opens nothing. */
    end: (id: DeviceId, by: PersonId): void =>
      void db
        .prepare("UPDATE devices SET ended_by = ?, ended_at = ? WHERE id = ? AND ended_at IS NULL")
        .run(by, now(), id),
  };
};

/** DV1. A code is shown once; of it a hash is kept. */
const codesOf = (db: DatabaseSync, now: () => number) => ({
  newCode: ({ clinicId, kind, label, madeBy, madeOn }: NewCode): { readonly code: string; readonly until: number } => {
    const code = newCode();
    const until = now() + CODE_LASTS_MS;
    db.prepare("DELETE FROM codes WHERE until <= ?").run(now());
    db.prepare(
      "INSERT INTO codes (hash, clinic, kind, label, made_by, made_on, until) VALUES (?, ?, ?, ?, ?, ?, ?)",
    ).run(hashOf(plainCode(code)), clinicId, kind, label, madeBy, madeOn, until);
    return { code, until };
  },
});

const codeFor = (db: DatabaseSync, typed: string, now: number): z.infer<typeof Code> | undefined => {
  const row = db
    .prepare(
      `SELECT hash, clinic AS clinicId, kind, label, made_by AS madeBy, made_on AS madeOn FROM codes
       WHERE hash = ? AND until > ? AND device IS NULL`,
    )
    .get(hashOf(plainCode(typed)), now);
  return row && Code.parse(row);
};
