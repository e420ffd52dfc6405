import type { Event, EventOf, Recorded } from "#shared/clinic/events.ts";
import { correctDoseFact, doseFact, marked, observation } from "./evolveFacts.ts";
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
  previous: event.previous,
  from65: event.from65,
  livesAtAltitude: event.livesAtAltitude,
  checkedIn: { at, by },
  nurse: role === "nurse" ? by : undefined,
  orders: [],
  gate: {},
  clearances: [],
  doseFacts: [],
  drugCounts: [],
  observations: [],
  interventions: [],
  adverseEvents: [],
  notes: [],
  moves: [],
  rideCalls: [],
  overrides: [],
  verbalWords: [],
  fitLost: [],
  lateFindings: [],
  damaged: false,
  factSeq: seq,
});

/** What a signer must have seen: anything that says how the patient is or what was given. */
const FACTS: ReadonlySet<Event["type"]> = new Set<Event["type"]>([
  "observation-recorded",
  "observation-corrected",
  "observation-struck",
  "infusion-started",
  "infusion-paused",
  "infusion-resumed",
  "infusion-rate-changed",
  "infusion-ended",
  "injection-given",
  "device-given",
  "devices-stopped",
  "dose-fact-corrected",
  "intervention-recorded",
  "intervention-struck",
  "adverse-event-recorded",
  "alarm-raised",
  "alarm-worsened",
]);

const isFact = ({ type }: Event): boolean => FACTS.has(type);

const apply = (session: Session, recorded: Recorded): Session => {
  const { event, at, by } = recorded;
  const stamp = { at, by };
  switch (event.type) {
    case "order-placed":
      return { ...session, orders: [...session.orders, { ...stamp, order: event.order, seq: recorded.seq }] };
    case "cosigned":
      return cosigned(session, event.what, stamp);
    case "gate-item-recorded":
      return {
        ...session,
        gate: {
          ...session.gate,
          [event.item]: { ...stamp, answer: event.answer, since: event.since, text: event.text },
        },
      };
    case "medicines-recorded":
      return { ...session, medicines: { ...event.medicines, ...stamp } };
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
    case "injection-given":
    case "device-given":
    case "devices-stopped":
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
      return applyCare(session, recorded);
  }
};

const applyCare = (session: Session, recorded: Recorded): Session => {
  const { event, at, by } = recorded;
  const told = { recordedAt: at, by };
  switch (event.type) {
    case "drug-counted":
      return {
        ...session,
        drugCounts: [...session.drugCounts, { ...event.told, id: event.drugCountId, flags: event.flags, ...told }],
      };
    case "waste-witnessed":
      return {
        ...session,
        drugCounts: session.drugCounts.map((count) =>
          count.id === event.drugCountId ? { ...count, witness: { at, by } } : count,
        ),
      };
    case "intervention-recorded":
      return {
        ...session,
        interventions: [
          ...session.interventions,
          { ...event.told, id: event.interventionId, late: event.late, struck: false, ...told },
        ],
      };
    case "intervention-struck":
      return {
        ...session,
        interventions: session.interventions.map((one) =>
          one.id === event.interventionId ? { ...one, struck: true } : one,
        ),
      };
    case "adverse-event-recorded":
      return {
        ...session,
        adverseEvents: [...session.adverseEvents, { ...event.told, id: event.adverseEventId, ...told }],
      };
    case "stayed-with-patient":
      return { ...session, withPatient: { at, by, until: event.until, earlier: staysOf(session) } };
    case "session-moved":
      return {
        ...session,
        chairId: event.to,
        moves: [...session.moves, { at, by, from: event.from, to: event.to }],
      };
    case "went-away":
      return { ...session, away: { at, by, where: event.where } };
    case "came-back":
      return without(session, "away");
    case "patient-taken-over":
      return { ...session, nurse: by };
    default:
      return applyLeaving(session, recorded);
  }
};

interface Stamp {
  readonly at: number;
  readonly by: Recorded["by"];
}

const staysOf = ({ withPatient }: Session) =>
  withPatient ? [...withPatient.earlier, { at: withPatient.at, until: withPatient.until }] : [];

const countersigned = (
  session: Session,
  { verbalFrom }: EventOf<"fit-to-leave-countersigned">,
  stamp: Stamp,
): Session => ({
  ...session,
  clinicianFit: { ...stamp, verbalFrom },
  verbalWords: verbalFrom ? [...session.verbalWords, { ...stamp, from: verbalFrom }] : session.verbalWords,
});

/** The prescriber signs what she said: an order, or every word that the patient may go. */
const cosigned = (session: Session, what: EventOf<"cosigned">["what"], stamp: Stamp): Session =>
  what.kind === "order"
    ? { ...session, orders: session.orders.map((one) => (one.seq === what.seq ? { ...one, cosigned: stamp } : one)) }
    : {
        ...session,
        verbalWords: session.verbalWords.map((word) => ({ ...word, cosigned: word.cosigned ?? stamp })),
        ...(session.clinicianFit ? { clinicianFit: { ...session.clinicianFit, cosigned: stamp } } : {}),
      };

const without = (session: Session, field: "away"): Session => {
  const { [field]: _, ...rest } = session;
  return rest;
};

const applyLeaving = (session: Session, { event, at, by }: Recorded): Session => {
  const stamp = { at, by };
  switch (event.type) {
    case "ride-recorded":
      return { ...session, ride: { ...event.ride, ...stamp } };
    case "ride-called":
      return { ...session, rideCalls: [...session.rideCalls, { ...stamp, to: event.to, answer: event.answer }] };
    case "check-overridden":
      return { ...session, overrides: [...session.overrides, { ...event.override, ...stamp }] };
    case "belongings-returned":
      return { ...session, belongings: { ...stamp, lineOut: event.lineOut } };
    case "fit-to-leave-confirmed":
      return { ...session, fit: { ...stamp, judged: event.judged } };
    case "fit-to-leave-countersigned":
      return countersigned(session, event, stamp);
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
