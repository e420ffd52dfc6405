import { afterAll, beforeAll, onTestFinished } from "vitest";
import type { ClinicId, SessionId } from "#shared/base/ids.ts";
import type { SubmitReply } from "#shared/wire/messages.ts";
import { setUpClinic, type SignedIn, type TestClinic } from "./people.ts";
import { openScreen, type Screen, type ScreenOptions } from "./screen.ts";
import { startServer, type TestServer } from "./server.ts";
import { checkIn } from "./wishes.ts";

const ROLES = ["nurse", "clinician", "director", "desk", "display"] as const;

/** One server with one clinic and somebody of every role, for all tests of a file. */
export interface Room {
  readonly server: TestServer;
  readonly clinic: TestClinic;
  readonly clinicId: ClinicId;
  readonly people: Readonly<Record<(typeof ROLES)[number] | "admin", SignedIn>>;
  /** A screen that is closed when the test is over. */
  readonly watch: (who: SignedIn, more?: Partial<ScreenOptions>) => Promise<Screen>;
  /** A patient in a chair that nobody sits in. */
  readonly seat: () => Promise<SessionId>;
  readonly head: () => Promise<number>;
}

export const useRoom = (): (() => Room) => {
  let room: Room | undefined;
  beforeAll(async () => {
    room = await openRoom();
  });
  afterAll(() => room?.server.stop());
  return () => {
    if (!room) throw new Error("the room is not open yet");
    return room;
  };
};

const openRoom = async (): Promise<Room> => {
  const server = await startServer();
  const clinic = await setUpClinic(
    server,
    Array.from({ length: 40 }, (_, n) => `${n + 1}`),
  );
  const { clinicId, admin } = clinic;
  const [nurse, clinician, director, desk, display] = await Promise.all(
    ROLES.map((role) => clinic.staff(`the.${role}`, [role])),
  );
  if (!nurse || !clinician || !director || !desk || !display) throw new Error("somebody is missing");
  const free = [...clinic.chairs];
  return {
    server,
    clinic,
    clinicId,
    people: { nurse, clinician, director, desk, display, admin },
    watch: async (who, more = {}) => {
      const screen = await openScreen({ server, who, clinicId, ...more });
      onTestFinished(screen.close);
      return screen;
    },
    seat: async () => {
      const [chair] = free.splice(0, 1);
      if (chair === undefined) throw new Error("no chair is free");
      const command = checkIn(chair);
      acceptedSeq(await nurse.submit(command));
      return command.sessionId;
    },
    head: async () => {
      let after = 0;
      for (;;) {
        const { events } = (await (await admin.get(`/api/clinics/${clinicId}/events?after=${after}`)).json()) as {
          events: { seq: number }[];
        };
        const last = events.at(-1)?.seq;
        if (last === undefined) return after;
        after = last;
      }
    },
  };
};

export const acceptedSeq = (answer: SubmitReply): number => {
  if (!("accepted" in answer)) throw new Error(`not accepted: ${JSON.stringify(answer)}`);
  return answer.accepted.seq;
};

/** 1, 2, 3 … without a gap: `after` is not in it, `last` is. */
export const upTo = (last: number, after = 0): readonly number[] =>
  Array.from({ length: last - after }, (_, n) => after + n + 1);
