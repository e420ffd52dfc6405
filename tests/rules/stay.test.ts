import { describe, expect, test } from "vitest";
import { IM_PROTOCOL } from "#shared/protocol/im.ts";
import { acuteEndOf, stayOverAt } from "#shared/recovery/acuteEnd.ts";
import { doseOf } from "#shared/session/dose.ts";
import { at, given, type Scenario } from "./scenario.ts";
import { drug, endedAt, letPass, recoveredBy, STAY_OVER } from "./leavingSteps.ts";

const dose = (clinic: Scenario) => doseOf(clinic.session().doseFacts);
const acuteEnd = (clinic: Scenario) => acuteEndOf(dose(clinic), clinic.protocol(), clinic.now());
const stayOver = (clinic: Scenario) => stayOverAt(dose(clinic), clinic.protocol(), clinic.now());
/** A second before that minute, at it, and a second after. */
const around = (clinic: Scenario, minute: number) =>
  [-1, 0, 1].map((second) => clinic.at(minute, second).check("time")?.state);

describe("[RD2] the minimum stay", () => {
  test("[RD2] by vein 30 min after the real end, to the second, with what it was counted from", () => {
    const clinic = given().ended(40);
    expect(around(clinic, 70)).toEqual(["not-met", "met", "met"]);
    expect(clinic.check("time")).toEqual({
      id: "time",
      state: "met",
      evidence: [{ measure: "dose-end", value: "", observedAt: at(40) }],
      whose: "clock",
      earliest: at(70),
    });
  });

  test("[RD2] by vein a stop before the plan counts from the stop, and a corrected end moves it", () => {
    const clinic = given().ended(12);
    expect(around(clinic, 42)).toEqual(["not-met", "met", "met"]);
    endedAt(clinic, at(12, 30));
    expect([clinic.at(42, 29).check("time")?.state, clinic.at(42, 30).check("time")?.state]).toEqual([
      "not-met",
      "met",
    ]);
  });

  test("[RD2] by injection 90 min after the last one", () => {
    const once = given({ route: "im" }).given();
    expect(around(once, 90)).toEqual(["not-met", "met", "met"]);
    expect(once.check("time")).toMatchObject({
      evidence: [{ measure: "dose-end", value: "", observedAt: at(0) }],
      earliest: at(90),
    });
    const twice = given({ route: "im" }).given().at(20);
    twice.give();
    expect(around(twice, 90)).toEqual(["not-met", "not-met", "not-met"]);
    expect(around(twice, 110)).toEqual(["not-met", "met", "met"]);
  });

  test("[RD2] by spray 120 min after the first device, however late the last one came", () => {
    const clinic = given({ route: "nasal" }).given();
    expect(around(clinic, 120)).toEqual(["not-met", "met", "met"]);
    expect(clinic.check("time")).toMatchObject({
      evidence: [{ measure: "dose-start", value: "", observedAt: at(0) }],
      earliest: at(120),
    });
    const slow = given({ route: "nasal" }).prepared().at(0);
    slow.give();
    slow.at(5).give();
    slow.at(30).give();
    expect(around(slow, 120)).toEqual(["not-met", "met", "met"]);
  });

  test("[RD2] while the dose goes on nobody knows it, whatever the clock says", () => {
    const running = given().started();
    expect(running.at(300).check("time")).toEqual({ id: "time", state: "unknown", evidence: [], whose: "clock" });
    const spray = given({ route: "nasal" }).prepared().at(0);
    spray.give();
    expect(spray.at(130).check("time")?.state).toBe("unknown");
    expect(given().prepared().check("time")?.state).toBe("unknown");
  });

  test("[RD2] its minutes are the protocol's", () => {
    const minimumStay = { ...IM_PROTOCOL.minimumStay, min: 45 };
    const clinic = given({ route: "im", protocol: { minimumStay } }).given();
    expect(around(clinic, 45)).toEqual(["not-met", "met", "met"]);
  });
});

