import type { Alarm } from "#shared/alarm/alarm.ts";
import type { ChairId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import { protocolOf, sessionInChair, type Chair, type Clinic } from "#shared/clinic/clinic.ts";
import type { Command, CommandOf } from "#shared/clinic/commands.ts";
import { protocolKey, type Protocol } from "#shared/protocol/protocol.ts";
import { dueList, type Due } from "#shared/recovery/due.ts";
import { readiness } from "#shared/recovery/readiness.ts";
import type { Watched } from "#shared/recovery/slot.ts";
import { doseOf, type Dose, type DoseFact } from "#shared/session/dose.ts";
import { gateOf } from "#shared/session/gate.ts";
import type { Session } from "#shared/session/session.ts";
import { allGiven, devicesIn } from "./doseModel.ts";

/** All that the parts of the page draw from: the facts, and the clock that this screen may believe. */
export interface ChairView {
  readonly clinic: Clinic;
  readonly chair: Chair;
  readonly session: Session;
  readonly protocol: Protocol;
  readonly approved: boolean;
  readonly zone: string;
  /** Stands still while the screen is not LIVE. */
  readonly now: Instant;
  readonly live: boolean;
}

type Found = Pick<ChairView, "clinic" | "chair" | "session" | "protocol" | "approved" | "zone">;

export const findChair = (clinic: Clinic, chairId: ChairId): Found | { readonly chair: Chair } | undefined => {
  const chair = clinic.chairs[chairId];
  const session = sessionInChair(clinic, chairId);
  const protocol = session && protocolOf(clinic, session.protocol);
  if (!chair || !session || !protocol) return chair && { chair };
  return {
    clinic,
    chair,
    session,
    protocol,
    zone: session.zone,
    approved: clinic.protocols[protocolKey(session.protocol)]?.approved !== undefined,
  };
};

export type NextAction =
  | { readonly kind: "complete-preparation"; readonly open: number }
  /** The next device; `readyAt` is when the rest after the last one is over. */
  | { readonly kind: "device"; readonly n: number; readonly of?: number; readonly readyAt?: Instant }
  | { readonly kind: "recheck"; readonly asks: Watched }
  | {
      readonly kind:
        | "clearance"
        | "start-infusion"
        | "injection"
        | "baseline"
        | "record-set"
        | "sedation"
        | "look-in"
        | "resume"
        | "devices-stopped"
        | "end-infusion"
        | "leaving";
    };

/** CH1, CH7. The one thing that this chair needs from a person now. */
export const nextAction = (clinic: Clinic, session: Session, protocol: Protocol, now: Instant): NextAction => {
  const dose = doseOf(session.doseFacts);
  if (dose.phase === "not-started") return beforeDose(clinic, session, protocol, now);
  return asked(session, protocol, dose, now) ?? afterChecks(clinic, session, protocol, dose, now);
};

type Begun = Exclude<Dose, { phase: "not-started" }>;

/** A value that was bad is looked at before anything more is given; of a plain check and a device the device goes first. */
const asked = (session: Session, protocol: Protocol, dose: Begun, now: Instant): NextAction | undefined => {
  const due = dueList(session, protocol, now).filter(isAsked);
  const device = dose.phase === "running" ? nextDevice(session, protocol) : undefined;
  const restOver = device !== undefined && now >= (device.readyAt ?? 0);
  const first = restOver ? due.find(({ kind }) => kind === "recheck") : due[0];
  return first ? actionFor(first) : device;
};

/** With no check open: the pump, and after it the way out. */
const afterChecks = (clinic: Clinic, session: Session, protocol: Protocol, dose: Begun, now: Instant): NextAction => {
  switch (dose.phase) {
    case "running":
      // Every device of the order is given, and an earlier one said that there would be more: somebody has to say so.
      if (protocol.route === "nasal") return { kind: "devices-stopped" };
      return { kind: now >= dose.plannedEnd(now) ? "end-infusion" : "record-set" };
    case "paused":
      return { kind: "resume" };
    case "ended": {
      const { verdict, earliest } = readiness(clinic, session, protocol, now);
      const toLeave = verdict !== "not-yet" || (earliest !== undefined && now >= earliest);
      return { kind: toLeave ? "leaving" : "record-set" };
    }
  }
};

/** While somebody stays with the patient a routine check waits. */
const isAsked = ({ state }: Due): boolean => ASKED.includes(state);
const ASKED: readonly Due["state"][] = ["due-soon", "due", "late", "overdue"];

const actionFor = ({ kind, asks = "bp" }: Due): NextAction =>
  kind === "recheck" ? { kind, asks } : { kind: kind === "set" ? "record-set" : kind };

const nextDevice = (session: Session, protocol: Protocol): Extract<NextAction, { kind: "device" }> | undefined => {
  const devices = devicesIn(session, protocol);
  if (!devices || allGiven(devices)) return undefined;
  const { given, restMin: _rest, ...rest } = devices;
  return { kind: "device", n: given + 1, ...rest };
};

const beforeDose = (clinic: Clinic, session: Session, protocol: Protocol, now: Instant): NextAction => {
  const { open, hold, cleared, green } = gateOf(clinic, session, protocol, now);
  if (green) return firstDose(session, protocol);
  if (open.length === 1 && open[0] === "baseline") return { kind: "baseline" };
  if (open.length > 0) return { kind: "complete-preparation", open: open.length };
  return hold !== "none" && !cleared ? { kind: "recheck", asks: "bp" } : { kind: "clearance" };
};

const firstDose = (session: Session, protocol: Protocol): NextAction => {
  switch (protocol.route) {
    case "iv":
      return { kind: "start-infusion" };
    case "im":
      return { kind: "injection" };
    case "nasal":
      return nextDevice(session, protocol) ?? { kind: "record-set" };
  }
};

/** CH7. The sheet that answers it: a look-in has sedation and the monitor's oxygen, a pulse and breaths are in the full set. */
export const sheetFor = (next: NextAction): "full" | "bp" | "look-in" | undefined =>
  next.kind === "recheck" ? RECHECK_SHEET[next.asks] : SHEET[next.kind];

const SHEET: Readonly<Partial<Record<NextAction["kind"], "full" | "look-in">>> = {
  baseline: "full",
  "record-set": "full",
  sedation: "look-in",
  "look-in": "look-in",
};
const RECHECK_SHEET = {
  bp: "bp",
  hr: "full",
  spo2: "look-in",
  rr: "full",
  sedation: "look-in",
} as const satisfies Record<Watched, "full" | "bp" | "look-in">;

/** CH23. By who has it, or while nobody has and the same person has not passed it on already. AL19. */
export const canPassOn = ({ accepted, passedOn = [] }: Alarm, me: string): boolean =>
  accepted ? accepted.by === me : !passedOn.some(({ by }) => by === me);

/** CH2. A first dose that this tablet still keeps: her own timers count from it, the clinic's facts do not know it yet. */
export const t0Of = (session: Session, kept: readonly Command[]): Instant | undefined => {
  const dose = doseOf(session.doseFacts);
  if (dose.phase !== "not-started") return dose.t0;
  const starts = kept.flatMap((command) => (isFirst(command) && command.sessionId === session.id ? [command.at] : []));
  return starts.length > 0 ? Math.min(...starts) : undefined;
};

const isFirst = (command: Command): command is CommandOf<"start-infusion" | "give-injection" | "give-device"> =>
  command.type === "start-infusion" || command.type === "give-injection" || command.type === "give-device";

/** How much is in by the clock, when the whole was planned: a hint beside the empty field, never in it. */
export const plannedMg = (facts: readonly DoseFact[]): number | undefined => {
  const dose = doseOf(facts);
  return dose.phase === "not-started" ? undefined : dose.mg;
};
