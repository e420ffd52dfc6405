import type {
  AdverseEventId,
  ChairId,
  CoverId,
  DoseFactId,
  DrugCountId,
  InterventionId,
  ObservationId,
} from "#shared/base/ids.ts";
import { MINUTE } from "#shared/base/time.ts";
import { unsignedOf } from "#shared/session/cosign.ts";
import { protocolOf } from "#shared/clinic/clinic.ts";
import { CheckId } from "#shared/protocol/protocol.ts";
import { CANARY, CHAIRS, id, inSession, observe, PEOPLE, reason, type Wishes } from "./wish.ts";

const NOT_ENDED = { keys: "no-car", prescriberTold: true } as const;

/** Everything that the three routes, hard hours and the other ends ask for. */
export const CARE_WISHES: Wishes = {
  orderAny: inSession((sessionId, { number }, _, __, clinic) => {
    const session = clinic.sessions[sessionId];
    const common = {
      kind: number % 2 === 0 ? ("verbal" as const) : ("signed" as const),
      prescriber: PEOPLE.dana,
      confirmed: false,
    };
    if (session?.route === "im")
      return {
        type: "record-order",
        sessionId,
        order: { route: "im", ...common, mg: 50, second: { mgAtMost: 40, fromMin: 10, toMin: 30 } },
      };
    if (session?.route === "nasal")
      return { type: "record-order", sessionId, order: { route: "nasal", ...common, mg: 84 } };
    return undefined;
  }),
  injection: inSession((sessionId, _, n, now) => ({
    type: "give-injection",
    sessionId,
    factId: id<DoseFactId>(`dose${n}`),
    at: now,
    mg: 50,
    site: "left-deltoid",
  })),
  device: inSession((sessionId, _, n, now) => ({
    type: "give-device",
    sessionId,
    factId: id<DoseFactId>(`dose${n}`),
    at: now,
    package: { lot: "LOT-1" },
  })),
  noMoreDevices: inSession((sessionId, _, n, now) => ({
    type: "stop-devices",
    sessionId,
    factId: id<DoseFactId>(`dose${n}`),
    at: now,
    reason: reason("patient-asked"),
  })),
  medicines: inSession((sessionId, { number }) => ({
    type: "record-medicines",
    sessionId,
    medicines: {
      benzodiazepine: number % 2 === 0,
      sedativeHypnotic: false,
      opioid: false,
      psychostimulant: false,
      maoi: false,
      text: CANARY,
    },
  })),
  setting: inSession((sessionId, { number }) => ({
    type: "record-gate-item",
    sessionId,
    item: number % 2 === 0 ? "setting-certified" : "patient-enrolled",
    answer: "done",
  })),
  history: inSession((sessionId) => ({ type: "review-history", sessionId, unchangedSince: "2026-11-01" })),
  onSite: (_, __, ___, now) => ({
    type: "attest-prescriber-on-site",
    prescriber: PEOPLE.dana,
    until: now + 240 * MINUTE,
  }),
  cosign: inSession((sessionId, _, __, ___, clinic) => {
    const session = clinic.sessions[sessionId];
    const [first] = session ? unsignedOf(session, protocolOf(clinic, session.protocol)) : [];
    return first && { type: "cosign", sessionId, what: first.what };
  }),
  count: inSession((sessionId, { number }, n) => ({
    type: "count-drug",
    sessionId,
    drugCountId: id<DrugCountId>(`count${n}`),
    told: { package: {}, drawnMg: 50, givenMg: 35, wastedMg: number % 2 === 0 ? 15 : 10 },
  })),
  witness: inSession((sessionId, _, __, ___, clinic) => {
    const count = clinic.sessions[sessionId]?.drugCounts[0];
    return count && { type: "witness-waste", sessionId, drugCountId: count.id };
  }),
  sedative: inSession((sessionId, { number }, n, now) => ({
    type: "record-intervention",
    sessionId,
    interventionId: id<InterventionId>(`done${n}`),
    told: {
      kind: "drug",
      at: now,
      drug: {
        name: number % 2 === 0 ? "midazolam" : "labetalol",
        class: "none-of-these",
        amount: 2,
        unit: "mg",
        route: "iv",
        orderedBy: PEOPLE.dana,
      },
      text: CANARY,
    },
  })),
  oxygenOn: inSession((sessionId, { number }, n, now) => ({
    type: "record-intervention",
    sessionId,
    interventionId: id<InterventionId>(`done${n}`),
    told: { kind: number % 2 === 0 ? "oxygen-on" : "oxygen-off", at: now, litresPerMin: 2 },
  })),
  strikeDone: inSession((sessionId, _, __, ___, clinic) => {
    const one = clinic.sessions[sessionId]?.interventions.at(-1);
    return one && { type: "strike-intervention", sessionId, interventionId: one.id, reason: reason("wrong-chair") };
  }),
  adverse: inSession((sessionId, { number }, n, now) => ({
    type: "record-adverse-event",
    sessionId,
    adverseEventId: id<AdverseEventId>(`event${number % 3}`),
    told: {
      kind: number % 4 === 0 ? "fall" : "nausea",
      onsetAt: now,
      severity: "mild",
      serious: [],
      relatedness: "related",
      interventions: [],
      outcome: "ongoing",
      notified: [{ who: "prescriber", at: now }],
      text: `${CANARY} ${n}`,
    },
  })),
  sick: observe({
    sbp: 124,
    dbp: 76,
    hr: 80,
    spo2: 97,
    rr: 14,
    sedation: 5,
    dissociation: 1,
    distress: 2,
    symptoms: [
      { symptom: "vomiting", grade: "mild" },
      { symptom: "dizziness", grade: "mild" },
    ],
  }),
  stand: inSession((sessionId, { number }, n, now) => ({
    type: "record-observation",
    sessionId,
    observationId: id<ObservationId>(`obs${n}`),
    entered: {
      sheet: "exit",
      observedAt: now,
      values: {
        rr: 14,
        orientation: "oriented",
        gait: "as-on-arrival",
        sbp: 120,
        dbp: 76,
        standingSbp: number % 4 === 0 ? 95 : 115,
        standingDbp: 72,
      },
    },
  })),
  stay: inSession((sessionId) => ({ type: "stay-with-patient", sessionId })),
  move: inSession((sessionId, { session }) => ({
    type: "move-session",
    sessionId,
    chairId: CHAIRS[1 - session] as ChairId,
  })),
  away: inSession((sessionId) => ({ type: "record-away", sessionId, where: "restroom-escorted" })),
  back: inSession((sessionId) => ({ type: "record-back", sessionId })),
  takeOver: inSession((sessionId) => ({ type: "take-over-patient", sessionId })),
  passOn: (clinic) => {
    const [alarm] = Object.values(clinic.alarms);
    return alarm && { type: "pass-on-alarm", alarmId: alarm.id };
  },
  quiet: () => ({ type: "pause-audio", seconds: 60 }),
  askCover: (_, __, n, now) => ({
    type: "ask-for-cover",
    coverId: id<CoverId>(`cover${n}`),
    by: PEOPLE.dana,
    until: now + 20 * MINUTE,
  }),
  takeCover: (clinic) => {
    const [cover] = Object.values(clinic.covers);
    return cover && { type: "take-cover", coverId: cover.id };
  },
  endCover: (clinic) => {
    const [cover] = Object.values(clinic.covers);
    return cover && { type: "end-cover", coverId: cover.id };
  },
  backUp: () => ({ type: "set-back-up", nurse: PEOPLE.ana, backUp: "nobody" }),
  rideCall: inSession((sessionId) => ({ type: "record-ride-call", sessionId, to: "escort", answer: "no-answer" })),
  override: inSession((sessionId, { number }, _, __, clinic) => ({
    type: "override-check",
    sessionId,
    seenSeq: clinic.seq,
    check: CheckId.options[number % CheckId.options.length] ?? "time",
    reason: reason("assessed-at-chair"),
    safeguard: reason("follow-up-call"),
  })),
  countersign: inSession((sessionId, _, __, ___, clinic) => ({
    type: "countersign-fit-to-leave",
    sessionId,
    seenSeq: clinic.seq,
  })),
  verbalFit: inSession((sessionId, _, __, ___, clinic) => ({
    type: "record-verbal-countersign",
    sessionId,
    seenSeq: clinic.seq,
    prescriber: PEOPLE.dana,
  })),
  withoutRide: inSession((sessionId, _, __, now) => ({
    type: "record-left-without-ride",
    sessionId,
    leftAt: now,
    reminderHeard: true,
    reason: reason("refuses-ride"),
    ...NOT_ENDED,
  })),
  notThere: inSession((sessionId, _, __, now) => ({
    type: "record-not-in-chair",
    sessionId,
    noticedAt: now,
    lastSeenAt: now,
    phoned: "no-answer",
    prescriberTold: true,
  })),
  onPaper: inSession((sessionId, _, __, now) => ({
    type: "record-discharged-on-paper",
    sessionId,
    leftAt: now,
    signedBy: PEOPLE.ana,
    ride: "adult-in-building",
    reminderHeard: true,
  })),
  transfer: inSession((sessionId, _, __, now) => ({
    type: "record-transferred-out",
    sessionId,
    leftAt: now,
    to: "hospital",
    with: "ambulance",
    handedOver: true,
    prescriberTold: true,
    reason: reason("needs-observation"),
  })),
  ambulance: inSession((sessionId, _, __, now) => ({
    type: "record-taken-by-emergency",
    sessionId,
    calledAt: now,
    leftAt: now,
    handedOver: true,
    prescriberTold: true,
    reason: reason("heart-or-pressure"),
  })),
};
