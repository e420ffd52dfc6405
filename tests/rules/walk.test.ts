import { describe, expect, test } from "vitest";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import type { AdverseEventKind } from "#shared/session/care.ts";
import type { Values } from "#shared/vitals/observation.ts";
import { at, given, type Scenario } from "./scenario.ts";
import { happened, recoveredBy } from "./leavingSteps.ts";

const state = (clinic: Scenario) => [clinic.check("oriented")?.state, clinic.check("walk")?.state];

describe("[RD6] what undoes a walk, and what undoes orientation", () => {
  const facts: readonly (readonly [string, Values, readonly [string, string]])[] = [
    ["nothing", {}, ["met", "met"]],
    ["no symptom", { symptoms: [] }, ["met", "met"]],
    ["a symptom, however mild", { symptoms: [{ symptom: "numbness", grade: "mild" }] }, ["met", "stale"]],
    ["nausea as a number", { nausea: 3 }, ["met", "met"]],
    ["drowsiness", { sedation: 4 }, ["stale", "stale"]],
    ["deep sedation", { sedation: 2 }, ["stale", "stale"]],
  ];
  test.each(facts)("[RD6] %s, a second after the look", (_, values, after) => {
    const clinic = given().recovered().at(72);
    clinic.set(values, { at: at(70, 1) });
    expect(state(clinic)).toEqual(after);
    clinic.exit();
    expect(state(clinic)).toEqual(["met", "met"]);
  });

  test.each(facts.slice(2))("[RD6] not %s at the moment of the look, nor before it", (_, values) => {
    for (const second of [0, -1]) {
      const clinic = given().recovered().at(72);
      clinic.set(values, { at: at(70, second) });
      expect(state(clinic)).toEqual(["met", "met"]);
    }
  });

  test("[RD6] a look-in that was not well asks for another walk, a good one does not", () => {
    const looked = (seen: Values["seen"]) => {
      const clinic = given().recovered().at(72);
      clinic.lookIn(seen);
      return state(clinic);
    };
    expect(looked("needs-attention")).toEqual(["met", "stale"]);
    expect(looked("resting-breathing")).toEqual(["met", "met"]);
    expect(looked("awake-comfortable")).toEqual(["met", "met"]);
  });

  const falls: readonly AdverseEventKind[] = ["fall", "loss-of-consciousness", "seizure-like"];
  test.each(falls)("[RD6] %s that was reported, to the second", (kind) => {
    const after = (second: number) => {
      const clinic = given().recovered().at(72);
      happened(clinic, kind, at(70, second));
      return state(clinic);
    };
    expect([after(1), after(0), after(-1)]).toEqual([
      ["met", "stale"],
      ["met", "met"],
      ["met", "met"],
    ]);
  });

  test("[RD6] of an event that was told again the last telling counts", () => {
    const clinic = given().recovered().at(72);
    happened(clinic, "fall");
    expect(state(clinic)).toEqual(["met", "stale"]);
    happened(clinic, "headache"); // under the same id
    expect(state(clinic)).toEqual(["met", "met"]);
    happened(clinic, "fall", at(70));
    expect(state(clinic)).toEqual(["met", "met"]);
    happened(clinic, "fall", at(70, 1));
    expect(state(clinic)).toEqual(["met", "stale"]);
  });

  test("[RD6] another event undoes nothing", () => {
    const clinic = given().recovered().at(72);
    happened(clinic, "headache");
    happened(clinic, "dizziness", at(72), "adverse-0002");
    expect(state(clinic)).toEqual(["met", "met"]);
  });

  test("[RD6] a struck drowsy set is as if it had not been", () => {
    const clinic = given().recovered().at(72);
    clinic.set({ sedation: 4 });
    const { id } = clinic.lastObservation();
    clinic.submit("nurse", { type: "strike-observation", observationId: id, reason: { code: "wrong-chair" } });
    expect(state(clinic)).toEqual(["met", "met"]);
  });

  test("[RD6] its evidence is the walk, and unsteady is not met", () => {
    const clinic = given().recovered();
    const exit = clinic.lastObservation().id;
    expect(clinic.check("walk")).toMatchObject({
      id: "walk",
      state: "met",
      evidence: [
        { observationId: exit, measure: "gait", value: "as-on-arrival", observedAt: at(70), by: "nurse-0001" },
      ],
      whose: "nurse",
    });
    clinic.at(71).exit({ gait: "unsteady" });
    expect(clinic.check("walk")).toMatchObject({ state: "not-met", evidence: [{ value: "unsteady" }] });
    expect(clinic.check("oriented")?.state).toBe("met");
    clinic.at(72).exit({ orientation: "not-oriented" });
    expect(state(clinic)).toEqual(["not-met", "met"]);
  });
});

