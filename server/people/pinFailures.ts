import type { DatabaseSync } from "node:sqlite";
import type { DeviceId, PersonId } from "#shared/base/ids.ts";
import { HOUR } from "#shared/base/time.ts";

/** Wrong PINs of one person at one device; then it is the password there. */
const MOST_OF_A_PERSON = 5;
/** Wrong PINs at one device within an hour, whoever's; then it is the password for everybody, for an hour. */
const MOST_AT_A_DEVICE = 20;

/** DV8. Counted for each device by itself, so that nobody is locked out from elsewhere; kept on disk, so that a restart forgives nothing. */
export const pinFailures = (db: DatabaseSync, now: () => number) => {
  const insert = db.prepare("INSERT INTO pin_failures (device, person, at) VALUES (?, ?, ?)");
  const remove = db.prepare("DELETE FROM pin_failures WHERE id = ?");
  const forgive = db.prepare("UPDATE pin_failures SET forgiven = 1 WHERE device = ? AND person = ?");
  const prune = db.prepare("DELETE FROM pin_failures WHERE forgiven = 1 AND at <= ?");
  const ofPerson = db.prepare(
    "SELECT count(*) AS count FROM pin_failures WHERE device = ? AND person = ? AND forgiven = 0",
  );
  const atDevice = db.prepare("SELECT count(*) AS count FROM pin_failures WHERE device = ? AND at > ?");
  const locked = db.prepare("SELECT locked_until AS until FROM devices WHERE id = ?");
  const lock = db.prepare("UPDATE devices SET locked_until = ? WHERE id = ?");

  const left = (person: PersonId, device: DeviceId): number => {
    if (Number(locked.get(device)?.["until"] ?? 0) > now()) return 0;
    const ofOne = MOST_OF_A_PERSON - Number(ofPerson.get(device, person)?.["count"]);
    const ofAll = MOST_AT_A_DEVICE - Number(atDevice.get(device, now() - HOUR)?.["count"]);
    return Math.max(0, Math.min(ofOne, ofAll));
  };

  return {
    left,
    add: (person: PersonId, device: DeviceId): number | bigint => insert.run(device, person, now()).lastInsertRowid,
    takeBack: (failure: number | bigint): void => void remove.run(failure),
    forgive: (person: PersonId, device: DeviceId): void => {
      forgive.run(device, person);
      prune.run(now() - HOUR);
    },
    /** It was wrong: the twentieth of an hour closes the device for one. Says how many tries are left. */
    confirm: (person: PersonId, device: DeviceId): number => {
      const inAnHour = Number(atDevice.get(device, now() - HOUR)?.["count"]);
      if (inAnHour >= MOST_AT_A_DEVICE) lock.run(now() + HOUR, device);
      return left(person, device);
    },
  };
};
