import { describe, expect, test } from "vitest";
import { HOUR, MINUTE } from "#shared/base/time.ts";
import { acuteEndOf, stayOverAt } from "#shared/recovery/acuteEnd.ts";
import { doseOf } from "#shared/session/dose.ts";
import { at, given, only, types, type Scenario } from "./scenario.ts";

const im = () => given({ route: "im" });
const dose = (clinic: Scenario) => doseOf(clinic.session().doseFacts);
const flags = (clinic: Scenario) => clinic.session().doseFacts.at(-1)?.flags;
const correct = (clinic: Scenario, factId: string, when: number, struck = false) =>
  clinic.submit("nurse", { type: "correct-dose-fact", factId, at: when, struck, reason: { code: "wrong-time" } });
const ENDS = (clinic: Scenario) => {
  const [end, stay] = [
    acuteEndOf(dose(clinic), clinic.protocol(), clinic.now()),
    stayOverAt(dose(clinic), clinic.protocol(), clinic.now()),
  ];
  return [end, stay].map((when) => ((when ?? NaN) - at(0)) / MINUTE);
};

describe("[IM1] T0 and the end of a dose by injection", () => {
  test("[IM1] before the first one nothing has begun", () => expect(dose(im().prepared()).phase).toBe("not-started"));

  test("[IM1] it ends with the injection itself", () => {
    const clinic = im().prepared().at(0);
    expect(types(clinic.give("dose-one-0"))).toEqual(["injection-given"]);
    expect(dose(clinic)).toMatchObject({ phase: "ended", t0: at(0), endedAt: at(0), mg: 50, givenMg: 50, count: 1 });
    expect(ENDS(clinic)).toEqual([30, 90]);
  });

  test("[IM1] a further one moves the end and what hangs on it, and T0 stays", () => {
    const clinic = im().given().at(15);
    clinic.give("dose-two-0", at(15), 40);
    expect(dose(clinic)).toMatchObject({ phase: "ended", t0: at(0), endedAt: at(15), mg: 90, givenMg: 90, count: 2 });
    expect(ENDS(clinic)).toEqual([45, 105]);
    clinic.at(40).give("dose-three", at(40), 10);
    expect(dose(clinic)).toMatchObject({ t0: at(0), endedAt: at(40), givenMg: 100, count: 3 });
    expect(ENDS(clinic)).toEqual([70, 130]);
  });

  test("[IM1] the last one is the last that was given, not the last that was told", () => {
    const clinic = im().given().at(25);
    clinic.give("dose-three", at(25), 10);
    clinic.at(30).give("dose-two-0", at(15), 40);
    expect(dose(clinic)).toMatchObject({ t0: at(0), endedAt: at(25), givenMg: 100, count: 3 });
    clinic.at(31).give("dose-zero0", at(-5), 5);
    expect(dose(clinic)).toMatchObject({ t0: at(-5), endedAt: at(25), givenMg: 105, count: 4 });
  });

  test("[IM1] a time that was typed wrong moves them, and a struck one gives them back", () => {
    const clinic = im().given().at(20);
    clinic.give("dose-two-0", at(20), 40);
    correct(clinic, "dose-two-0", at(18));
    expect(dose(clinic)).toMatchObject({ t0: at(0), endedAt: at(18) });
    correct(clinic, "dose-two-0", at(18), true);
    expect(dose(clinic)).toMatchObject({ endedAt: at(0), givenMg: 50, count: 1 });
    const [first] = clinic.session().doseFacts;
    correct(clinic, first?.id ?? "", at(0), true);
    expect(dose(clinic).phase).toBe("not-started");
  });

  test("[IM1] what was given, where, and from which package", () => {
    const clinic = im().prepared().at(0);
    const wish = { type: "give-injection", factId: "dose-one-0", at: at(0), mg: 50 } as const;
    const told = { site: "right-thigh", package: { lot: "K-17", expires: "2027-08" } } as const;
    expect(only(clinic.submit("nurse", { ...wish, ...told }), "injection-given")).toMatchObject({ mg: 50, ...told });
    expect(clinic.session().doseFacts[0]).toMatchObject({ kind: "injection", mg: 50, ...told });
    expect(clinic.refused("nurse", wish)).toEqual({ reason: "id-taken" });
    expect(() => clinic.answer("nurse", { ...wish, mg: 0 })).toThrow();
  });
});

