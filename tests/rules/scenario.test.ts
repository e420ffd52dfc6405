import { describe, expect, test } from "vitest";
import { MAY } from "#shared/access/permission.ts";
import { Clinic } from "#shared/clinic/clinic.ts";
import { Command } from "#shared/clinic/commands.ts";
import { Event } from "#shared/clinic/events.ts";
import { Rejection } from "#shared/clinic/rejection.ts";
import { SessionId } from "#shared/base/ids.ts";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import { at, given, GOOD, ORDER, type Scenario, type Wish } from "./scenario.ts";

const observed = { sheet: "full", observedAt: at(40), values: GOOD } as const;
const fact = { factId: "fact-0001", at: at(40) } as const;

/** One of each command, about things that may or may not be there. */
const EVERY: { readonly [Type in Wish["type"]]: Extract<Wish, { type: Type }> } = {
  "found-clinic": {
    type: "found-clinic",
    clinicId: "clinic-0001",
    name: "Clinic",
    zone: "UTC",
    phone: "555-0100",
    admin: "admin-0001",
    chairs: [],
  },
  "grant-membership": { type: "grant-membership", person: "nurse-0002", role: "nurse" },
  "end-membership": { type: "end-membership", person: "nurse-0001", role: "nurse" },
  "add-chair": { type: "add-chair", chairId: "chair-nine", label: "9", kind: "chair" },
  "remove-chair": { type: "remove-chair", chairId: "chair-two" },
  "propose-protocol": { type: "propose-protocol", protocol: { ...IV_PROTOCOL, version: 9 } },
  "approve-protocol": { type: "approve-protocol", protocol: { id: "iv", version: 1 } },
  "set-back-up": { type: "set-back-up", nurse: "nurse-0001", backUp: "nobody" },
  "attest-prescriber-on-site": { type: "attest-prescriber-on-site", prescriber: "clinician-0001", until: at(400) },
  "expect-patient": {
    type: "expect-patient",
    visitId: "visit-0001",
    patientId: "patient-0009",
    route: "iv",
    expectedAt: at(0),
    ride: "none",
  },
  "withdraw-visit": { type: "withdraw-visit", visitId: "visit-0009", outcome: "no-show" },
  "check-in": {
    type: "check-in",
    patientId: "patient-0009",
    chairId: "chair-two",
    route: "iv",
    sessionId: "session-0009",
  },
  "move-session": { type: "move-session", chairId: "chair-two" },
  "record-away": { type: "record-away", where: "restroom-escorted" },
  "record-back": { type: "record-back" },
  "take-over-patient": { type: "take-over-patient" },
  "record-order": { type: "record-order", order: ORDER },
  "record-gate-item": { type: "record-gate-item", item: "identity", answer: "done" },
  "review-history": { type: "review-history", unchangedSince: "2026-11-16" },
  "record-medicines": {
    type: "record-medicines",
    medicines: { benzodiazepine: true, sedativeHypnotic: false, opioid: false, psychostimulant: false, maoi: false },
  },
  cosign: { type: "cosign", what: { kind: "order", seq: 10 } },
  "give-sober-reminder": { type: "give-sober-reminder", droveHere: true, keys: "kept-by-clinic", acknowledged: true },
  "give-clearance": { type: "give-clearance", why: { code: "pressure-held" } },
  "start-infusion": { type: "start-infusion", ...fact, mg: 35, plannedMin: 40 },
  "pause-infusion": { type: "pause-infusion", ...fact, reason: { code: "other" } },
  "resume-infusion": { type: "resume-infusion", ...fact },
  "change-rate": { type: "change-rate", ...fact, rateMlPerH: 10, remainingMin: 10 },
  "end-infusion": { type: "end-infusion", ...fact, givenMg: 0, reason: { code: "complete" } },
  "give-injection": { type: "give-injection", ...fact, mg: 50, site: "right-thigh" },
  "give-device": { type: "give-device", ...fact, package: { lot: "LOT-1", expires: "2027-01" } },
  "stop-devices": { type: "stop-devices", ...fact, reason: { code: "patient-asked" } },
  "count-drug": {
    type: "count-drug",
    drugCountId: "count-0001",
    told: { package: {}, drawnMg: 50, givenMg: 35, wastedMg: 15 },
  },
  "witness-waste": { type: "witness-waste", drugCountId: "count-0001" },
  "correct-dose-fact": {
    type: "correct-dose-fact",
    ...fact,
    factId: "start-0001",
    struck: true,
    reason: { code: "other" },
  },
  "record-observation": { type: "record-observation", observationId: "observation-0001", entered: observed },
  "correct-observation": {
    type: "correct-observation",
    observationId: "observation-0002",
    replaces: "observation-0009",
    entered: observed,
    reason: { code: "other" },
  },
  "strike-observation": { type: "strike-observation", observationId: "observation-0009", reason: { code: "other" } },
  "add-note": { type: "add-note", text: "a note" },
  "record-intervention": {
    type: "record-intervention",
    interventionId: "intervention-0001",
    told: {
      kind: "drug",
      at: at(40),
      drug: {
        name: "ondansetron",
        class: "antiemetic",
        amount: 4,
        unit: "mg",
        route: "iv",
        orderedBy: "clinician-0001",
      },
    },
  },
  "strike-intervention": {
    type: "strike-intervention",
    interventionId: "intervention-0001",
    reason: { code: "not-done" },
  },
  "record-adverse-event": {
    type: "record-adverse-event",
    adverseEventId: "adverse-0001",
    told: {
      kind: "nausea",
      onsetAt: at(40),
      severity: "mild",
      serious: [],
      relatedness: "related",
      interventions: [],
      outcome: "ongoing",
      notified: [],
    },
  },
  "call-help": { type: "call-help", alarmId: "help-000001", chairId: "chair-one", flag: "help" },
  "accept-alarm": { type: "accept-alarm", alarmId: "help-000001" },
  "clear-alarm": { type: "clear-alarm", alarmId: "help-000001", outcome: { code: "other" } },
  "pass-on-alarm": { type: "pass-on-alarm", alarmId: "help-000001" },
  "pause-audio": { type: "pause-audio", seconds: 60 },
  "stay-with-patient": { type: "stay-with-patient" },
  "ask-for-cover": { type: "ask-for-cover", coverId: "cover-0001", by: "clinician-0001", until: at(400) },
  "take-cover": { type: "take-cover", coverId: "cover-0001" },
  "end-cover": { type: "end-cover", coverId: "cover-0001" },
  "raise-timed-alarms": { type: "raise-timed-alarms" },
  "record-ride": { type: "record-ride", ride: { status: "none" } },
  "record-ride-call": { type: "record-ride-call", to: "escort", answer: "no-answer" },
  "override-check": {
    type: "override-check",
    seenSeq: 999,
    check: "time",
    reason: { code: "assessed-at-chair" },
    safeguard: { code: "follow-up-call" },
  },
  "return-belongings": { type: "return-belongings", lineOut: false },
  "confirm-fit-to-leave": { type: "confirm-fit-to-leave", seenSeq: 999 },
  "countersign-fit-to-leave": { type: "countersign-fit-to-leave", seenSeq: 999 },
  "record-verbal-countersign": {
    type: "record-verbal-countersign",
    seenSeq: 999,
    prescriber: "clinician-0001",
  },
  "acknowledge-door-reminder": {
    type: "acknowledge-door-reminder",
    shown: { kind: "until", until: 0 },
    escort: "not-present",
  },
  "give-hand-out": { type: "give-hand-out", language: "es" },
  "complete-discharge": { type: "complete-discharge", seenSeq: 999 },
  "record-left-against-advice": {
    type: "record-left-against-advice",
    leftAt: at(40),
    lastValues: "refused",
    risksToldBy: "nurse-0001",
    ride: "none",
    keys: "no-car",
    prescriberTold: false,
    reason: { code: "other" },
  },
  "record-left-without-ride": {
    type: "record-left-without-ride",
    leftAt: at(40),
    keys: "no-car",
    reminderHeard: true,
    prescriberTold: true,
    reason: { code: "ride-did-not-come" },
  },
  "record-not-in-chair": {
    type: "record-not-in-chair",
    noticedAt: at(40),
    lastSeenAt: at(39),
    phoned: "no-answer",
    prescriberTold: true,
  },
  "record-discharged-on-paper": {
    type: "record-discharged-on-paper",
    leftAt: at(40),
    signedBy: "nurse-0001",
    ride: "adult-in-building",
    reminderHeard: true,
  },
  "record-transferred-out": {
    type: "record-transferred-out",
    leftAt: at(40),
    to: "hospital",
    with: "ambulance",
    handedOver: true,
    prescriberTold: true,
    reason: { code: "needs-observation" },
  },
  "record-taken-by-emergency": {
    type: "record-taken-by-emergency",
    calledAt: at(39),
    leftAt: at(40),
    handedOver: true,
    prescriberTold: true,
    reason: { code: "breathing" },
  },
  "abort-before-dose": { type: "abort-before-dose", reason: { code: "other" } },
};