describe("[RW7] the acute end", () => {
  test("[RW7] the stop, the last injection and 30 min, the last device and 40 min", () => {
    expect(acuteEnd(given().ended(40))).toBe(at(40));
    expect(acuteEnd(given({ route: "im" }).given())).toBe(at(30));
    expect(acuteEnd(given({ route: "nasal" }).given())).toBe(at(50));
  });

  test("[RW7] while the dose goes on it is the plan's, and before the dose there is none", () => {
    expect(acuteEnd(given().started())).toBe(at(40));
    const spray = given({ route: "nasal" }).prepared().at(0);
    spray.give();
    expect(acuteEnd(spray)).toBe(at(50)); // two more, five minutes apart, and forty
    expect(acuteEnd(given().prepared())).toBeUndefined();
    expect(stayOver(given().prepared())).toBeUndefined();
  });

  test.each([
    ["iv", 40],
    ["im", 30],
    ["nasal", 50],
  ] as const)("[RW7] by %s what was measured a second before minute %i proves nothing, at it it does", (route, end) => {
    const seen = (second: number) => {
      const clinic = route === "iv" ? given().ended() : given({ route }).given();
      clinic.at(end + 5).exit({}, { at: at(end, second) });
      return [clinic.check("oriented")?.state, clinic.check("walk")?.state];
    };
    expect(seen(-1)).toEqual(["unknown", "unknown"]);
    expect(seen(0)).toEqual(["met", "met"]);
  });

  test("[RW7] a pump that still runs past its plan has no acute end: nothing that is seen meanwhile counts", () => {
    const clinic = given().started().at(50);
    clinic.set();
    clinic.at(65).set();
    clinic.exit();
    const states = clinic
      .at(90)
      .readiness()
      .criteria.flatMap(({ checks }) => checks.map((check) => check.state));
    expect(new Set(states)).toEqual(new Set(["unknown"]));
  });

  test("[RW7] nothing is known yet of what is seen after now", () => {
    const clinic = given().recovered();
    expect(clinic.at(70, -1).check("oriented")?.state).toBe("unknown");
    expect(clinic.at(70).check("oriented")?.state).toBe("met");
  });
});

describe("[RD17] the earliest time by rule", () => {
  const earliest = (clinic: Scenario) => clinic.readiness().earliest;

  test.each(["iv", "im", "nasal"] as const)(
    "[RD17] by %s it is the end of the stay when nothing else waits",
    (route) => {
      const clinic = recoveredBy(route);
      expect(earliest(clinic)).toBe(at(STAY_OVER[route]));
    },
  );

  test("[RD17] while the dose goes on it follows the plan, and past the plan the clock", () => {
    const clinic = given().started();
    expect(earliest(clinic.at(39))).toBe(at(70));
    expect(earliest(clinic.at(40))).toBe(at(70));
    expect(earliest(clinic.at(41))).toBe(at(71));
    const spray = given({ route: "nasal" }).prepared().at(0);
    spray.give();
    expect(earliest(spray.at(60))).toBe(at(120)); // counted from the first device: nothing moves it
    expect("earliest" in given().prepared().readiness()).toBe(false);
  });

  test("[RD17] a wait after a drug, and the second good set, push it out; a shorter wait does not", () => {
    const clinic = given().ended().at(41);
    drug(clinic, "midazolam", "iv");
    expect(earliest(clinic)).toBe(at(101));
    const short = given().ended().at(41);
    drug(short, "labetalol", "iv");
    expect(earliest(short)).toBe(at(71));
    const before = given().started().at(20);
    drug(before, "labetalol", "iv");
    before.at(40).end();
    expect(earliest(before)).toBe(at(70));
    const late = given().ended().at(68);
    late.set();
    expect(earliest(late)).toBe(at(78));
  });

  test("[RD17] a wait that somebody let pass is none; the stay stays the rule's", () => {
    const clinic = given().ended().at(65);
    drug(clinic, "midazolam", "iv");
    letPass(clinic, "drugs");
    letPass(clinic, "time");
    expect(earliest(clinic)).toBe(at(70));
  });
});
