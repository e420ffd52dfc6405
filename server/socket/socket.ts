import type { IncomingMessage } from "node:http";
import { Server, type ServerOptions } from "socket.io";
import type { ClinicId, PersonId } from "#shared/base/ids.ts";
import { audienceOf } from "#shared/access/permission.ts";
import { EMPTY_CLINIC, rolesOf, type Clinic } from "#shared/clinic/clinic.ts";
import type { Recorded } from "#shared/clinic/events.ts";
import { AUDIENCES, redactEvent } from "#shared/clinic/redact.ts";
import { MAX_MESSAGE_BYTES, type ClientToServer, type ServerToClient } from "#shared/wire/messages.ts";
import {
  goodbye,
  roomOf,
  type Admission,
  type ClinicSocket,
  type SocketData,
  type SocketOptions,
} from "./clinicSocket.ts";
import { greet } from "./greet.ts";
import { hear } from "./hear.ts";
import { createDeliveries, type Deliveries } from "./deliveries.ts";
import { presenceOf, watches, watchingBeside, type Screen } from "./presence.ts";

export interface Live {
  readonly publish: (clinicId: ClinicId, events: readonly Recorded[]) => void;
  /** Closes every socket of a sign-in, or of a person. */
  readonly signedOut: (person: PersonId, signInId?: string) => void;
  readonly watched: () => readonly ClinicId[];
  readonly beat: (clinicId: ClinicId, beat: Parameters<ServerToClient["beat"]>[0]) => void;
  readonly tellPresence: () => void;
  readonly count: () => number;
  readonly close: () => Promise<void>;
}

/** A connection below the socket. */
interface Line {
  readonly request: IncomingMessage;
  readonly close: (now: boolean) => void;
  readonly once: (event: "close", then: () => void) => void;
}

/** Screens of one person at once; more than a tablet, a desk and a phone is a mistake or an attack. */
const MOST_SOCKETS_OF_A_PERSON = 8;
/** Messages that wait for a screen which does not read. It is hung up on and catches up when it comes back. */
const MOST_WAITING_MESSAGES = 500;

/** No long polling, no compression of what is small, a heartbeat that notices a dead peer within ten seconds. */
const WEBSOCKET_ONLY = {
  transports: ["websocket"],
  serveClient: false,
  perMessageDeflate: false,
  httpCompression: false,
  maxHttpBufferSize: MAX_MESSAGE_BYTES,
  connectTimeout: 5_000,
  pingInterval: 5_000,
  pingTimeout: 5_000,
} as const satisfies Partial<ServerOptions>;

/** WR1-WR8. The live side of the wire: websocket only, one room and one encoding for each clinic and audience. */
export const openSockets = (options: SocketOptions): Live => {
  const admitted = new WeakMap<IncomingMessage, Admission>();
  const io: LiveServer = new Server(options.http, {
    ...WEBSOCKET_ONLY,
    allowRequest: (request, callback) => {
      options.admit(request).then(
        (admission) => {
          const crowded = admission && linesOf(admission.person) >= MOST_SOCKETS_OF_A_PERSON;
          if (admission && !crowded) admitted.set(request, admission);
          callback(
            crowded ? "too many screens" : admission ? null : "not signed in",
            admission !== undefined && !crowded,
          );
        },
        () => callback("not signed in", false), // whatever the account store could not say is a no
      );
    },
  });
  // Counted from the upgrade on: a line that never opens its socket is one too.
  const lines = new Set<Line>();
  const linesOf = (person: PersonId): number =>
    [...lines].filter(({ request }) => admitted.get(request)?.person === person).length;
  // Again when it stands: many that ask in one moment were all admitted before the first of them counted.
  io.engine.on("connection", (line: Line) => {
    lines.add(line);
    line.once("close", () => lines.delete(line));
    const admission = admitted.get(line.request);
    if (!admission || linesOf(admission.person) > MOST_SOCKETS_OF_A_PERSON) line.close(true);
  });
  const socketsOf = (person: PersonId): readonly ClinicSocket[] =>
    [...io.sockets.sockets.values()].filter(({ data }) => data.person === person);
  const socketsIn = (clinicId: ClinicId): readonly ClinicSocket[] =>
    [...io.sockets.sockets.values()].filter(({ data }) => data.clinicId === clinicId);
  const deliveries = createDeliveries();

  io.on("connection", (socket) => {
    const admission = admitted.get(socket.request);
    if (!admission) return void socket.disconnect(true);
    if (claimsAnother(socket.handshake.auth, admission.person)) return goodbye(socket, "signed-out");
    socket.data = { ...admission, faults: 0, inFlight: 0 };
    // The sign-in may have ended while the upgrade was under way, when there was no socket to close yet.
    void options.admit(socket.request).then(
      (still) => still ?? goodbye(socket, "signed-out"),
      () => goodbye(socket, "signed-out"),
    );
    hear(socket, options, {
      greet: (hello) => welcome(socket, hello, options),
      watching: (clinicId, device) => watchingBeside(device, socketsIn(clinicId).map(screenOf), performance.now()),
    });
  });

  return {
    publish: publisher(io, options, socketsIn, deliveries),
    signedOut: (person, signInId) => {
      for (const socket of socketsOf(person))
        if (signInId === undefined || socket.data.signInId === signInId) goodbye(socket, "signed-out");
    },
    watched: () => [...new Set([...io.sockets.sockets.values()].flatMap(({ data }) => data.clinicId ?? []))],
    beat: (clinicId, beat) => {
      for (const socket of socketsIn(clinicId)) {
        if (waiting(socket) > MOST_WAITING_MESSAGES) cutOff(socket);
      }
      io.to(AUDIENCES.map((audience) => roomOf(clinicId, audience))).emit("beat", beat);
    },
    tellPresence: presenceTeller(io, options, socketsIn, deliveries),
    count: () => io.sockets.sockets.size,
    close: async () => {
      io.emit("goodbye", { reason: "going-away" });
      await io.close();
    },
  };
};

