import { describe, expect, test } from "vitest";
import type { CriterionId } from "#shared/session/session.ts";
import type { Values } from "#shared/vitals/observation.ts";
import { at, given, type Scenario } from "./scenario.ts";

const asleep = (field: "dissociation" | "distress") => ({ field, why: "asleep" }) as const;
/** Two good sets and the exit checks after the dose, the second set with these values, on this baseline. */
const secondSet = (values: Values, baseline: Values = {}) => {
  const clinic = given().ended(40, baseline).at(55);
  clinic.set(baseline);
  clinic.at(70).set({ ...baseline, ...values });
  return clinic;
};

describe("[RD1] met only with evidence that is there, current and good", () => {
  test("[RD1] the verdict goes its way: not yet, checks met, fit without a ride, ready", () => {
    const clinic = given().ended();
    expect([clinic.verdict(), clinic.readiness().open]).toEqual([
      "not-yet",
      ["time", "pressure-oxygen", "awake", "effects", "walk", "ride"],
    ]);
    const recovered = given().recovered();
    expect([recovered.verdict(), recovered.readiness().open]).toEqual(["checks-met", ["ride"]]);
    expect(given().fit().verdict()).toBe("fit-no-ride");
    const ready = given().ready();
    expect([ready.verdict(), ready.readiness().open]).toEqual(["ready", []]);
    expect(ready.readiness().criteria.every(({ evidence }) => evidence.length > 0)).toBe(true);
  });

  test("[RD1] unknown is said before anything was measured, and it is never met", () => {
    const clinic = given().ended();
    const states = clinic.readiness().criteria.map(({ id, state }) => `${id} ${state}`);
    expect(states).toEqual([
      "time not-met",
      "pressure-oxygen unknown",
      "awake unknown",
      "effects unknown",
      "walk unknown",
      "ride unknown",
    ]);
    expect(
      given()
        .started()
        .readiness()
        .criteria.every(({ state }) => state === "unknown"),
    ).toBe(true);
  });

  const flips: readonly (readonly [CriterionId, (clinic: Scenario) => unknown])[] = [
    [
      "time",
      (clinic) =>
        clinic.submit("nurse", {
          type: "correct-dose-fact",
          factId: "end-0001",
          at: at(40, 1),
          struck: false,
          reason: { code: "wrong-time" },
        }),
    ],
    ["pressure-oxygen", (clinic) => clinic.bp(165, 80)],
    ["awake", (clinic) => clinic.exit({ orientation: "not-oriented" })],
    ["effects", (clinic) => clinic.set({ dissociation: 2 })],
    ["walk", (clinic) => clinic.exit({ gait: "unsteady" })],
    ["ride", (clinic) => clinic.ride("on-the-way")],
    ["calls", (clinic) => clinic.help()],
  ];
  test.each(flips)("[RD1] %s alone turns READY off", (id, flip) => {
    const clinic = given().ready();
    flip(clinic);
    expect(clinic.readiness().open).toEqual([id]);
    expect(clinic.verdict()).not.toBe("ready");
  });

  test("[RD1] a damaged session is never ready", () => {
    const clinic = given()
      .ready()
      .become((state) => ({
        ...state,
        sessions: Object.fromEntries(
          Object.entries(state.sessions).map(([id, one]) => [id, { ...one, damaged: true }]),
        ),
      }));
    expect([clinic.verdict(), clinic.readiness().open]).toEqual(["not-yet", []]);
  });

  test("[RD1] the earliest time is the rules' alone", () => {
    const clinic = given().started().at(10);
    expect(clinic.readiness().earliest).toBe(at(70)); // the plan and half an hour
    expect(clinic.at(50).readiness().earliest).toBe(at(80)); // past its plan and still running: from now
    expect(given().ended(30).readiness().earliest).toBe(at(60));
    const second = given().ended().at(65);
    second.set();
    expect(second.readiness().earliest).toBe(at(75)); // the second good set
    expect(given().prepared().readiness().earliest).toBeUndefined();
  });
});

test("[RD2] half an hour after the real end, to the second", () => {
  const clinic = given().ended();
  expect([clinic.at(69, 59).state("time"), clinic.at(70).state("time")]).toEqual(["not-met", "met"]);
  const early = given().ended(12);
  expect([early.at(41, 59).state("time"), early.at(42).state("time")]).toEqual(["not-met", "met"]);
});

describe("[RD4] awake on the last look, and oriented since the dose", () => {
  test("[RD4] fully awake and nothing less", () => {
    expect(secondSet({ sedation: 4 }).state("awake")).toBe("not-met");
    expect(secondSet({}).state("awake")).toBe("unknown"); // nobody asked where she is
    expect(given().recovered().state("awake")).toBe("met");
  });

  test("[RD4] the last look is stale with the schedule, orientation holds until somebody drowses", () => {
    const clinic = given().recovered();
    expect([clinic.at(90).state("awake"), clinic.at(90, 1).state("awake")]).toEqual(["met", "stale"]); // the set of 85
    clinic.set();
    expect(clinic.state("awake")).toBe("met");
    clinic.at(92).set({ sedation: 4 });
    clinic.at(95).set();
    expect(clinic.state("awake")).toBe("stale");
    clinic.exit();
    expect(clinic.state("awake")).toBe("met");
  });

  test("[RD4] what was seen before the end of the dose does not count", () => {
    const clinic = given().ended().at(41);
    clinic.exit({}, { at: at(39) });
    expect(clinic.state("walk")).toBe("unknown");
    expect(clinic.state("awake")).toBe("unknown");
  });
});

