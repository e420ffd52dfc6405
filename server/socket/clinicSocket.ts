import type { IncomingMessage, Server as HttpServer } from "node:http";
import type { Socket } from "socket.io";
import type { ClinicId, DeviceId, Epoch, PersonId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import type { Audience } from "#shared/clinic/redact.ts";
import type { Applied, Beat, ClientToServer, Goodbye, ServerToClient } from "#shared/wire/messages.ts";
import type { Clinics } from "#server/clinic/clinics.ts";

/** What a socket is allowed to be, settled before its first message. */
export interface SocketData {
  person: PersonId;
  device: DeviceId;
  signInId: string;
  onlyIn: ClinicId | undefined;
  clinicId?: ClinicId;
  audience?: Audience;
  applied?: Applied;
  /** When it told so, on the link clock. */
  appliedAt?: number;
  faults: number;
  inFlight: number;
}
export type ClinicSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

export interface Admission {
  readonly person: PersonId;
  readonly device: DeviceId;
  readonly signInId: string;
  /** Where an enrolled device let somebody in, its clinic; a password opens each clinic in which there is a role. */
  readonly onlyIn: ClinicId | undefined;
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

export const roomOf = (clinicId: ClinicId, audience: Audience): string => `${clinicId}/${audience}`;

export const goodbye = (socket: ClinicSocket, reason: Goodbye["reason"]): void => {
  socket.emit("goodbye", { reason });
  socket.disconnect(true);
};
