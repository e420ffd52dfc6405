import { expect, test } from "vitest";

import { beforeLines, orderText } from "#client/record/beforeLines.ts";
import { checkLines } from "#client/record/checkRows.ts";
import { doseFacts } from "#client/record/doseFacts.ts";
import { detail } from "#client/record/doseText.ts";
import { endFacts } from "#client/record/endFacts.ts";
import { interventionRows } from "#client/record/interventionRows.ts";
import { also, cells, COLUMNS } from "#client/record/observationText.ts";
import { placeRows } from "#client/record/placeRows.ts";
import { doseRows, judgedAtTheEnd, tellings } from "#client/record/recordModel.ts";
import { rideLines } from "#client/record/rideLines.ts";
import { signatures } from "#client/record/signatureRows.ts";
import { assert } from "#shared/base/assert.ts";
import type { AdverseEventId, InterventionId, SessionId } from "#shared/base/ids.ts";
import { protocolOf } from "#shared/clinic/clinic.ts";
import type { AdverseEventTold } from "#shared/session/care.ts";
import type * as z from "zod";
import { clinicDay, id, REY, WELL, ZONE } from "#tests/client/discharge/day.ts";

type Day = ReturnType<typeof clinicDay>;

const sessionOf = (day: Day, sessionId: SessionId) => {
  const session = day.clinic().sessions[sessionId];
  assert(session !== undefined, "no such session");
  return session;
};
const name = (by: string): string => by;
const before = (day: Day, sessionId: SessionId) => {
  const session = sessionOf(day, sessionId);
  const protocol = protocolOf(day.clinic(), session.protocol);
  assert(protocol !== undefined, "no protocol");
  return beforeLines(session, protocol, name);
};

test("[RC6] an order reads as it was given, on each route", () => {
  const said = { kind: "signed", prescriber: REY, confirmed: false } as const;
  expect(orderText({ route: "iv", ...said, mg: 35, mgPerKg: 0.5, weightKg: 70, minutes: 40 })).toBe(
    "35 mg IV (0.5 mg/kg, 70 kg) over 40 min",
  );
  expect(orderText({ route: "im", ...said, mg: 60, second: { mgAtMost: 30, fromMin: 20, toMin: 40 } })).toBe(
    "60 mg IM, a second injection of at most 30 mg, 20 to 40 min after the first",
  );
  expect(orderText({ route: "im", ...said, mg: 70, mgPerKg: 1, weightKg: 70 })).toBe("70 mg IM (1 mg/kg, 70 kg)");
  expect(orderText({ route: "nasal", ...said, mg: 56 })).toBe("56 mg nasal");
});

test("[RC6] a verbal order says until when it is to be signed, and then who signed it", () => {
  const day = clinicDay();
  const sessionId = day.checkIn("pat-a", "chair-1", undefined, "nasal");
  day.order(sessionId, { route: "nasal", kind: "verbal", prescriber: REY, mg: 56, confirmed: false });
  expect(before(day, sessionId)[0]?.text).toBe(
    "56 mg nasal · verbal, read back · prescriber rey-0000 · NOT co-signed yet: due Wed 25 Nov, 10:00",
  );
  const seq = sessionOf(day, sessionId).orders[0]?.seq ?? 0;
  day.run({ type: "cosign", sessionId, what: { kind: "order", seq } }, "clinician", REY);
  expect(before(day, sessionId)[0]?.text).toContain("co-signed by rey-0000, Tue 24 Nov, 10:00");
});

test("[RC6] history that was reviewed and medicines that were asked about are lines of their own", () => {
  const day = clinicDay();
  const sessionId = day.checkIn("pat-a", "chair-1");
  day.run({ type: "review-history", sessionId, unchangedSince: "2026-11-17" });
  const medicines = {
    benzodiazepine: true,
    sedativeHypnotic: false,
    opioid: false,
    psychostimulant: true,
    maoi: false,
  };
  day.run({ type: "record-medicines", sessionId, medicines });
  const lines = before(day, sessionId).map(({ label, text }) => `${label}: ${text}`);
  expect(lines).toContain("Allergies: reviewed, unchanged since 2026-11-17");
  expect(lines).toContain("Medicines taken today: benzodiazepine, psychostimulant");
});

