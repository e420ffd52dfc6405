import type { Event, EventOf, Recorded } from "#shared/clinic/events.ts";
import type { Observation } from "#shared/vitals/observation.ts";
import type { DoseFact } from "./dose.ts";
import type { Session } from "./session.ts";

/** Applies a fact to the session that it belongs to; never refuses, never looks at the clock. */
export const evolveSession = (session: Session, recorded: Recorded): Session => {
  const next = apply(session, recorded);
  return isFact(recorded.event) ? owned({ ...next, factSeq: recorded.seq }, recorded) : next;
};

/** SE2. A patient belongs to the nurse at the chair, not to the desk that checked them in. */
const owned = (session: Session, { by, role }: Recorded): Session =>
  session.nurse === undefined && role === "nurse" ? { ...session, nurse: by } : session;

export const newSession = ({ at, by, role, seq }: Recorded, event: EventOf<"checked-in">): Session => ({
  id: event.sessionId,
  patientId: event.patientId,
  chairId: event.chairId,
  route: event.route,
  protocol: event.protocol,
  zone: event.zone,
  visitId: event.visitId,
  course: event.course,
  checkedIn: { at, by },
  nurse: role === "nurse" ? by : undefined,
  orders: [],
  gate: {},
  clearances: [],
  doseFacts: [],
  observations: [],
  notes: [],
  fitLost: [],
  lateFindings: [],
  damaged: false,
  factSeq: seq,
});

/** What a signer must have seen: anything that says how the patient is or what was given. */
const isFact = ({ type }: Event): boolean =>
  type.startsWith("observation-") ||
  type.startsWith("infusion-") ||
  type === "dose-fact-corrected" ||
  type === "alarm-raised" ||
  type === "alarm-worsened";

const apply = (session: Session, recorded: Recorded): Session => {
  const { event, at, by } = recorded;
  const stamp = { at, by };
  switch (event.type) {
    case "order-recorded":
      return { ...session, orders: [...session.orders, { ...event.order, ...stamp }] };
    case "gate-item-recorded":
      return {
        ...session,
        gate: { ...session.gate, [event.item]: { ...stamp, answer: event.answer, text: event.text } },
      };
    case "sober-reminder-given":
      return {
        ...session,
        soberReminder: { ...stamp, droveHere: event.droveHere, keys: event.keys, acknowledged: event.acknowledged },
      };
    case "clearance-given":
      return { ...session, clearances: [...session.clearances, { ...stamp, why: event.why }] };
    case "infusion-started":
    case "infusion-paused":
    case "infusion-resumed":
    case "infusion-rate-changed":
    case "infusion-ended":
      return { ...session, doseFacts: [...session.doseFacts, doseFact(recorded, event)] };
    case "dose-fact-corrected":
      return {
        ...session,
        doseFacts: session.doseFacts.map((fact) =>
          fact.id === event.factId ? correctDoseFact(fact, event, recorded) : fact,
        ),
      };
    case "observation-recorded":
      return { ...session, observations: [...session.observations, observation(recorded, event)] };
    case "observation-corrected":
      return {
        ...session,
        observations: [...marked(session, event.replaces, "corrected"), observation(recorded, event)],
      };
    case "observation-struck":
      return { ...session, observations: marked(session, event.observationId, "struck", event.reason) };
    case "note-added":
      return { ...session, notes: [...session.notes, { ...stamp, text: event.text }] };
    case "alarm-cleared":
      return event.answers ? { ...session, answered: [...(session.answered ?? []), event.answers] } : session;
    case "late-finding-listed":
      return {
        ...session,
        lateFindings: [...session.lateFindings, { at, observationId: event.observationId, rule: event.rule }],
      };
    default:
      return applyLeaving(session, recorded);
  }
};

const applyLeaving = (session: Session, { event, at, by }: Recorded): Session => {
  const stamp = { at, by };
  switch (event.type) {
    case "ride-recorded":
      return { ...session, ride: { ...event.ride, ...stamp } };
    case "belongings-returned":
      return { ...session, belongings: { ...stamp, lineOut: event.lineOut } };
    case "fit-to-leave-confirmed":
      return { ...session, fit: { ...stamp, judged: event.judged } };
    case "fit-to-leave-countersigned":
      return { ...session, clinicianFit: stamp };
    case "fit-to-leave-voided":
      return voided(session, at, event);
    case "door-reminder-acknowledged":
      return { ...session, reminder: { ...stamp, restriction: event.restriction, escort: event.escort } };
    case "hand-out-given":
      return { ...session, handOut: { ...stamp, language: event.language } };
    case "event-unreadable":
      return { ...session, damaged: true };
    default:
      return session; // clinic-wide facts, alarms and ends are applied in clinic/evolve.ts
  }
};

const voided = (
  { fit, clinicianFit: _, ...session }: Session,
  at: number,
  { criteria }: EventOf<"fit-to-leave-voided">,
): Session => (fit ? { ...session, fitLost: [...session.fitLost, { at, signedAt: fit.at, criteria }] } : session);

type DoseEvent = EventOf<
  "infusion-started" | "infusion-paused" | "infusion-resumed" | "infusion-rate-changed" | "infusion-ended"
>;

const doseFact = ({ at: recordedAt, by }: Recorded, event: DoseEvent): DoseFact => {
  const base = { id: event.factId, at: event.at, recordedAt, by, flags: event.flags, struck: false, corrections: [] };
  switch (event.type) {
    case "infusion-started":
      return { kind: "start", ...base, mg: event.mg, plannedMin: event.plannedMin, rateMlPerH: event.rateMlPerH };
    case "infusion-paused":
      return { kind: "pause", ...base, reason: event.reason };
    case "infusion-resumed":
      return { kind: "resume", ...base };
    case "infusion-rate-changed":
      return { kind: "rate", ...base, rateMlPerH: event.rateMlPerH, remainingMin: event.remainingMin };
    case "infusion-ended":
      return { kind: "end", ...base, givenMg: event.givenMg, reason: event.reason };
  }
};

const correctDoseFact = (
  fact: DoseFact,
  event: EventOf<"dose-fact-corrected">,
  { at: recordedAt, by }: Recorded,
): DoseFact => ({
  ...fact,
  at: event.at,
  struck: event.struck,
  corrections: [...fact.corrections, { from: fact.at, recordedAt, by, reason: event.reason }],
});

const observation = (
  { at: recordedAt, by, device, seq }: Recorded,
  event: EventOf<"observation-recorded" | "observation-corrected">,
): Observation => ({
  ...event.entered,
  id: event.observationId,
  recordedAt,
  seq,
  by,
  device,
  late: event.late,
  clamped: event.clamped,
  status: "current",
  ...(event.type === "observation-corrected" ? { reason: event.reason, replaces: event.replaces } : {}),
});

const marked = (
  session: Session,
  id: string,
  status: "corrected" | "struck",
  reason?: Observation["reason"],
): Observation[] =>
  session.observations.map((one) => (one.id === id ? { ...one, status, ...(reason ? { reason } : {}) } : one));
