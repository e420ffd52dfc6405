import type { IncomingMessage, Server as HttpServer } from "node:http";
import { Server, type Socket } from "socket.io";
import type { ClinicId, DeviceId, Epoch, PersonId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import { audienceOf } from "#shared/access/permission.ts";
import { rolesOf, type Clinic } from "#shared/clinic/clinic.ts";
import type { Recorded } from "#shared/clinic/events.ts";
import { AUDIENCES, redactEvent, type Audience } from "#shared/clinic/redact.ts";
import { MAX_MESSAGE_BYTES, type Applied, type Beat, type ClientToServer, type Goodbye, type Presence, type ServerToClient } from "#shared/wire/messages.ts";
import type { Clinics } from "#server/clinic/clinics.ts";
import { greet } from "./greet.ts";
import { hear } from "./hear.ts";
import { presenceOf } from "./presence.ts";

/** What a socket is allowed to be, settled before its first message. */
export interface SocketData {
  person: PersonId;
  device: DeviceId;
  signInId: string;
  clinicId?: ClinicId;
  audience?: Audience;
  applied?: Applied;
  faults: number;
  inFlight: number;
}
export type ClinicSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

export interface Admission {
  readonly person: PersonId;
  readonly device: DeviceId;
  readonly signInId: string;
}

export interface SocketOptions {
  readonly http: HttpServer;
  readonly clinics: () => Clinics;
  readonly epoch: Epoch;
  readonly now: () => Instant;
  /** Origin and sign-in of an upgrade request, or undefined: then there is no upgrade. */
  readonly admit: (request: IncomingMessage) => Promise<Admission | undefined>;
  /** What can be vouched for at this moment, if anything. */
  readonly beatNow: (clinicId: ClinicId) => Promise<Beat | undefined>;
  /** Somebody opened a clinic's stream. */
  readonly viewed: (admission: Admission, clinicId: ClinicId) => void;
  readonly report: (what: string, error: unknown) => void;
}

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

/** Screens of one person at once; more than a tablet, a desk and a phone is a mistake or an attack. */
const MOST_SOCKETS_OF_A_PERSON = 8;
/** Messages that wait for a screen which does not read. It is hung up on and catches up when it comes back. */
const MOST_WAITING_MESSAGES = 500;

export const roomOf = (clinicId: ClinicId, audience: Audience): string => `${clinicId}/${audience}`;

/** WR1-WR8. The live side of the wire: websocket only, one room and one encoding for each clinic and audience. */
export const openSockets = (options: SocketOptions): Live => {
  const admitted = new WeakMap<IncomingMessage, Admission>();
  const io = new Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>(options.http, {
    transports: ["websocket"],
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    connectTimeout: 5_000,
    pingInterval: 5_000,
    pingTimeout: 5_000,
    allowRequest: (request, callback) => {
      options.admit(request).then(
        (admission) => {
          const crowded = admission && socketsOf(admission.person).length >= MOST_SOCKETS_OF_A_PERSON;
          if (admission && !crowded) admitted.set(request, admission);
          callback(crowded ? "too many screens" : admission ? null : "not signed in", admission !== undefined && !crowded);
        },
        () => callback("not signed in", false), // whatever the account store could not say is a no
      );
    },
  });
  const socketsOf = (person: PersonId): readonly ClinicSocket[] => [...io.sockets.sockets.values()].filter(({ data }) => data.person === person);
  const socketsIn = (clinicId: ClinicId): readonly ClinicSocket[] => [...io.sockets.sockets.values()].filter(({ data }) => data.clinicId === clinicId);

  io.on("connection", (socket) => {
    const admission = admitted.get(socket.request);
    if (!admission) return void socket.disconnect(true);
    socket.data = { ...admission, faults: 0, inFlight: 0 };
    // The sign-in may have ended while the upgrade was under way, when there was no socket to close yet.
    void options.admit(socket.request).then((still) => still ?? goodbye(socket, "signed-out"), () => goodbye(socket, "signed-out"));
    hear(socket, options, (hello) => welcome(socket, hello, options));
  });

  const publish: Live["publish"] = (clinicId, events) => {
    for (const audience of AUDIENCES) {
      const room = roomOf(clinicId, audience);
      if (!io.sockets.adapter.rooms.has(room)) continue;
      io.to(room).emit("events", { events: events.map((recorded) => redactEvent(audience, recorded)), epoch: options.epoch, now: options.now() });
    }
    if (events.some(({ event }) => event.type === "membership-granted" || event.type === "membership-ended")) void regroup(clinicId);
  };

  /** AC6. Rights changed: who has none is hung up on, who has others gets the state that they may see. */
  const regroup = async (clinicId: ClinicId): Promise<void> => {
    const lane = await options.clinics().lane(clinicId);
    for (const socket of lane ? socketsIn(clinicId) : []) {
      const audience = audienceOf(rolesOf(lane?.clinic ?? EMPTY, socket.data.person));
      if (audience === undefined) goodbye(socket, "not-a-member");
      else if (audience !== socket.data.audience) await greet(socket, { clinicId, haveSeq: 0, epoch: undefined }, options);
    }
  };

  return {
    publish,
    signedOut: (person, signInId) => {
      for (const socket of socketsOf(person)) if (signInId === undefined || socket.data.signInId === signInId) goodbye(socket, "signed-out");
    },
    watched: () => [...new Set([...io.sockets.sockets.values()].flatMap(({ data }) => data.clinicId ?? []))],
    beat: (clinicId, beat) => {
      for (const socket of socketsIn(clinicId)) {
        if (waiting(socket) > MOST_WAITING_MESSAGES) cutOff(socket);
      }
      io.to(AUDIENCES.map((audience) => roomOf(clinicId, audience))).emit("beat", beat);
    },
    tellPresence: presenceTeller(io, socketsIn),
    count: () => io.sockets.sockets.size,
    close: async () => {
      io.emit("goodbye", { reason: "going-away" });
      await io.close();
    },
  };
};

/** The first beat comes with the answer: a fresh page need not wait two seconds to be LIVE. */
const welcome = async (socket: ClinicSocket, hello: Parameters<typeof greet>[1], options: SocketOptions): Promise<void> => {
  if (!(await greet(socket, hello, options))) return;
  options.viewed(socket.data, hello.clinicId);
  const beat = await options.beatNow(hello.clinicId).catch(() => undefined); // a log that cannot be read beats for nobody
  if (beat && socket.data.clinicId === hello.clinicId) socket.emit("beat", beat);
};

const EMPTY = { members: {} } as Clinic;

export const goodbye = (socket: ClinicSocket, reason: Goodbye["reason"]): void => {
  socket.emit("goodbye", { reason });
  socket.disconnect(true);
};

/** WR11. What waits for it goes with the connection: a screen that does not read would not read a farewell either. */
const cutOff = (socket: ClinicSocket): void => {
  goodbye(socket, "too-slow");
  socket.request.socket.destroy();
};

const waiting = (socket: ClinicSocket): number => (socket.conn as unknown as { writeBuffer: readonly unknown[] }).writeBuffer.length;

/** PR2. Told when it changed or somebody came who has not heard it; care and desk see who enters, a wall does not need to. */
const presenceTeller = (io: Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>, socketsIn: (clinicId: ClinicId) => readonly ClinicSocket[]) => {
  const told = new WeakMap<ClinicSocket, string>();
  return (): void => {
    const clinics = new Set([...io.sockets.sockets.values()].flatMap(({ data }) => data.clinicId ?? []));
    for (const clinicId of clinics) {
      const sockets = socketsIn(clinicId);
      const presence: Presence = presenceOf(sockets.map(({ data }) => ({
        person: data.person, device: data.device, display: data.audience === "wall", ...(data.applied ? { applied: data.applied } : {}),
      })));
      const text = JSON.stringify(presence);
      const heard = ({ data }: ClinicSocket): string => `${clinicId}/${data.audience} ${text}`;
      if (sockets.every((socket) => told.get(socket) === heard(socket))) continue;
      for (const socket of sockets) told.set(socket, heard(socket));
      io.to([roomOf(clinicId, "care"), roomOf(clinicId, "desk")]).emit("presence", presence);
    }
  };
};
