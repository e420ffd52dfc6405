import { describe, expect, test } from "vitest";
import { doseOf } from "#shared/session/dose.ts";
import { at, given, only, types, type Scenario } from "./scenario.ts";

const infusion = (clinic: Scenario) => doseOf(clinic.session().doseFacts);
const correct = (clinic: Scenario, factId: string, when: number, struck = false) =>
  clinic.submit("nurse", { type: "correct-dose-fact", factId, at: when, struck, reason: { code: "wrong-time" } });
const resume = (clinic: Scenario, when: number) =>
  clinic.submit("nurse", { type: "resume-infusion", factId: `resume-${when}`, at: when });
const pause = (clinic: Scenario, when: number) =>
  clinic.submit("nurse", { type: "pause-infusion", factId: `pause-${when}`, at: when, reason: { code: "nausea" } });
const rate = (clinic: Scenario, when: number, remainingMin: number) =>
  clinic.submit("nurse", { type: "change-rate", factId: `rate-${when}`, at: when, rateMlPerH: 30, remainingMin });
const flags = (clinic: Scenario) => clinic.session().doseFacts.at(-1)?.flags;
const start = { type: "start-infusion", factId: "start-0002", mg: 35, plannedMin: 40 } as const;

describe("[IV1] where the infusion stands is folded from its facts", () => {
  test("[IV1] T0 is the first start that stands", () => {
    const clinic = given().started().at(9);
    clinic.start("start-0002", at(4));
    expect(infusion(clinic)).toMatchObject({ phase: "running", t0: at(0) });
    correct(clinic, "start-0001", at(0), true);
    expect(infusion(clinic)).toMatchObject({ phase: "running", t0: at(4) });
    correct(clinic, "start-0002", at(4), true);
    expect(infusion(clinic).phase).toBe("not-started");
  });

  test("[IV1] the real end is the last one that is not followed by a resume", () => {
    const clinic = given().started().at(40);
    clinic.end();
    expect(infusion(clinic)).toMatchObject({ phase: "ended", endedAt: at(40), givenMg: 35 });
    resume(clinic.at(42), at(42));
    expect(infusion(clinic).phase).toBe("running");
    clinic.at(48).end("end-0002");
    expect(infusion(clinic)).toMatchObject({ phase: "ended", endedAt: at(48) });
  });

  test("[IV1] order is by when it was, not by when it was said", () => {
    const clinic = given().started().at(40);
    clinic.end();
    clinic.at(45);
    pause(clinic, at(20));
    resume(clinic, at(25));
    expect(infusion(clinic)).toMatchObject({ phase: "ended", endedAt: at(40) });
  });

  test("[IV1] a pause holds what is left, twice paused is paused once", () => {
    const clinic = given().started().at(20);
    pause(clinic, at(10));
    pause(clinic, at(12));
    const paused = infusion(clinic);
    expect(paused).toMatchObject({ phase: "paused", pausedSince: at(10) });
    expect(paused.phase === "paused" && paused.plannedEnd(at(20))).toBe(at(50));
    resume(clinic, at(20));
    const running = infusion(clinic);
    expect(running.phase === "running" && running.plannedEnd(at(35))).toBe(at(50));
  });

  test("[IV1] a rate changed while paused is what is left after the resume", () => {
    const clinic = given().started().at(20);
    pause(clinic, at(10));
    rate(clinic, at(12), 60);
    resume(clinic, at(20));
    const running = infusion(clinic);
    expect(running.phase === "running" && running.plannedEnd(at(20))).toBe(at(80));
  });

  test("[IV1] a pump that ran past its plan and is paused then has nothing left, not less", () => {
    const clinic = given().started().at(50);
    pause(clinic, at(45));
    const paused = infusion(clinic);
    expect(paused.phase === "paused" && paused.plannedEnd(at(50))).toBe(at(50));
  });
});

describe("[IV2] a start is recorded whatever the state, and flagged where something was not in order", () => {
  test("[IV2] nothing to flag", () => expect(flags(given().started())).toEqual([]));

  test("[IV2] straight from check-in it says all that was open", () => {
    const clinic = given().checkedIn().at(0);
    expect(types(clinic.start())).toEqual(["infusion-started"]);
    expect(flags(clinic)).toEqual(["no-order", "no-baseline", "no-sober-reminder", "gate-incomplete"]);
  });

  test("[IV2] each by itself", () => {
    const from = (prepare: (clinic: Scenario) => unknown) => {
      const clinic = given().checkedIn().at(-10);
      prepare(clinic);
      clinic.at(0).start();
      return flags(clinic);
    };
    expect(from((clinic) => clinic.gate().reminded().set())).toEqual(["no-order"]);
    expect(from((clinic) => clinic.ordered().gate().reminded())).toEqual(["no-baseline"]);
    expect(from((clinic) => clinic.ordered().gate().set())).toEqual(["no-sober-reminder"]);
    expect(from((clinic) => clinic.ordered().reminded().set())).toEqual(["gate-incomplete"]);
  });

  test("[IV2] a second start", () => {
    const clinic = given().started().at(5);
    clinic.start("start-0002");
    expect(flags(clinic)).toEqual(["already-started"]);
  });

  test("[IV2] a held pressure, unless a clinician cleared it; above 180/110 nobody does", () => {
    const withPressure = (sbp: number, dbp: number, cleared = false) => {
      const clinic = given().prepared({ sbp, dbp }).at(-5);
      if (cleared) clinic.submit("clinician", { type: "give-clearance", why: { code: "pressure-held" } });
      clinic.at(0).start();
      return flags(clinic);
    };
    expect([withPressure(159, 99), withPressure(160, 80), withPressure(150, 100)]).toEqual([
      [],
      ["held-pressure"],
      ["held-pressure"],
    ]);
    expect([withPressure(180, 110), withPressure(180, 110, true)]).toEqual([["held-pressure"], []]);
    expect([withPressure(181, 90), withPressure(181, 90, true), withPressure(150, 111)]).toEqual([
      ["above-do-not-start"],
      ["above-do-not-start"],
      ["above-do-not-start"],
    ]);
  });

  test("[IV2] more than the order by over half a milligram", () => {
    const withMg = (mg: number) => {
      const clinic = given().prepared().at(0);
      clinic.submit("nurse", { ...start, mg, at: at(0) });
      return flags(clinic);
    };
    expect([withMg(35.5), withMg(35.6), withMg(20)]).toEqual([[], ["dose-above-order"], []]);
  });
});

