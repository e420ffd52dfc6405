import type { AlarmId, DoseFactId, EscortId, ObservationId, PatientId, SessionId, VisitId } from "#shared/base/ids.ts";
import { MINUTE } from "#shared/base/time.ts";
import { protocolOf } from "#shared/clinic/clinic.ts";
import { restrictionFrom } from "#shared/recovery/restriction.ts";
import { CANARY, CHAIRS, id, inSession, observe, PEOPLE, reason, type Wishes } from "./wish.ts";
import { CARE_WISHES } from "./wishesCare.ts";

/** What each kind of move asks for. The state helps it to be plausible often enough to get far. */
export const WISHES: Wishes = {
  ...CARE_WISHES,
  expect: (_, { session, number }, n, now) => ({
    type: "expect-patient",
    visitId: id<VisitId>(`visit${n}`),
    patientId: id<PatientId>(`pat${session}`),
    route: "iv",
    expectedAt: now + number * MINUTE,
    ride: "arranged",
  }),
  noShow: (clinic) => {
    const [visit] = Object.values(clinic.visits);
    return visit && { type: "withdraw-visit", visitId: visit.id, outcome: "no-show" };
  },
  checkInAny: (_, { session, number }, n) => ({
    type: "check-in",
    sessionId: id<SessionId>(`any${session}x${n}`),
    patientId: id<PatientId>(`pat${session}`),
    chairId: CHAIRS[session],
    route: number % 2 === 0 ? "im" : "nasal",
    from65: number % 5 === 0,
    course: { n: 2, of: 8 },
  }),
  checkIn: (_, { session }, n) => ({
    type: "check-in",
    sessionId: id<SessionId>(`ses${session}x${n}`),
    patientId: id<PatientId>(`pat${session}`),
    chairId: CHAIRS[session],
    route: "iv",
    from65: false,
    course: { n: 1, of: 6 },
  }),
  order: inSession((sessionId) => ({
    type: "record-order",
    sessionId,
    order: {
      route: "iv",
      kind: "signed",
      prescriber: PEOPLE.dana,
      mgPerKg: 0.5,
      weightKg: 70,
      mg: 35,
      minutes: 40,
      confirmed: false,
    },
  })),
  gate: inSession((sessionId, { number }) => ({
    type: "record-gate-item",
    sessionId,
    item: (["identity", "allergies", "contraindications", "consent", "ride"] as const)[number % 5]!,
    answer: "done",
    text: CANARY,
  })),
  sober: inSession((sessionId) => ({
    type: "give-sober-reminder",
    sessionId,
    droveHere: false,
    keys: "no-car",
    acknowledged: true,
  })),
  clear: inSession((sessionId) => ({ type: "give-clearance", sessionId, why: reason("pressure-held") })),
  start: inSession((sessionId, _, n, now) => ({
    type: "start-infusion",
    sessionId,
    factId: id<DoseFactId>(`dose${n}`),
    at: now,
    mg: 35,
    plannedMin: 40,
  })),
  pause: inSession((sessionId, _, n, now) => ({
    type: "pause-infusion",
    sessionId,
    factId: id<DoseFactId>(`dose${n}`),
    at: now,
    reason: reason("distress"),
  })),
  resume: inSession((sessionId, _, n, now) => ({
    type: "resume-infusion",
    sessionId,
    factId: id<DoseFactId>(`dose${n}`),
    at: now,
  })),
  rate: inSession((sessionId, { number }, n, now) => ({
    type: "change-rate",
    sessionId,
    factId: id<DoseFactId>(`dose${n}`),
    at: now,
    rateMlPerH: 20 + number,
    remainingMin: 10,
  })),
  end: inSession((sessionId, _, n, now) => ({
    type: "end-infusion",
    sessionId,
    factId: id<DoseFactId>(`dose${n}`),
    at: now,
    givenMg: 35,
    reason: reason("complete"),
  })),
  correctDose: inSession((sessionId, { number }, _, now, clinic) => {
    const fact = clinic.sessions[sessionId]?.doseFacts[0];
    return (
      fact && {
        type: "correct-dose-fact",
        sessionId,
        factId: fact.id,
        at: now - number * MINUTE,
        struck: number % 7 === 0,
        reason: reason("wrong-time"),
      }
    );
  }),
  good: observe({ sbp: 122, dbp: 76, hr: 70, spo2: 98, rr: 14, sedation: 5, dissociation: 0, distress: 0 }),
  deep: observe({ sbp: 138, dbp: 84, hr: 78, spo2: 97, rr: 14, sedation: 4, dissociation: 6, distress: 2 }),
  high: observe({ sbp: 186, dbp: 98, hr: 92, spo2: 97, rr: 15, sedation: 5, dissociation: 3, distress: 6 }),
  low: observe({ sbp: 118, dbp: 70, hr: 60, spo2: 90, rr: 8, sedation: 2, dissociation: 8, distress: 0 }),
  exit: inSession((sessionId, { number }, n, now) => ({
    type: "record-observation",
    sessionId,
    observationId: id<ObservationId>(`obs${n}`),
    entered: {
      sheet: "exit",
      observedAt: now,
      values: { rr: 14, orientation: "oriented", gait: number % 5 === 0 ? "unsteady" : "as-on-arrival" },
    },
  })),
  lookIn: inSession((sessionId, _, n, now) => ({
    type: "record-observation",
    sessionId,
    observationId: id<ObservationId>(`obs${n}`),
    entered: {
      sheet: "look-in",
      observedAt: now,
      values: { seen: "resting-breathing" },
      notAssessed: [{ field: "hr", why: "asleep", text: CANARY }],
    },
  })),
  late: inSession((sessionId, { number }, n, now) => ({
    type: "record-observation",
    sessionId,
    observationId: id<ObservationId>(`obs${n}`),
    entered: { sheet: "bp", observedAt: now - (6 + number) * MINUTE, values: { sbp: 150 + number, dbp: 80 } },
  })),
  correct: inSession((sessionId, _, n, now, clinic) => {
    const old = clinic.sessions[sessionId]?.observations.find(({ status }) => status === "current");
    return (
      old && {
        type: "correct-observation",
        sessionId,
        observationId: id<ObservationId>(`obs${n}`),
        replaces: old.id,
        entered: { sheet: "bp", observedAt: Math.min(old.observedAt, now), values: { sbp: 120, dbp: 70 } },
        reason: reason("typing-slip"),
      }
    );
  }),
  strike: inSession((sessionId, _, __, ___, clinic) => {
    const old = clinic.sessions[sessionId]?.observations.at(-1);
    return old && { type: "strike-observation", sessionId, observationId: old.id, reason: reason("wrong-chair") };
  }),
  note: inSession((sessionId) => ({ type: "add-note", sessionId, text: CANARY })),
  help: (_, { session }, n) => ({
    type: "call-help",
    alarmId: id<AlarmId>(`help${n}`),
    chairId: CHAIRS[session],
    flag: "chest-pain",
  }),
  accept: (clinic) => {
    const alarm = Object.values(clinic.alarms).find(({ accepted }) => !accepted);
    return alarm && { type: "accept-alarm", alarmId: alarm.id };
  },
  close: (clinic) => {
    const alarm = Object.values(clinic.alarms).find(({ accepted }) => accepted);
    return alarm && { type: "clear-alarm", alarmId: alarm.id, outcome: reason("treated") };
  },
  ride: inSession((sessionId, { number }) => ({
    type: "record-ride",
    sessionId,
    ride: {
      status: number % 3 === 0 ? "on-the-way" : "here",
      kind: "adult-in-building",
      escortId: id<EscortId>("escort"),
    },
  })),
  belongings: inSession((sessionId) => ({ type: "return-belongings", sessionId, lineOut: true })),
  fit: inSession((sessionId, _, __, ___, clinic) => ({ type: "confirm-fit-to-leave", sessionId, seenSeq: clinic.seq })),
  remind: inSession((sessionId, _, __, now, clinic) => {
    const session = clinic.sessions[sessionId];
    const protocol = session && protocolOf(clinic, session.protocol);
    return (
      protocol && {
        type: "acknowledge-door-reminder",
        sessionId,
        shown: restrictionFrom(protocol, now, clinic.zone),
        escort: "heard",
      }
    );
  }),
  handOut: inSession((sessionId) => ({ type: "give-hand-out", sessionId, language: "en" })),
  discharge: inSession((sessionId, _, __, ___, clinic) => ({
    type: "complete-discharge",
    sessionId,
    seenSeq: clinic.seq,
  })),
  advice: inSession((sessionId, _, __, now) => ({
    type: "record-left-against-advice",
    sessionId,
    leftAt: now,
    lastValues: "refused",
    risksToldBy: PEOPLE.ana,
    ride: "none",
    keys: "with-patient",
    prescriberTold: true,
    reason: reason("wants-to-leave"),
  })),
  abort: inSession((sessionId) => ({ type: "abort-before-dose", sessionId, reason: reason("patient-declined") })),
};
