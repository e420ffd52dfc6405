import { expect, test } from "vitest";

import {
  adverseDraft,
  adverseEventOf,
  countOf,
  EMPTY_ADVERSE,
  EMPTY_COUNT,
  EMPTY_INTERVENTION,
  interventionOf,
  type AdverseDraft,
  type InterventionDraft,
} from "#client/chair/careModel.ts";
import { AdverseEventId, DrugCountId, InterventionId, PersonId } from "#shared/base/ids.ts";
import { addsUp, adverseEventsOf } from "#shared/session/care.ts";
import { at, given } from "#tests/rules/scenario.ts";

const DRUG: InterventionDraft = {
  ...EMPTY_INTERVENTION,
  kind: "drug",
  drug: "midazolam",
  amount: "2,5",
  unit: "mg",
  route: "iv",
  orderedBy: PersonId.parse("clinician-0001"),
};

test("[CH17] a drug has its name, amount, unit, route and who ordered it; none is proposed", () => {
  expect(interventionOf({ ...EMPTY_INTERVENTION, kind: "drug" }, at(5))).toBeUndefined();
  for (const missing of ["drug", "unit", "route", "orderedBy"] as const)
    expect(interventionOf({ ...DRUG, [missing]: undefined }, at(5))).toBeUndefined();
  for (const amount of ["", "0", "two", "-1"]) expect(interventionOf({ ...DRUG, amount }, at(5))).toBeUndefined();
  expect(interventionOf(DRUG, at(5))).toEqual({
    kind: "drug",
    at: at(5),
    drug: { name: "midazolam", class: "sedative", amount: 2.5, unit: "mg", route: "iv", orderedBy: "clinician-0001" },
  });
});

test("[CH17] a drug that is not on the list says its name and what it means for leaving", () => {
  const other = { ...DRUG, drug: "other" } as const;
  expect(interventionOf(other, at(5))).toBeUndefined();
  expect(interventionOf({ ...other, drugClass: "sedative" }, at(5))).toBeUndefined();
  expect(interventionOf({ ...other, drugClass: "sedative", drugName: " diazepam " }, at(5))?.drug).toMatchObject({
    name: "other",
    class: "sedative",
    text: "diazepam",
  });
});

test("[CH17] anything else is one tap, and the rule accepts it", () => {
  const one = given().started().at(5);
  const told = interventionOf({ ...EMPTY_INTERVENTION, kind: "legs-raised", litres: "nonsense" }, one.now());
  expect(told).toEqual({ kind: "legs-raised", at: one.now() });
  expect(interventionOf({ ...EMPTY_INTERVENTION, kind: "oxygen-on", litres: "2" }, at(5))).toMatchObject({
    litresPerMin: 2,
  });
  expect(interventionOf({ ...EMPTY_INTERVENTION, kind: "oxygen-on", litres: "a lot" }, at(5))).toBeUndefined();
  if (!told) throw new Error("nothing told");
  one.submit("nurse", { type: "record-intervention", interventionId: InterventionId.parse("done-0001"), told });
  expect(one.session().interventions).toHaveLength(1);
});

const NAUSEA = {
  ...EMPTY_ADVERSE,
  kind: "nausea",
  severity: "mild",
  outcome: "ongoing",
  relatedness: "related",
} as const satisfies AdverseDraft;

test("[CH18] an event is four taps; told again it keeps when it began, and the last telling counts", () => {
  const one = given().started().at(5);
  expect(
    adverseEventOf({ ...NAUSEA, outcome: undefined } as unknown as AdverseDraft, at(5), undefined),
  ).toBeUndefined();
  const tell = (draft: AdverseDraft, onsetAt: number) => {
    const before = adverseEventsOf(one.session())[0];
    const told = adverseEventOf(draft, onsetAt, before);
    if (!told) throw new Error("nothing told");
    one.submit("nurse", { type: "record-adverse-event", adverseEventId: AdverseEventId.parse("event-0001"), told });
  };
  tell(NAUSEA, at(5));
  const [first] = adverseEventsOf(one.session());
  if (!first) throw new Error("no event");
  one.at(20);
  tell({ ...adverseDraft(first), outcome: "resolved" }, at(20));
  expect(adverseEventsOf(one.session())).toMatchObject([{ outcome: "resolved", onsetAt: at(5) }]);
  expect(one.session().adverseEvents).toHaveLength(2);
});

test("[CH19] a count is three typed numbers; nought is one, and what does not add up is said", () => {
  expect(countOf(EMPTY_COUNT)).toBeUndefined();
  expect(countOf({ drawn: "50", given: "35", wasted: "", lot: "" })).toBeUndefined();
  const told = countOf({ drawn: "50", given: "35", wasted: "15", lot: " A1 " });
  expect(told).toEqual({ drawnMg: 50, givenMg: 35, wastedMg: 15, package: { lot: "A1" } });
  expect(told && addsUp(told)).toBe(true);
  const off = countOf({ drawn: "50", given: "35", wasted: "0", lot: "" });
  expect(off && addsUp(off)).toBe(false);
  const one = given().ended().at(45);
  if (!off) throw new Error("no count");
  one.submit("nurse", { type: "count-drug", drugCountId: DrugCountId.parse("count-0001"), told: off });
  expect(one.session().drugCounts[0]?.flags).toEqual(["does-not-add-up"]);
});
