import { expect } from "vitest";
import type { PinState } from "#shared/wire/http.ts";
import { enrolled, openJar, type Jar } from "#tests/support/browserJar.ts";
import type { SignedIn } from "#tests/support/people.ts";
import type { Room } from "#tests/support/room.ts";

/** The shared tablets of a room's clinic, and who may use them. */
export const tabletsOf = (room: () => Room) => {
  const here = () => ({ server: room().server, clinicId: room().clinicId, admin: room().people.admin });
  let labels = 0;
  return {
    here,
    /** Another tablet of the clinic, on which nobody has guessed yet. */
    newTablet: (): Promise<Jar> => enrolled(here(), "tablet", `Tablet ${(labels += 1)}`),
    lastLabel: (): string => `Tablet ${labels}`,
    stateOf: async (who: SignedIn, at: Jar): Promise<PinState | undefined> =>
      (await at.tiles()).find(({ id }) => id === who.id)?.pin,
    /** A full sign-in of each, so that their shifts go on for twelve hours from now. */
    newShifts: async (...without: readonly string[]): Promise<void> => {
      const browser = await openJar(room().server);
      for (const { username } of Object.values(room().people))
        if (!without.includes(username)) expect(await browser.signIn(username)).toBe(200);
    },
  };
};
