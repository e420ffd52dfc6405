import type { IncomingHttpHeaders } from "node:http";
import type { PersonId } from "#shared/base/ids.ts";
import type { PinState } from "#shared/wire/http.ts";
import { deviceOf } from "./device.ts";
import { openDevices, type Device } from "./devices.ts";
import { openPeopleFile } from "./peopleFile.ts";
import { openPins, type Pins, type Tried } from "./pins.ts";
import { openPinSignIns, type PinSignIns } from "./pinSignIns.ts";
import { openShifts, type Shifts } from "./shifts.ts";
import type { PinSignOut } from "./signInRoutes.ts";
import type { SignIn, SignInRecord, SignIns } from "./signIns.ts";

interface PinDoorOptions {
  readonly folder: string;
  readonly secureCookies: boolean;
  readonly now: () => number;
  readonly record: (what: SignInRecord) => Promise<void>;
  readonly signIns: SignIns;
}

/** Cookies to set: she is in. Otherwise why she is not. */
export type Entered = Exclude<Tried, "right"> | { readonly cookies: readonly string[] };

/** DV1-DV10. What an enrolled device adds to the accounts: a key of its own, tiles, PINs and shifts. */
export const openPinDoor = ({ folder, secureCookies, now, record, signIns }: PinDoorOptions) => {
  const db = openPeopleFile(folder);
  const shifts = openShifts(db, now);
  const devices = openDevices({ db, now, secureCookies });
  const pins = openPins(db, now);
  const pinSignIns = openPinSignIns({ db, now, secureCookies, shifts, tell: signIns.tell });
  const parts = { shifts, pins, pinSignIns };
  const tabletOf = (headers: IncomingHttpHeaders): Device | undefined => {
    const device = devices.at(headers);
    return device?.kind === "tablet" ? device : undefined;
  };

  const pinSignOut = (headers: IncomingHttpHeaders): PinSignOut => {
    const tablet = tabletOf(headers);
    const signIn = tablet && pinSignIns.of(headers, tablet);
    if (!tablet || !signIn) return { personId: undefined, cookies: [] };
    pinSignIns.end(tablet.id);
    return { personId: signIn.personId, cookies: [pinSignIns.clearCookie()] };
  };

  return {
    devices,
    tabletOf,
    /** DV3, DV6. Whom this device lets in without a password: who gave her PIN here, or a display itself. */
    byPin: (headers: IncomingHttpHeaders): SignIn | undefined => {
      const tablet = tabletOf(headers);
      return tablet && pinSignIns.of(headers, tablet);
    },
    byDevice: (headers: IncomingHttpHeaders): SignIn | undefined => {
      const device = devices.at(headers);
      if (!device?.member) return undefined;
      return { personId: device.member, signInId: device.id, how: "device", onlyIn: device.clinicId };
    },

    /** DV5. It opens a shift. On a shared tablet it takes the place of whoever was signed in there. */
    signedIn: async (person: PersonId, headers: IncomingHttpHeaders): Promise<readonly string[]> => {
      shifts.open(person);
      const tablet = tabletOf(headers);
      if (!tablet) return [];
      pins.forgive(person, tablet.id);
      await signIns.signOut(headers);
      pinSignIns.end(tablet.id);
      return [pinSignIns.clearCookie()];
    },
    pinSignOut,

    onShift: (): ReadonlySet<PersonId> => shifts.people(),
    pinState: (person: PersonId, tablet: Device): PinState => pins.stateOf(person, tablet.id),

    enter: enterer({ ...parts, record, signIns, tabletOf }),

    setPin: async (person: PersonId, pin: string, headers: IncomingHttpHeaders): Promise<void> => {
      const device = deviceOf(headers) ?? null;
      await record({ person, device, action: "pin-set", subject: `person:${person}` });
      await pins.set(person, pin, device);
    },

    /** DV4. The key first: from then on nothing can begin here any more. */
    endDevice: ({ id, member }: Device, by: PersonId): void => {
      devices.end(id, by);
      pinSignIns.end(id);
      if (member) signIns.tell(member, id);
    },

    /** DV5. Whoever knew the old password may have set the PIN: it goes too. */
    endAll: (person: PersonId): void => {
      pins.forget(person);
      shifts.end(person);
      pinSignIns.forget(person);
    },
    endExpired: pinSignIns.endExpired,
    close: () => db.close(),
  };
};

export type PinDoor = ReturnType<typeof openPinDoor>;

interface Entry extends Pick<PinDoorOptions, "record" | "signIns"> {
  readonly shifts: Shifts;
  readonly pins: Pins;
  readonly pinSignIns: PinSignIns;
  readonly tabletOf: (headers: IncomingHttpHeaders) => Device | undefined;
}

/** DV6, DV10. Who is signed in here already has only proved once more that it is she. */
const enterer =
  ({ shifts, pins, pinSignIns, record, signIns, tabletOf }: Entry) =>
  async (tablet: Device, person: PersonId, pin: string, headers: IncomingHttpHeaders): Promise<Entered> => {
    if (shifts.endOf(person) === undefined) return "password-needed";
    const line = { person, device: tablet.browser, clinicId: tablet.clinicId, subject: `device:${tablet.id}` };
    const tried = await pins.check(person, tablet.id, pin);
    if (tried === "password-needed") return tried;
    await record({ ...line, action: tried === "right" ? "pin-signed-in" : "pin-failed" });
    if (tried !== "right") return tried;
    const byPassword = await signIns.signInOf(headers);
    if (byPassword?.personId === person) return { cookies: [] };
    // Looked at again in the very turn in which it takes effect: the device, the PIN or the shift may have ended.
    if (!tabletOf(headers) || pins.stateOf(person, tablet.id) !== "set") return "password-needed";
    const cookie = pinSignIns.begin(person, tablet.id);
    if (cookie === undefined) return "password-needed";
    const left = byPassword ? (await signIns.signOut(headers)).response.headers.getSetCookie() : [];
    return { cookies: [cookie, ...left] };
  };