describe("[RD5] effects", () => {
  const state = (values: Values, baseline: Values = {}) => secondSet(values, baseline).state("effects");
  test("[RD5] dissociation back to one, or to this patient's own", () => {
    expect([state({ dissociation: 1 }), state({ dissociation: 2 })]).toEqual(["met", "not-met"]);
    expect([state({ dissociation: 3 }, { dissociation: 3 }), state({ dissociation: 4 }, { dissociation: 3 })]).toEqual([
      "met",
      "not-met",
    ]);
  });
  test("[RD5] distress below five", () =>
    expect([state({ distress: 4 }), state({ distress: 5 })]).toEqual(["met", "not-met"]));
  test("[RD5] the last that was measured counts, and one never measured is unknown", () => {
    const clinic = given().ended().at(55);
    clinic.set({ distress: undefined }, { notAssessed: [asleep("distress")] });
    expect(clinic.state("effects")).toBe("unknown");
    clinic.at(58).set({ dissociation: undefined }, { notAssessed: [asleep("dissociation")] });
    expect(clinic.state("effects")).toBe("met");
  });
  test("[RD5] stale a second after the next look is due and five minutes", () => {
    const clinic = given().recovered();
    expect([clinic.at(90).state("effects"), clinic.at(90, 1).state("effects")]).toEqual(["met", "stale"]);
  });
});

describe("[RD6] walks as on arrival", () => {
  test("[RD6] unsteady is not met, and it holds without an hour's limit", () => {
    const clinic = given().recovered();
    expect(clinic.at(240).state("walk")).toBe("met");
    clinic.exit({ gait: "unsteady" });
    expect(clinic.state("walk")).toBe("not-met");
  });

  const undone: readonly (readonly [string, (clinic: Scenario) => unknown])[] = [
    ["a symptom", (clinic) => clinic.set({ symptoms: [{ symptom: "dizziness", grade: "mild" }] })],
    ["drowsiness", (clinic) => clinic.set({ sedation: 4 })],
    ["a look that asks for attention", (clinic) => clinic.lookIn("needs-attention")],
  ];
  test.each(undone)("[RD6] %s asks for another look", (_, happens) => {
    const clinic = given().recovered().at(75);
    const walked = clinic.check("walk")?.evidence;
    expect(walked).toMatchObject([{ measure: "gait", value: "as-on-arrival", observedAt: at(70) }]);
    happens(clinic);
    expect(clinic.check("walk")).toMatchObject({ id: "walk", state: "stale", whose: "nurse" });
    expect(clinic.check("walk")?.evidence).toEqual(walked); // seen, and not to be relied on any more
    expect(clinic.readiness().open).toContain("walk");
    clinic.at(76).exit({ standingSbp: 118, standingDbp: 74 }); // who was dizzy stands up first: RD16
    expect([clinic.check("walk")?.state, clinic.state("walk")]).toEqual(["met", "met"]);
  });
});

test("[RD7] a ride is here, and of a kind that the clinic accepts", () => {
  const clinic = given().fit();
  expect(clinic.state("ride")).toBe("unknown");
  for (const status of ["none", "arranged", "on-the-way"] as const)
    expect(clinic.ride(status).state("ride")).toBe("not-met");
  clinic.submit("desk", { type: "record-ride", ride: { status: "here" } });
  expect(clinic.state("ride")).toBe("not-met");
  expect(clinic.ride().state("ride")).toBe("met");
});

describe("[RD8] nobody leaves past an open high call", () => {
  test("[RD8] accepted or settled, it stands in the way until a person closes it", () => {
    const clinic = given().recovered().at(71);
    clinic.set({ spo2: 90 });
    clinic.at(72).set();
    clinic.at(82).set();
    expect(clinic.readiness().open).toEqual(["ride", "calls"]);
    clinic.accept("oxygen-low");
    expect(clinic.state("calls")).toBe("not-met");
    clinic.close("oxygen-low");
    expect(clinic.verdict()).toBe("checks-met");
  });

  test("[RD8] a HELP from the chair, before its session too; a medium call does not", () => {
    const clinic = given().founded();
    clinic.help();
    clinic.submit("desk", { type: "check-in", patientId: "patient-0001", chairId: "chair-one", route: "iv" });
    expect(clinic.state("calls")).toBe("not-met");
    const medium = given().recovered().at(71);
    medium.set({ distress: 3, rr: 21 });
    expect([medium.call("breathing-fast").priority, medium.state("calls")]).toEqual(["medium", undefined]);
  });

  test("[RD8] another chair's call is not this patient's", () => {
    const clinic = given().ready();
    clinic.help("chair-two");
    expect(clinic.verdict()).toBe("ready");
  });
});