/** The first beat comes with the answer: a fresh page need not wait two seconds to be LIVE. */
const welcome = async (
  socket: ClinicSocket,
  hello: Parameters<typeof greet>[1],
  options: SocketOptions,
): Promise<void> => {
  if (!(await greet(socket, hello, options))) return;
  options.viewed(socket.data, hello.clinicId);
  const beat = await options.beatNow(hello.clinicId).catch(() => undefined); // a log that cannot be read beats for nobody
  if (beat && socket.data.clinicId === hello.clinicId) socket.emit("beat", beat);
};

/** AC12. A screen says whose entries it holds: when somebody else signed in meanwhile they must not go out under that name. */
const claimsAnother = (auth: Readonly<Record<string, unknown>>, person: PersonId): boolean =>
  auth["person"] !== undefined && auth["person"] !== person;

/** WR5. One encoding for each audience that listens; then, when rights have changed, each screen gets what it may now see. */
const publisher =
  (
    io: LiveServer,
    options: SocketOptions,
    socketsIn: (clinicId: ClinicId) => readonly ClinicSocket[],
    deliveries: Deliveries,
  ): Live["publish"] =>
  (clinicId, events) => {
    deliveries.published(clinicId, events);
    for (const audience of AUDIENCES) {
      const room = roomOf(clinicId, audience);
      if (!io.sockets.adapter.rooms.has(room)) continue;
      const redacted = events.map((recorded) => redactEvent(audience, recorded));
      io.to(room).emit("events", { events: redacted, epoch: options.epoch, now: options.now() });
    }
    const rights = events.some(({ event }) => event.type === "membership-granted" || event.type === "membership-ended");
    if (rights)
      void regroup(clinicId, options, socketsIn(clinicId)).catch((error: unknown) => options.report("regroup", error));
  };

/** AC6. Rights changed: who has none is hung up on, who has others gets the state that they may see. */
const regroup = async (clinicId: ClinicId, options: SocketOptions, sockets: readonly ClinicSocket[]): Promise<void> => {
  const lane = await options.clinics().lane(clinicId);
  for (const socket of lane ? sockets : []) {
    const audience = lane && audienceOf(rolesOf(lane.clinic, socket.data.person));
    if (audience === undefined) goodbye(socket, "not-a-member");
    else if (audience !== socket.data.audience)
      await greet(socket, { clinicId, haveSeq: 0, epoch: undefined }, options);
  }
};

type LiveServer = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

/** WR11. What waits for it goes with the connection: a screen that does not read would not read a farewell either. */
const cutOff = (socket: ClinicSocket): void => {
  goodbye(socket, "too-slow");
  socket.request.socket.destroy();
};

const waiting = (socket: ClinicSocket): number =>
  (socket.conn as unknown as { writeBuffer: readonly unknown[] }).writeBuffer.length;

const screenOf = ({ data: { person, device, audience, applied, appliedAt } }: ClinicSocket): Screen => ({
  person,
  device,
  audience,
  applied,
  appliedAt,
});

const heldClinic = ({ clinics }: SocketOptions, clinicId: ClinicId): Clinic =>
  clinics()
    .held()
    .find(([id]) => id === clinicId)?.[1].clinic ?? EMPTY_CLINIC;

/** PR2. Told when it changed or somebody came who has not heard it; care and desk see who enters, a wall does not need to. */
const presenceTeller = (
  io: LiveServer,
  options: SocketOptions,
  socketsIn: (clinicId: ClinicId) => readonly ClinicSocket[],
  deliveries: Deliveries,
) => {
  const told = new WeakMap<ClinicSocket, string>();
  return (): void => {
    const clinics = new Set([...io.sockets.sockets.values()].flatMap(({ data }) => data.clinicId ?? []));
    for (const clinicId of clinics) {
      const sockets = socketsIn(clinicId);
      const screens = sockets.map(screenOf);
      const seen = screens.filter((screen) => watches(screen, performance.now()));
      const presence = presenceOf(screens, deliveries.of(heldClinic(options, clinicId), seen));
      const text = JSON.stringify(presence);
      const heard = ({ data }: ClinicSocket): string => `${clinicId}/${data.audience} ${text}`;
      if (sockets.every((socket) => told.get(socket) === heard(socket))) continue;
      for (const socket of sockets) told.set(socket, heard(socket));
      io.to([roomOf(clinicId, "care"), roomOf(clinicId, "desk")]).emit("presence", presence);
    }
  };
};
