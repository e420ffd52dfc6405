import type { Browser, Page } from "@playwright/test";
import { AlarmId, type ChairId, type SessionId } from "#shared/base/ids.ts";
import { MINUTE } from "#shared/base/time.ts";
import type { Values } from "#shared/vitals/observation.ts";
import { setUpClinic, type SignedIn, type TestClinic } from "#tests/support/people.ts";
import type { TestServer } from "#tests/support/server.ts";
import { checkIn, fullSet, newId, startInfusion } from "#tests/support/wishes.ts";
import { openScreen } from "./stage.ts";

const WALL = { width: 1920, height: 1080 };

/** The screen of somebody whose only role is to show. */
export const openWall = async (
  browser: Browser,
  server: TestServer,
  clinic: TestClinic,
  size = WALL,
): Promise<Page> => {
  await clinic.staff("the.wall", ["display"], "Wall One");
  return openScreen(browser, server, "the.wall", size);
};

export interface WallRoom {
  readonly clinic: TestClinic;
  readonly submit: (command: Parameters<SignedIn["submit"]>[0]) => Promise<void>;
  readonly seats: readonly Seat[];
}

interface Seat {
  readonly chairId: ChairId;
  readonly sessionId: SessionId;
}

/** A pressure that calls, one who is low in oxygen, one asleep, one in distress; the others are well. */
const VALUES: readonly Values[] = [
  {},
  { sbp: 204, dbp: 118, hr: 104 },
  { spo2: 90 },
  { sedation: 3 },
  { dissociation: 9, distress: 9 },
];

/**
 * Every kind of card, 33 minutes into their infusions: with a call and without, taken, late, HELP in many words, one before
 * the dose that is held, and the last chair free.
 */
export const wallRoom = async (server: TestServer, size: number): Promise<WallRoom> => {
  const clinic = await setUpClinic(
    server,
    Array.from({ length: size }, (_, n) => `${n + 1}`),
  );
  const nurse = await clinic.staff("ana", ["nurse"], "Ana Lima");
  const submit: WallRoom["submit"] = async (command) => {
    const answer = await nurse.submit(command);
    if (!("accepted" in answer)) throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
  };
  const isHeld = (place: number): boolean => place % 8 === 6;
  const isForgotten = (place: number): boolean => place % 8 === 7;

  const sit = async (chairId: ChairId, place: number): Promise<Seat> => {
    const patientId = await clinic.patient("Walter", "Mississippi-Brandt");
    const command = { ...checkIn(chairId), patientId, course: { n: 5, of: 6 } };
    await submit(command);
    if (!isHeld(place)) await submit(startInfusion(command.sessionId));
    return { chairId, sessionId: command.sessionId };
  };
  const seats = await Promise.all(clinic.chairs.slice(0, -1).map(sit));

  const lookedAt = await server.advance(20 * MINUTE);
  await Promise.all(
    seats.map(async ({ sessionId }, place) => {
      const values = isHeld(place) ? { sbp: 164, dbp: 102 } : VALUES[place % VALUES.length];
      if (!isForgotten(place)) await submit(fullSet(sessionId, lookedAt, values));
    }),
  );

  await server.advance(13 * MINUTE);
  for (const [place, { chairId, sessionId }] of seats.entries()) {
    if (place % 16 === 2)
      await submit({ type: "call-help", alarmId: newId(AlarmId), chairId, flag: "severe-headache-or-vision" });
    if (place % 16 === 3) await submit({ type: "stay-with-patient", sessionId });
  }
  return { clinic, submit, seats };
};