test("[RC6] devices and injections are told one by one, and in the summary together", () => {
  const day = clinicDay();
  const spray = day.sprayed("pat-a", "chair-1");
  const session = sessionOf(day, spray);
  expect(doseRows(session).map(detail)).toEqual(["28 mg · of 2 ordered", "28 mg · of 2 ordered"]);
  expect(doseFacts(session)).toEqual([
    ["T0, first device", "10:00"],
    ["Last device", "10:05"],
    ["Given", "56 mg in 2 devices"],
  ]);
  const shot = day.checkIn("pat-b", "chair-2", undefined, "im");
  day.run({
    type: "give-injection", sessionId: shot, factId: day.factId(), at: day.now(), mg: 60, site: "left-deltoid", package: { lot: "K7", expires: "2027-03" },
  }); // prettier-ignore
  const [fact] = doseRows(sessionOf(day, shot));
  expect(fact && detail(fact)).toBe("60 mg · left deltoid · lot K7 · expires 2027-03");
  expect(fact?.flags).toContain("no-order");
  expect(doseFacts(sessionOf(day, shot)).at(-1)).toEqual(["Given", "60 mg in 1 injection"]);
});

test("[RC6] every value has its unit, and every level its meaning", () => {
  expect(COLUMNS).toEqual([
    "Time", "BP mmHg", "HR /min", "SpO₂ %", "RR /min", "Sedation", "Diss. of 10", "Distress of 10", "Also", "By",
  ]); // prettier-ignore
  expect(cells({ ...WELL, dissociation: 6, sedation: 4 }).map(({ text, meaning }) => [text, meaning])).toEqual([
    ["122/76", undefined],
    ["70", undefined],
    ["98", undefined],
    ["14", undefined],
    ["4", "Drowsy"],
    ["6", "Detached, slow answers"],
    ["0", "Calm"],
  ]);
});

test("[RC6] what has no column of its own stands beside it with its unit", () => {
  const day = clinicDay();
  const sessionId = day.checkIn("pat-a", "chair-1");
  day.observe(sessionId, {
    ...WELL, map: 91, temp: 36.8, rass: -1, nausea: 5, vomitCount: 2, suicidality: "thoughts", standingSbp: 118, standingDbp: 74,
    symptoms: [{ symptom: "blurred-vision", grade: "mild" }], oxygen: { on: true, litresPerMin: 2, by: "nasal-prongs" }, position: "sitting", cadssItems: { "1": 2, "7": 0 },
  }); // prettier-ignore
  const [one] = sessionOf(day, sessionId).observations;
  expect(one && also(one)).toEqual([
    "MAP 91 mmHg",
    "Temp 36.8 °C",
    "RASS -1: holds your eye over 10 s",
    "Nausea 5 of 10: moderate, asks for help",
    "BP standing 118/74 mmHg",
    "blurred vision, mild",
    "vomited 2 times",
    "suicidal thoughts",
    "CADSS items 1: 2, 7: 0",
    "on oxygen, 2 L/min, nasal prongs",
    "sitting",
  ]);
});

const dizzy: z.infer<typeof AdverseEventTold> = {
  kind: "dizziness",
  onsetAt: clinicDay().now(),
  severity: "mild",
  serious: [],
  relatedness: "related",
  interventions: [],
  notified: [],
  outcome: "ongoing",
};

test("[RC7] every telling of an adverse event stays, and the last one counts", () => {
  const day = clinicDay();
  const sessionId = day.checkIn("pat-a", "chair-1");
  const tell = (event: string, told: typeof dizzy) =>
    day.run({ type: "record-adverse-event", sessionId, adverseEventId: `${event}-0000` as AdverseEventId, told });
  tell("one", dizzy);
  tell("two", { ...dizzy, kind: "headache" });
  tell("one", { ...dizzy, outcome: "resolved", resolvedAt: day.now() });
  expect(
    tellings(sessionOf(day, sessionId)).map(
      ({ event, nth, counts }) => `${event.kind} ${event.outcome} ${nth} ${counts}`,
    ),
  ).toEqual(["dizziness ongoing 1 false", "dizziness resolved 2 true", "headache ongoing 1 true"]);
});

test("[RC7] an intervention that was struck stays with who struck it and why", () => {
  const day = clinicDay();
  const sessionId = day.checkIn("pat-a", "chair-1");
  const interventionId = "intervention-1" as InterventionId;
  day.run({ type: "record-intervention", sessionId, interventionId, told: { kind: "oxygen-on", at: day.now() } });
  day.pass(1);
  day.run({ type: "strike-intervention", sessionId, interventionId, reason: { code: "wrong-chair" } });
  expect(interventionRows(sessionOf(day, sessionId), day.log())).toMatchObject([
    {
      one: { kind: "oxygen-on", struck: true },
      struck: { at: day.now(), by: "ana-0000", reason: { code: "wrong-chair" } },
    },
  ]);
});