describe("[IM2] a first injection is flagged like a start", () => {
  const given50 = (clinic: Scenario, mg = 50) => {
    clinic.at(0).give("dose-one-0", at(0), mg);
    return flags(clinic);
  };

  test("[IM2] nothing to flag", () => expect(given50(im().prepared())).toEqual([]));

  test("[IM2] straight from check-in it says all that was open", () =>
    expect(given50(im().checkedIn())).toEqual(["no-order", "no-baseline", "no-sober-reminder", "gate-incomplete"]));

  test("[IM2] a pressure that is held, or at which nobody starts", () => {
    expect(given50(im().prepared({ sbp: 160 }))).toEqual(["held-pressure"]);
    expect(given50(im().prepared({ sbp: 181 }))).toEqual(["above-do-not-start"]);
    const clinic = im().prepared({ sbp: 160 });
    clinic.submit("clinician", { type: "give-clearance", why: { code: "pressure-held" } });
    expect(given50(clinic)).toEqual([]);
  });

  test("[IM2] more than the order by over half a milligram", () => {
    const over = (mg: number) => given50(im().prepared(), mg);
    expect([over(50.5), over(50.6), over(20)]).toEqual([[], ["dose-above-order"], []]);
  });

  test("[IM2] one that was struck was none: the next one is the first again", () => {
    const clinic = im().checkedIn();
    given50(clinic);
    correct(clinic, "dose-one-0", at(0), true);
    clinic.at(5).give("dose-two-0", at(5));
    expect(flags(clinic)).toEqual(["no-order", "no-baseline", "no-sober-reminder", "gate-incomplete"]);
  });
});

describe("[IM3] a further injection", () => {
  /** Beforehand: at most 40 mg, from 10 to 30 min after the first. */
  const second = (when: number, mg = 40) => {
    const clinic = im().given();
    clinic.atInstant(when).give("dose-two-0", when, mg);
    return flags(clinic);
  };

  test("[IM3] at most as much as the order allowed, half a milligram is rounding", () => {
    expect([second(at(15), 40), second(at(15), 40.5), second(at(15), 20)]).toEqual([[], [], []]);
    expect([second(at(15), 40.6), second(at(15), 80)]).toEqual([["dose-above-order"], ["dose-above-order"]]);
  });

  test("[IM3] between its two times, at them too", () => {
    expect([second(at(10)), second(at(20)), second(at(30))]).toEqual([[], [], []]);
    expect([second(at(10) - 1), second(at(30) + 1)]).toEqual([
      ["outside-authorised-time"],
      ["outside-authorised-time"],
    ]);
    expect(second(at(9), 50)).toEqual(["dose-above-order", "outside-authorised-time"]);
  });

  test("[IM3] by when it was given, not by when it was told", () => {
    const clinic = im().given().at(50);
    clinic.give("dose-two-0", at(20), 40);
    expect(flags(clinic)).toEqual([]);
  });

  test("[IM3] one, and no third", () => {
    const clinic = im().given().at(15);
    clinic.give("dose-two-0", at(15), 40);
    clinic.at(25).give("dose-three", at(25), 10);
    expect(flags(clinic)).toEqual(["not-pre-authorised"]);
    correct(clinic, "dose-three", at(25), true);
    correct(clinic, "dose-two-0", at(15), true);
    clinic.at(28).give("dose-four0", at(28), 40);
    expect(flags(clinic)).toEqual([]);
  });

  test("[IM3] without a word of it in the order, or without an order", () => {
    const clinic = im().given().at(2);
    const order = { route: "im", kind: "signed", prescriber: "clinician-0001", mg: 50, confirmed: false } as const;
    clinic.submit("nurse", { type: "record-order", order });
    clinic.at(15).give("dose-two-0", at(15), 40);
    expect(flags(clinic)).toEqual(["not-pre-authorised"]);
    const bare = im().checkedIn().at(0);
    bare.give("dose-one-0");
    bare.at(15).give("dose-two-0", at(15), 40);
    expect(flags(bare)).toEqual(["not-pre-authorised"]);
  });

  test("[IM3] is recorded all the same, and only an impossible time refuses it", () => {
    const clinic = im().given().at(15);
    const wish = { type: "give-injection", factId: "dose-two-0", mg: 200 } as const;
    expect(clinic.refused("nurse", { ...wish, at: at(16) + 1 })).toEqual({ reason: "in-the-future", field: "at" });
    expect(clinic.refused("nurse", { ...wish, at: at(-31) })).toEqual({ reason: "before-check-in", field: "at" });
    expect(types(clinic.submit("nurse", { ...wish, at: at(5) }))).toContain("injection-given");
    expect(dose(clinic)).toMatchObject({ givenMg: 250, endedAt: at(5) });
    expect(clinic.session().checkedIn.at).toBe(at(0) - HOUR / 2);
  });
});
