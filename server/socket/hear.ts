import type { ClinicId, DeviceId, Epoch } from "#shared/base/ids.ts";
import { Applied, Hello, Submit, type SubmitReply } from "#shared/wire/messages.ts";
import { WIRE_VERSION } from "#shared/wire/version.ts";
import { invalid } from "#server/clinic/invalid.ts";
import { goodbye, type ClinicSocket, type SocketOptions } from "./clinicSocket.ts";

/** Wishes of one screen that may wait for their answer; a tablet sends one at a time. */
const MOST_IN_FLIGHT = 64;
const MOST_FAULTS = 3;
/** A screen says hello when it opens and after a gap; each costs a line of the audit, and perhaps a whole snapshot. */
const MOST_HELLOS = 60;
const HELLOS_IN_MS = 60_000;

interface Answers {
  readonly greet: (hello: { clinicId: ClinicId; haveSeq: number; epoch: Epoch | undefined }) => Promise<void>;
  /** CW1. On how many other devices somebody watches. */
  readonly watching: (clinicId: ClinicId, device: DeviceId) => number;
}

/** WR3-WR6. Everything a client may say is parsed here, once; what cannot be read is counted, and the third time ends the socket. */
export const hear = (
  socket: ClinicSocket,
  { clinics, now, report }: SocketOptions,
  { greet, watching }: Answers,
): void => {
  const fault = (): void => {
    socket.data.faults += 1;
    if (socket.data.faults >= MOST_FAULTS) goodbye(socket, "malformed");
  };
  const guarded = (what: string, work: Promise<void>): void => void work.catch((error: unknown) => report(what, error));

  const tooManyHellos = counter(MOST_HELLOS, HELLOS_IN_MS);
  socket.on("hello", (message) => {
    const hello = Hello.safeParse(message);
    if (!hello.success || tooManyHellos()) return fault();
    if (hello.data.wire !== WIRE_VERSION) return goodbye(socket, "client-too-old");
    const { clinicId, haveSeq, epoch } = hello.data;
    guarded("hello", greet({ clinicId, haveSeq, epoch }));
  });

  socket.on("submit", (message, reply) => {
    if (typeof reply !== "function") return fault();
    guarded("submit", answer(socket, message, clinics).then(reply));
  });

  socket.on("applied", (message, reply) => {
    const applied = Applied.safeParse(message);
    if (!applied.success || typeof reply !== "function") return fault();
    Object.assign(socket.data, { applied: applied.data, appliedAt: performance.now() });
    const { clinicId, device } = socket.data;
    reply({ now: now(), watching: clinicId === undefined ? 0 : watching(clinicId, device) });
  });

  socket.onAny((event: string) => {
    if (event !== "hello" && event !== "submit" && event !== "applied") fault();
  });
};

/** Counts a call, and says whether it was one too many for the time. On the link clock, which nothing can fake. */
const counter = (most: number, inMs: number): (() => boolean) => {
  let [from, count] = [performance.now(), 0];
  return () => {
    if (performance.now() - from > inMs) [from, count] = [performance.now(), 0];
    count += 1;
    return count > most;
  };
};

const answer = async (
  socket: ClinicSocket,
  message: unknown,
  clinics: SocketOptions["clinics"],
): Promise<SubmitReply> => {
  const submit = Submit.safeParse(message);
  if (!submit.success) return invalid(submit.error);
  const { clinicId, person, device } = socket.data;
  if (clinicId === undefined) return { rejected: { reason: "not-allowed" } };
  if (socket.data.inFlight >= MOST_IN_FLIGHT) return { failed: "try-again" };
  socket.data.inFlight += 1; // before anything is awaited: a burst arrives in one turn
  try {
    const lane = await clinics().lane(clinicId);
    return lane ? await lane.submit({ ...submit.data, person, device }) : { rejected: { reason: "not-allowed" } };
  } finally {
    socket.data.inFlight -= 1;
  }
};