const STAGES: readonly (readonly [string, () => Scenario])[] = [
  ["nothing", () => given()],
  ["an empty clinic", () => given().founded()],
  ["a patient checked in", () => given().checkedIn()],
  ["a pump running", () => given().started()],
  ["a dose that ended", () => given().ended()],
  ["a patient at the door", () => given().atTheDoor()],
  [
    "a patient who has gone",
    () => {
      const clinic = given().atTheDoor();
      clinic.discharge();
      return clinic;
    },
  ],
];

describe("[DE1] decide answers every command, whatever the state", () => {
  test("[DE1] each command stands in this table", () => {
    expect(Object.keys(EVERY).toSorted()).toEqual(Command.options.map(({ shape }) => shape.type.value).toSorted());
  });

  test.each(
    STAGES.flatMap(([stage, make]) => Object.values(EVERY).map((wish) => [wish.type, stage, wish, make] as const)),
  )("[DE1] %s on %s", (type, _, wish, make) => {
    const clinic = make();
    const { events, rejected } = clinic.answer(MAY[type][0] ?? "system", wish);
    for (const event of events) expect(Event.safeParse(event).success).toBe(true);
    if (rejected) expect(Rejection.safeParse(rejected).success).toBe(true);
    expect(Clinic.safeParse(clinic.clinic()).success).toBe(true);
  });

  test("[DE1] the same question has the same answer, and asking changes nothing", () => {
    const [one, other] = [given().ready(), given().ready()];
    expect(one.clinic()).toEqual(other.clinic());
    expect(one.set({ spo2: 90 })).toEqual(other.set({ spo2: 90 }));
  });
});

test("[DE2] an id is never a name that every object has: a record would answer for it", () => {
  for (const name of ["constructor", "toString", "__proto__", "hasOwnProperty", "isPrototypeOf"])
    expect(SessionId.safeParse(name).success).toBe(false);
  expect([
    SessionId.safeParse("session-0001").success,
    SessionId.safeParse("session").success,
    SessionId.safeParse("a b c d e f").success,
  ]).toEqual([true, false, false]);
});
