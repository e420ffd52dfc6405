import { describe, expect, test } from "vitest";
import { DRUG_CLASS, DrugName, InterventionKind } from "#shared/session/care.ts";
import { Command } from "#shared/clinic/commands.ts";
import type { Session } from "#shared/session/session.ts";
import { at, given, only, types, type Answer, type Scenario, type Wish } from "./scenario.ts";

type Told = Extract<Wish, { type: "record-intervention" }>["told"];
type DrugTold = NonNullable<Told["drug"]>;
const ondansetron: DrugTold = {
  name: "ondansetron",
  class: "antiemetic",
  amount: 4,
  unit: "mg",
  route: "iv",
  orderedBy: "clinician-0001",
};
let count = 0;
const record = (clinic: Scenario, told: Partial<Told>, id = `care-${1000 + ++count}`, recalled?: Session): Answer =>
  clinic.answer(
    "nurse",
    { type: "record-intervention", interventionId: id, told: { kind: "reassurance", at: clinic.now(), ...told } },
    recalled,
  );
const drug = (clinic: Scenario, change: Partial<DrugTold> = {}) =>
  record(clinic, { kind: "drug", drug: { ...ondansetron, ...change } });
const strike = (clinic: Scenario, interventionId: string): Answer =>
  clinic.answer("nurse", { type: "strike-intervention", interventionId, reason: { code: "not-done" } });
const standing = (clinic: Scenario) =>
  clinic.session().interventions.map(({ kind, struck }) => `${kind}${struck ? " struck" : ""}`);

describe("[IN1] what was done", () => {
  test.each<[string, () => Scenario]>([
    ["before the dose", () => given().checkedIn()],
    ["while the pump runs", () => given().started().at(10)],
    ["after it", () => given().ended().at(50)],
    ["once fit", () => given().fit()],
  ])("[IN1] is recorded %s", (_, phase) => {
    const clinic = phase();
    expect(record(clinic, { kind: "repositioned" }).rejected).toBeUndefined();
    expect(clinic.session().interventions).toMatchObject([
      {
        kind: "repositioned",
        at: clinic.now(),
        recordedAt: clinic.now(),
        by: "nurse-0001",
        late: false,
        struck: false,
      },
    ]);
  });

  test("[IN1] is recorded after the patient has left", () => {
    const clinic = given().started().at(20);
    const recalled = clinic.session();
    clinic.submit("nurse", {
      type: "correct-dose-fact",
      factId: "start-0001",
      at: at(0),
      struck: true,
      reason: { code: "not-done" },
    });
    clinic.submit("nurse", { type: "abort-before-dose", reason: { code: "unwell" } });
    expect(types(record(clinic, { at: at(15) }, "care-late", recalled).events)).toEqual(["intervention-recorded"]);
    expect(record(clinic, {}).rejected).toEqual({ reason: "unknown-thing" });
  });

  test("[IN1] each of them, with what it asks for left out: it asks for nothing and suggests nothing", () => {
    for (const kind of InterventionKind.options) {
      const clinic = given().started().at(10);
      clinic.set();
      const before = clinic.due();
      const { events } = record(clinic, { kind, ...(kind === "drug" ? { drug: ondansetron } : {}) });
      expect(types(events), kind).toEqual(["intervention-recorded"]);
      expect(clinic.calls(), kind).toEqual([]);
      if (kind !== "oxygen-on") expect(clinic.due(), kind).toEqual(before); // DU11: on oxygen somebody looks
    }
  });

  test("[IN1] at a possible time, which stays beside the time of writing", () => {
    const clinic = given().started().at(20);
    expect(record(clinic, { at: at(21) + 1 }).rejected).toEqual({ reason: "in-the-future", field: "at" });
    expect(record(clinic, { at: at(-30) - 1 }).rejected).toEqual({ reason: "before-check-in", field: "at" });
    const late = (when: number) => only(record(clinic, { at: when }).events, "intervention-recorded");
    expect([late(at(15)).late, late(at(15) - 1).late]).toEqual([false, true]);
    expect(late(at(21)).told.at).toBe(at(20));
    expect(clinic.session().interventions[1]).toMatchObject({ at: at(15) - 1, recordedAt: at(20), late: true });
  });

  test("[IN1] can be struck, once, and stays in sight", () => {
    const clinic = given().started().at(10);
    record(clinic, { kind: "oxygen-on", litresPerMin: 2 }, "care-0001");
    expect(record(clinic, {}, "care-0001").rejected).toEqual({ reason: "id-taken" });
    expect(strike(clinic, "care-0001").rejected).toBeUndefined();
    expect(standing(clinic)).toEqual(["oxygen-on struck"]);
    expect(strike(clinic, "care-0001").rejected).toEqual({ reason: "already-replaced" });
    expect(strike(clinic, "care-none").rejected).toEqual({ reason: "unknown-thing" });
  });

  test("[IN1] what was struck counts for nothing", () => {
    const clinic = given().recovered();
    drug(clinic, { name: "lorazepam" });
    expect(clinic.check("drugs")?.state).toBe("not-met");
    strike(clinic, clinic.session().interventions[0]?.id ?? "");
    expect(clinic.check("drugs")).toBeUndefined();
  });
});

describe("[IN2] a drug", () => {
  test("[IN2] says which, how much, how, and who ordered it", () => {
    const wish = (told: object) =>
      Command.safeParse({
        type: "record-intervention",
        sessionId: "session-0001",
        interventionId: "care-0001",
        told: { kind: "drug", at: 0, drug: told },
      }).success;
    expect(wish(ondansetron)).toBe(true);
    for (const part of ["name", "amount", "unit", "route", "orderedBy", "class"] as const) {
      const { [part]: _, ...rest } = ondansetron;
      expect(wish(rest), part).toBe(false);
    }
    for (const amount of [0, -4, 10_001]) expect(wish({ ...ondansetron, amount })).toBe(false);
  });

  test("[IN2] is told with the drug, and nothing else is", () => {
    const clinic = given().started();
    expect(record(clinic, { kind: "drug" }).rejected).toEqual({ reason: "drug-missing" });
    expect(record(clinic, { kind: "suction", drug: ondansetron }).rejected).toEqual({ reason: "drug-missing" });
    expect(standing(clinic)).toEqual([]);
  });

  test.each(DrugName.exclude(["other"]).options)("[IN2] %s has the class that we know, whatever was tapped", (name) => {
    const clinic = given().started();
    for (const tapped of ["none-of-these", "sedative", "antiemetic"] as const) {
      drug(clinic, { name, class: tapped });
      expect(clinic.session().interventions.at(-1)?.drug?.class).toBe(DRUG_CLASS[name]);
    }
  });

  test("[IN2] of one that we do not know the nurse says it", () => {
    const clinic = given().started();
    for (const said of ["sedative", "antihypertensive", "antiemetic", "reversal", "none-of-these"] as const) {
      drug(clinic, { name: "other", class: said, text: "its name" });
      expect(clinic.session().interventions.at(-1)?.drug).toMatchObject({
        name: "other",
        class: said,
        text: "its name",
      });
    }
  });

  test("[IN2] the classes that decide about leaving", () => {
    const of = (wanted: string) => DrugName.exclude(["other"]).options.filter((name) => DRUG_CLASS[name] === wanted);
    expect(of("sedative")).toEqual(["midazolam", "lorazepam"]);
    expect(of("antihypertensive")).toEqual(["labetalol", "clonidine", "hydralazine", "metoprolol"]);
    expect(of("reversal")).toEqual(["flumazenil", "naloxone"]);
  });
});
