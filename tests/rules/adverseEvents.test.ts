import { describe, expect, test } from "vitest";
import { MINUTE } from "#shared/base/time.ts";
import { AdverseEventKind, AdverseEventTold } from "#shared/session/care.ts";
import type { Session } from "#shared/session/session.ts";
import { at, given, types, type Answer, type Scenario, type Wish } from "./scenario.ts";

type Told = Extract<Wish, { type: "record-adverse-event" }>["told"];
const VOMITING: Told = {
  kind: "vomiting",
  onsetAt: at(10),
  severity: "moderate",
  serious: [],
  relatedness: "related",
  interventions: [],
  outcome: "ongoing",
  notified: [],
};
const tell = (
  clinic: Scenario,
  change: Partial<Told> = {},
  adverseEventId = "adverse-0001",
  recalled?: Session,
): Answer =>
  clinic.answer("nurse", { type: "record-adverse-event", adverseEventId, told: { ...VOMITING, ...change } }, recalled);
const told = (clinic: Scenario) => clinic.session().adverseEvents;

describe("[AE1] an adverse event", () => {
  test.each<[string, () => Scenario]>([
    ["before the dose", () => given().prepared()],
    ["while the pump runs", () => given().started().at(10)],
    ["after it", () => given().ended().at(50)],
    ["once fit", () => given().fit()],
  ])("[AE1] is recorded %s", (_, phase) => {
    const clinic = phase();
    const onsetAt = clinic.now() - 2 * MINUTE;
    expect(tell(clinic, { onsetAt }).rejected).toBeUndefined();
    expect(told(clinic)).toEqual([
      { ...VOMITING, onsetAt, id: "adverse-0001", recordedAt: clinic.now(), by: "nurse-0001" },
    ]);
  });

  test("[AE1] is recorded after the patient has left, with an onset after leaving", () => {
    const clinic = given().checkedIn();
    const recalled = clinic.session();
    clinic.submit("nurse", { type: "abort-before-dose", reason: { code: "unwell" } });
    const { events } = tell(clinic.at(600), { onsetAt: at(590) }, "adverse-0001", recalled);
    expect(types(events)).toEqual(["adverse-event-recorded"]);
    expect(tell(clinic).rejected).toEqual({ reason: "unknown-thing" });
  });

  test("[AE1] has kind, onset, severity, what was done, and how it ended: none can be left out", () => {
    expect(AdverseEventTold.safeParse(VOMITING).success).toBe(true);
    for (const part of Object.keys(VOMITING)) {
      const { [part as keyof Told]: _, ...rest } = VOMITING;
      expect(AdverseEventTold.safeParse(rest).success, part).toBe(false);
    }
    expect(AdverseEventTold.safeParse({ ...VOMITING, severity: "bad" }).success).toBe(false);
    expect(AdverseEventKind.options).toHaveLength(new Set(AdverseEventKind.options).size);
  });

  test("[AE1] began at a possible time", () => {
    const clinic = given().started().at(20);
    expect(tell(clinic, { onsetAt: at(21) + 1 }).rejected).toEqual({ reason: "in-the-future", field: "onsetAt" });
    expect(tell(clinic, { onsetAt: at(-30) - 1 }).rejected).toEqual({ reason: "before-check-in", field: "onsetAt" });
    expect(tell(clinic, { onsetAt: at(21) }).rejected).toBeUndefined();
    expect(told(clinic)[0]?.onsetAt).toBe(at(20));
  });

  test("[AE1] did not end before it began", () => {
    const end = (resolvedAt: number) => tell(given().started().at(20), { outcome: "resolved", resolvedAt }).rejected;
    expect(end(at(10) - 1)).toEqual({ reason: "invalid", field: "resolvedAt", problem: "before-onset" });
    expect([end(at(10)), end(at(20))]).toEqual([undefined, undefined]);
  });

  test("[AE1] did not end, and nobody was told, in the future", () => {
    const clinic = given().started().at(20);
    expect(tell(clinic, { outcome: "resolved", resolvedAt: at(40) }).rejected).toMatchObject({
      reason: "in-the-future",
    });
    expect(tell(clinic, { notified: [{ who: "prescriber", at: at(40) }] }).rejected).toMatchObject({
      reason: "in-the-future",
    });
  });

  test("[AE1] what was done is something that was recorded", () => {
    const clinic = given().started().at(20);
    clinic.submit("nurse", {
      type: "record-intervention",
      interventionId: "care-0001",
      told: { kind: "suction", at: at(12) },
    });
    expect(tell(clinic, { interventions: ["care-0001", "care-none"] }).rejected).toEqual({ reason: "unknown-thing" });
    expect(tell(clinic, { interventions: ["care-0001"] }).rejected).toBeUndefined();
  });
});

describe("[AE2] told again", () => {
  test("[AE2] it grows, and every telling stays with who told it and when", () => {
    const clinic = given().started().at(20);
    tell(clinic);
    const grown = { outcome: "resolved", resolvedAt: at(30), worst: { measure: "nausea", value: 8 } } as const;
    clinic.at(40);
    clinic.submit("clinician", {
      type: "record-adverse-event",
      adverseEventId: "adverse-0001",
      told: { ...VOMITING, ...grown },
    });
    expect(told(clinic)).toMatchObject([
      { id: "adverse-0001", outcome: "ongoing", recordedAt: at(20), by: "nurse-0001" },
      { id: "adverse-0001", ...grown, recordedAt: at(40), by: "clinician-0001" },
    ]);
    expect(told(clinic)[0]).not.toHaveProperty("worst");
  });

  test("[AE2] another one is another one", () => {
    const clinic = given().started().at(20);
    tell(clinic);
    tell(clinic, { kind: "fall" }, "adverse-0002");
    expect(told(clinic).map(({ id, kind }) => `${id} ${kind}`)).toEqual(["adverse-0001 vomiting", "adverse-0002 fall"]);
  });

  test("[AE2] a fall undoes the walk, and one that was none after all does not", () => {
    const clinic = given().recovered().at(72);
    expect(clinic.check("walk")?.state).toBe("met");
    tell(clinic, { kind: "fall", onsetAt: at(71) });
    expect(clinic.check("walk")?.state).toBe("stale");
    tell(clinic.at(73), { kind: "nausea", onsetAt: at(71) });
    expect(clinic.check("walk")?.state).toBe("met");
  });
});
