import { expect, test } from "vitest";

import { dueWindow } from "#client/chair/dueModel.ts";
import { keptWords } from "#client/chair/keptWords.ts";
import { shownChecks } from "#client/chair/leavingModel.ts";
import { sessionLog } from "#client/chair/sessionLog.ts";
import { checkWords } from "#client/ui/checkWords.ts";
import { Command } from "#shared/clinic/commands.ts";
import { dueList } from "#shared/recovery/due.ts";
import { wantsCountersign } from "#shared/session/fitToLeave.ts";
import { at, given, type Scenario } from "#tests/rules/scenario.ts";

const texts = (one: Scenario) => sessionLog(one.session(), (id) => id).map(({ text }) => text);

test("[CH21] a corrected time stands where it was, struck through, and where it is", () => {
  const one = given().started().at(10);
  one.submit("nurse", {
    type: "correct-dose-fact",
    factId: "start-0001",
    at: at(-2),
    struck: false,
    reason: { code: "wrong-time" },
  });
  const starts = sessionLog(one.session()).filter(({ text }) => text.startsWith("Infusion: Start"));
  expect(starts.map(({ at: when, struck }) => [when, struck])).toEqual([
    [at(0), true],
    [at(-2), false],
  ]);
});

test("[CH21] injections, devices, medicines, interventions, events, counts and verbal words are in the log", () => {
  const one = given({ route: "nasal" }).given().at(12);
  one.submit("nurse", { type: "record-away", where: "restroom-escorted" });
  one.submit("nurse", { type: "stay-with-patient" });
  one.submit("nurse", {
    type: "record-intervention",
    interventionId: "done-0001",
    told: {
      kind: "drug",
      at: at(12),
      drug: {
        name: "ondansetron",
        class: "antiemetic",
        amount: 4,
        unit: "mg",
        route: "iv",
        orderedBy: "clinician-0001",
      },
    },
  });
  one.submit("nurse", {
    type: "strike-intervention",
    interventionId: "done-0001",
    reason: { code: "wrong-chair" },
  });
  one.submit("nurse", {
    type: "count-drug",
    drugCountId: "count-0001",
    told: { drawnMg: 84, givenMg: 84, wastedMg: 0, package: {} },
  });
  const said = texts(one);
  expect(said).toContain("Device · 28 mg");
  expect(said).toContain("Restroom, escorted");
  expect(said).toContain("With the patient until 10:22");
  expect(said).toContain("Drug · Ondansetron 4 mg IV · ordered by clinician-0001");
  expect(said).toContain("Drug counted: drawn 84 mg, given 84 mg, wasted 0 mg");
  expect(sessionLog(one.session()).find(({ text }) => text.startsWith("Drug · "))?.struck).toBe(true);
});

test("[CH21] a dose that was flagged says so, and an order says who gave it", () => {
  const one = given().checkedIn().at(0);
  one.start();
  expect(texts(one).find((text) => text.startsWith("Infusion"))).toContain("⚑ no order");
  one.ordered();
  expect(texts(one)).toContain("Order: 35 mg (0.5 mg/kg, 70 kg) over 40 min · Signed · clinician-0001");
});

test("[CH21] what a prescriber said stays in the log, also once it is signed", () => {
  const one = given().fit();
  one.submit("nurse", {
    type: "record-verbal-countersign",
    prescriber: "clinician-0001",
    seenSeq: one.clinic().seq,
  });
  expect(texts(one)).toContain("clinician-0001 said: may leave");
  one.at(75).submit("clinician", { type: "cosign", what: { kind: "fit-to-leave" } });
  expect(texts(one)).toEqual(
    expect.arrayContaining(["clinician-0001 said: may leave", "Verbal word signed: may leave"]),
  );
});

test("[CH21] every wish that can lie on a tablet has its words, and they are no code", () => {
  for (const { shape } of Command.options) {
    const type = shape.type.value;
    if (["record-observation", "correct-observation", "record-intervention", "record-adverse-event"].includes(type))
      continue;
    const words = keptWords({ type, item: "identity", answer: "done", mg: 1, plannedMin: 1 } as unknown as Command);
    expect(words, type).toMatch(/^[A-Z]/);
  }
});

test("[CH20] a check that somebody let pass says by whom, inside a group that is met", () => {
  const one = given().recovered();
  one.submit("nurse", {
    type: "record-observation",
    observationId: "observation-sick",
    entered: {
      sheet: "full",
      observedAt: one.now(),
      values: { sbp: 120, dbp: 76, hr: 70, spo2: 98, sedation: 5, dissociation: 0, distress: 0, nausea: 6 },
      confirmed: [],
    },
  });
  const nausea = () => one.readiness().criteria.find(({ id }) => id === "effects");
  const shown = () => shownChecks(nausea() ?? { checks: [], state: "unknown", whose: "nurse" });
  expect(shown().map(({ id }) => id)).toEqual(["nausea"]);
  expect(nausea()?.checks.map((check) => checkWords(check, () => "Dr. Rey"))).toContain("not met · nurse");
  one.submit("clinician", {
    type: "override-check",
    check: "nausea",
    reason: { code: "usual-for-patient" },
    safeguard: { code: "follow-up-call" },
    seenSeq: one.clinic().seq,
  });
  expect(nausea()?.state).toBe("met");
  expect(shown().map((check) => checkWords(check, () => "Dr. Rey"))).toEqual([
    "let pass by Dr. Rey: usual for this patient",
  ]);
  expect(texts(one)).toContain("Let pass: Nausea no more than mild · usual for this patient · follow-up call");
});

test("[CH20] where every check says what its group says, the group says it once", () => {
  const one = given().ended().at(41);
  const awake = one.readiness().criteria.find(({ id }) => id === "awake");
  expect(awake?.checks.length).toBeGreaterThan(1);
  expect(awake && shownChecks(awake)).toEqual([]);
});

test("[CH20] a newer signature of the nurse asks for the prescriber's again", () => {
  const one = given().fit();
  expect(wantsCountersign(one.session())).toBe(true);
  one.submit("clinician", { type: "countersign-fit-to-leave", seenSeq: one.clinic().seq });
  expect(wantsCountersign(one.session())).toBe(false);
  expect(wantsCountersign(given().recovered().session())).toBe(false);
});

test("[CH24] of a long list of checks the next one is in sight, with what was done just before it", () => {
  const im = given({ route: "im" }).given().at(2);
  const all = dueList(im.session(), im.protocol(), im.now());
  expect(dueWindow(all)[0]).toBe(all[0]);
  im.at(5).set();
  im.at(10).set();
  im.at(15).set();
  const later = dueList(im.session(), im.protocol(), im.at(16).now());
  expect(dueWindow(later).map(({ at: when }) => (when - at(0)) / 60_000)).toEqual([10, 15, 20, 30, 45, 60]);
  expect(dueWindow(later.slice(0, 2))).toHaveLength(2);
});