describe("[RD4] fully awake on the last look", () => {
  const awake = (clinic: Scenario) => clinic.check("awake")?.state;
  test("[RD4] five and nothing less, and one before the acute end is none", () => {
    for (const sedation of [0, 1, 2, 3, 4]) {
      const clinic = given().ended().at(55);
      clinic.set({ sedation });
      expect(awake(clinic)).toBe("not-met");
    }
    expect(awake(given().ended())).toBe("unknown");
    expect(awake(given().recovered())).toBe("met");
  });

  test("[RD4] a good look-in keeps it current, one that was not well does not", () => {
    const clinic = given().recovered().at(84);
    clinic.lookIn("needs-attention");
    expect([awake(clinic.at(90)), awake(clinic.at(90, 1))]).toEqual(["met", "stale"]);
    clinic.lookIn("awake-comfortable");
    expect([awake(clinic.at(105)), awake(clinic.at(105, 1))]).toEqual(["met", "stale"]);
  });

  test("[RD4] where the schedule asks for sedation alone, that makes it old and nothing else", () => {
    const { schedule } = SHIPPED.nasal;
    const mark = (atMin: number, check: "set" | "sedation") => ({ atMin, check, countsMin: null });
    const marks = [mark(60, "set"), mark(120, "set"), mark(130, "sedation")];
    const clinic = recoveredBy("nasal", {
      protocol: { schedule: { ...schedule, dosing: { kind: "marks", from: "first", marks } } },
    });
    const now = () => [awake(clinic), clinic.check("dissociation")?.state];
    expect([
      clinic.at(135) && now(),
      clinic.at(135, 1) && now(),
      clinic.at(150) && now(),
      clinic.at(150, 1) && now(),
    ]).toEqual([
      ["met", "met"],
      ["stale", "met"],
      ["stale", "met"],
      ["stale", "stale"],
    ]);
  });

  test("[RD4] oriented is said once since the acute end", () => {
    const clinic = given().ended().at(45);
    clinic.exit();
    expect([clinic.check("oriented")?.state, clinic.at(300).check("oriented")?.state]).toEqual(["met", "met"]);
    expect(clinic.check("oriented")?.evidence).toMatchObject([{ measure: "orientation", value: "oriented" }]);
  });
});

describe("[RD7] a ride of a kind that the clinic accepts, here now", () => {
  test("[RD7] each kind, and what was not asked for", () => {
    const kinds = ["adult-in-building", "seen-at-car", "medical-transport", "rideshare-adult-home"] as const;
    const met = (rides: readonly (typeof kinds)[number][]) =>
      kinds.filter((kind) => {
        const clinic = given({ protocol: { exit: { ...SHIPPED.iv.exit, rides: [...rides] } } }).ended();
        clinic.submit("desk", { type: "record-ride", ride: { status: "here", kind } });
        return clinic.check("escort")?.state === "met";
      });
    expect(met(kinds)).toEqual(kinds);
    expect(met(["medical-transport"])).toEqual(["medical-transport"]);
  });

  test("[RD7] its evidence says how it stands, since when, and who said so", () => {
    const clinic = given().ended().at(50).ride("on-the-way");
    expect(clinic.check("escort")).toEqual({
      id: "escort",
      state: "not-met",
      evidence: [{ measure: "ride", value: "on-the-way", observedAt: at(50), by: "desk-0001" }],
      whose: "desk",
    });
    expect(clinic.at(60).ride().check("escort")).toMatchObject({
      state: "met",
      evidence: [{ value: "here", observedAt: at(60) }],
    });
  });
});

describe("[RD8] an open high call", () => {
  test("[RD8] each is named with what it is about and since when", () => {
    const clinic = given().recovered().at(71);
    clinic.help();
    expect(clinic.check("calls")).toEqual({
      id: "calls",
      state: "not-met",
      evidence: [{ measure: "call", value: "help", observedAt: at(71) }],
      whose: "nurse",
    });
    expect(given().recovered().check("calls")).toBeUndefined();
  });

  test("[RD8] a high call about somebody else stands in nobody's way, whatever chair it was raised at", () => {
    const clinic = given().recovered().at(71);
    clinic.set({ spo2: 90 });
    const [call] = clinic.calls();
    clinic.become((state) => ({
      ...state,
      alarms: { [call!.id]: { ...call!, sessionId: "session-other" as NonNullable<typeof call>["sessionId"] } },
    }));
    expect(clinic.check("calls")).toBeUndefined();
  });
});
