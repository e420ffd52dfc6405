import * as z from "zod";
import { AlarmId, ChairId, ClinicId, CommandId, DeviceId, Epoch, PersonId, Seq } from "#shared/base/ids.ts";
import { Clinic } from "#shared/clinic/clinic.ts";
import { Command } from "#shared/clinic/commands.ts";
import { Recorded } from "#shared/clinic/events.ts";
import { Rejection } from "#shared/clinic/rejection.ts";

/** Client to server. `hello` opens or resumes: the events after `haveSeq` come, or a snapshot when the epoch is another. */
export const Hello = z.strictObject({ wire: z.int(), clinicId: ClinicId, epoch: Epoch.optional(), haveSeq: Seq });
export type Hello = z.infer<typeof Hello>;

export const Submit = z.strictObject({ commandId: CommandId, command: Command });
export type Submit = z.infer<typeof Submit>;

export const SubmitReply = z.union([
  z.strictObject({ accepted: z.strictObject({ seq: Seq }) }),
  z.strictObject({ rejected: Rejection }),
  z.strictObject({ failed: z.literal("try-again") }),
]);
export type SubmitReply = z.infer<typeof SubmitReply>;

/** Every 2 s: what this screen has applied, and what its tablet has not been able to send. Never in the log. */
export const Applied = z.strictObject({
  seq: Seq,
  unsent: z.int().min(0),
  oldestUnsentS: z.number().min(0),
  entering: ChairId.optional(),
});
export type Applied = z.infer<typeof Applied>;

/** The answer to `applied`: the server's clock, so that the client can measure its own offset; and on how many other devices somebody watches. */
export const AppliedReply = z.strictObject({ now: z.int(), watching: z.int().min(0) });
export type AppliedReply = z.infer<typeof AppliedReply>;

/** Server to client. */
export const Snapshot = z.object({ clinic: Clinic, epoch: Epoch, seq: Seq, now: z.int() });
export type Snapshot = z.infer<typeof Snapshot>;

/** Contiguous; empty when nothing is missing. */
export const Events = z.object({ events: z.array(Recorded), epoch: Epoch, now: z.int() });
export type Events = z.infer<typeof Events>;

/** Every 2 s, and only while the head of the log was really read within 3 s. */
export const Beat = z.object({ epoch: Epoch, seq: Seq, now: z.int(), build: z.string(), log: z.literal("ok") });
export type Beat = z.infer<typeof Beat>;

/** Who else is here: never in the log, gone with the socket. */
export const Presence = z.object({
  entering: z.array(z.object({ person: PersonId, chairId: ChairId })),
  displays: z.array(DeviceId),
  unsent: z.array(z.object({ person: PersonId, device: DeviceId, count: z.int(), oldestS: z.number() })),
  /** Each call that nobody has: how many screens that watch have it, besides those of the device that it came from. */
  delivered: z.array(z.object({ alarmId: AlarmId, screens: z.int() })),
});
export type Presence = z.infer<typeof Presence>;

export const Goodbye = z.object({
  reason: z.enum(["client-too-old", "signed-out", "not-a-member", "going-away", "too-slow", "malformed"]),
});
export type Goodbye = z.infer<typeof Goodbye>;

export const CLIENT_MESSAGES = { hello: Hello, submit: Submit, applied: Applied } as const;
export const SERVER_MESSAGES = {
  snapshot: Snapshot,
  events: Events,
  beat: Beat,
  presence: Presence,
  goodbye: Goodbye,
} as const;
export const REPLIES = { submit: SubmitReply, applied: AppliedReply } as const;

/** Socket.IO's typed event maps, from the same schemas. */
export interface ClientToServer {
  hello: (message: unknown) => void;
  submit: (message: unknown, reply: (answer: SubmitReply) => void) => void;
  applied: (message: unknown, reply: (answer: AppliedReply) => void) => void;
}
export interface ServerToClient {
  snapshot: (message: Snapshot) => void;
  events: (message: Events) => void;
  beat: (message: Beat) => void;
  presence: (message: Presence) => void;
  goodbye: (message: Goodbye) => void;
}

/** Bounds of the wire, named once: messages, catch-up, notes. */
export const MAX_MESSAGE_BYTES = 64 * 1024;
export const MAX_CATCH_UP_EVENTS = 500;