test("[RC8] a word of mouth, its signature and a check that was let pass are signatures with their meaning", () => {
  const day = clinicDay();
  const sessionId = day.sprayed("pat-a", "chair-1");
  day.run({ type: "confirm-fit-to-leave", sessionId, seenSeq: day.clinic().seq });
  day.run({ type: "record-verbal-countersign", sessionId, seenSeq: day.clinic().seq, prescriber: REY });
  day.run({ type: "cosign", sessionId, what: { kind: "fit-to-leave" } }, "clinician", REY);
  day.observe(sessionId, { rr: 14, orientation: "oriented", gait: "unsteady" }, "exit");
  day.run(
    {
      type: "override-check", sessionId, seenSeq: day.clinic().seq, check: "walk",
      reason: { code: "usual-for-patient" }, safeguard: { code: "stays-with-adult" },
    },
    "clinician",
    REY,
  ); // prettier-ignore
  expect(signatures(day.log()).map(({ meaning, by, voided }) => [meaning, by, voided])).toEqual([
    [{ kind: "fit" }, "ana-0000", true],
    [{ kind: "verbal", from: REY }, "ana-0000", true],
    [{ kind: "cosigned", what: "fit-to-leave" }, REY, false],
    [{ kind: "overridden", check: "walk" }, REY, false],
  ]);
});

test("[RC3] each group has its checks under it, and a group of an old record carries its own evidence", () => {
  const day = clinicDay();
  const sessionId = day.recovered("pat-a", "chair-1");
  day.run({ type: "confirm-fit-to-leave", sessionId, seenSeq: day.clinic().seq });
  const { criteria } = judgedAtTheEnd(day.log()) ?? { criteria: [] };
  expect(
    checkLines(criteria)
      .map(({ is, id: line }) => `${is} ${line}`)
      .slice(0, 5),
  ).toEqual(["group time", "check time", "group pressure-oxygen", "check sets", "check pressure"]);
  const old = criteria.map(({ checks: _, ...rest }) => rest);
  const lines = checkLines(old);
  expect(lines.every(({ is }) => is === "group")).toBe(true);
  expect(lines[1]?.evidence.length).toBeGreaterThan(0);
});

test("[RC9] moves, the restroom and hand-overs stand in their order", () => {
  const day = clinicDay();
  const sessionId = day.checkIn("pat-a", "chair-1");
  day.run({ type: "move-session", sessionId, chairId: id<"ChairId">("chair-2") });
  day.run({ type: "record-away", sessionId, where: "restroom-escorted" });
  day.run({ type: "record-back", sessionId });
  day.run({ type: "take-over-patient", sessionId }, "nurse", id<"PersonId">("ben"));
  day.run({ type: "stay-with-patient", sessionId });
  expect(placeRows(day.log()).map(({ what }) => what.kind)).toEqual(["moved", "away", "back", "taken-over", "stayed"]);
});

test("[RC9] the ride and every call for it are told", () => {
  const day = clinicDay();
  const sessionId = day.checkIn("pat-a", "chair-1");
  day.run({ type: "record-ride", sessionId, ride: { status: "arranged" } });
  day.run({ type: "record-ride-call", sessionId, to: "second-contact", answer: "cannot" });
  expect(rideLines(day.log()).map(({ label, text }) => `${label}: ${text}`)).toEqual([
    "Ride: arranged",
    "Called: second contact: cannot come",
  ]);
});

test("[RC10] an end is printed as what it is, with all that was told of it", () => {
  const day = clinicDay();
  const sessionId = day.checkIn("pat-a", "chair-1");
  day.start(sessionId);
  day.pass(30);
  const at = day.now();
  const told = { leftAt: at, handedOver: true, prescriberTold: false, reason: { code: "breathing" } } as const;
  day.run({ type: "record-taken-by-emergency", sessionId, calledAt: at - 600_000, arrivedAt: at - 60_000, ...told });
  expect(endFacts(day.log(), { zone: ZONE, name })).toEqual([
    ["Emergency services called", "10:20"],
    ["Arrived", "10:29"],
    ["Because", "breathing"],
    ["Handed over", "yes"],
    ["Prescriber told", "no"],
  ]);
});

test("[RC10] an empty chair says when it was found, when the patient was last seen, and whether they were phoned", () => {
  const day = clinicDay();
  const sessionId = day.checkIn("pat-a", "chair-1");
  day.pass(30);
  const times = { noticedAt: day.now(), lastSeenAt: day.now() - 1_200_000 };
  day.run({ type: "record-not-in-chair", sessionId, ...times, phoned: "no-answer", prescriberTold: true });
  expect(endFacts(day.log(), { zone: ZONE, name })).toEqual([
    ["Chair found empty", "10:30"],
    ["Last seen", "10:10"],
    ["Phoned", "no answer"],
    ["Keys then", "none"],
    ["Prescriber told", "yes"],
  ]);
});