describe("[IV3] only an impossible time refuses a dose fact", () => {
  test("[IV3] before the start and after the end they are recorded and flagged", () => {
    const early = given().prepared().at(0);
    for (const fact of [
      () => pause(early, at(0)),
      () => resume(early, at(0)),
      () => rate(early, at(0), 10),
      () => early.end(),
    ]) {
      fact();
      expect(flags(early)).toEqual(["not-started"]);
    }
    const over = given().ended().at(45);
    for (const fact of [
      () => pause(over, at(45)),
      () => rate(over, at(45), 10),
      () => over.end("end-0002"),
      () => resume(over, at(45)),
    ]) {
      fact();
      expect(flags(over)).toEqual(["already-ended"]);
    }
  });

  test("[IV3] the future, the time before check-in, a fact that is there already, a session that is not", () => {
    const clinic = given().prepared().at(0);
    expect(clinic.refused("nurse", { ...start, at: at(1) + 1 })).toEqual({ reason: "in-the-future", field: "at" });
    expect(clinic.refused("nurse", { ...start, at: at(-30) - 1 })).toEqual({ reason: "before-check-in", field: "at" });
    clinic.submit("nurse", { ...start, at: at(0) });
    expect(clinic.refused("nurse", { ...start, at: at(0) })).toEqual({ reason: "id-taken" });
    expect(clinic.refused("nurse", { ...start, at: at(0), sessionId: "session-none" })).toEqual({
      reason: "unknown-thing",
    });
  });

  test("[IV3] after the patient has left it is recorded and says so", () => {
    const clinic = given().started().at(20);
    const recalled = clinic.session();
    clinic.submit("nurse", {
      type: "record-left-against-advice",
      leftAt: at(20),
      lastValues: "refused",
      risksToldBy: "nurse-0001",
      ride: "none",
      keys: "no-car",
      prescriberTold: true,
      reason: { code: "upset" },
    });
    const { events } = clinic
      .at(30)
      .answer(
        "nurse",
        { type: "end-infusion", factId: "end-0001", at: at(19), givenMg: 17, reason: { code: "other" } },
        recalled,
      );
    expect(only(events, "infusion-ended")).toMatchObject({ at: at(19), flags: ["after-leaving"] });
  });
});

describe("[IV4] a time typed wrong is corrected, and the first one stays", () => {
  test("[IV4] from, by whom, when and why", () => {
    const clinic = given().started().at(10);
    correct(clinic, "start-0001", at(3));
    clinic.at(12);
    correct(clinic, "start-0001", at(2));
    expect(clinic.session().doseFacts[0]).toMatchObject({
      at: at(2),
      recordedAt: at(0),
      corrections: [
        { from: at(0), recordedAt: at(10), by: "nurse-0001", reason: { code: "wrong-time" } },
        { from: at(3), recordedAt: at(12) },
      ],
    });
  });

  test("[IV4] a struck fact counts for nothing and stays visible", () => {
    const clinic = given().ended().at(45);
    correct(clinic, "end-0001", at(40), true);
    expect(infusion(clinic).phase).toBe("running");
    expect(clinic.session().doseFacts.map(({ kind, struck }) => `${kind} ${struck}`)).toEqual([
      "start false",
      "end true",
    ]);
  });

  test("[IV4] to a possible time only, and only what is there", () => {
    const clinic = given().started().at(10);
    const wish = {
      type: "correct-dose-fact",
      factId: "start-0001",
      struck: false,
      reason: { code: "wrong-time" },
    } as const;
    expect(clinic.refused("nurse", { ...wish, at: at(11) + 1 })).toEqual({ reason: "in-the-future", field: "at" });
    expect(clinic.refused("nurse", { ...wish, at: at(-31) })).toEqual({ reason: "before-check-in", field: "at" });
    expect(clinic.refused("nurse", { ...wish, at: at(5), factId: "start-none" })).toEqual({ reason: "unknown-thing" });
  });
});
