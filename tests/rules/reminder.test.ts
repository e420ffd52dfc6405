import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CheckId, type Route } from "#shared/protocol/protocol.ts";
import { at, given, types, type Scenario } from "./scenario.ts";
import { countersign, letPass, recoveredBy, STAY_OVER, verbal } from "./leavingSteps.ts";

const GONE = new Set(["discharged", "released-early"]);
type Step = (clinic: Scenario) => unknown;
/** Everything that anybody can do on the way out, but for the reminder. */
const STEPS: Readonly<Record<string, Step>> = {
  sign: (clinic) => clinic.sign(),
  countersign: (clinic) => countersign(clinic),
  verbal: (clinic) => verbal(clinic),
  ride: (clinic) => clinic.ride(),
  belongings: (clinic) => clinic.belongings(),
  handOut: (clinic) => clinic.handOut(),
  letAllPass: (clinic) => CheckId.options.forEach((check) => letPass(clinic, check, "director")),
  lookIn: (clinic) => clinic.lookIn("awake-comfortable"),
  set: (clinic) => clinic.set(),
  worse: (clinic) => clinic.set({ dissociation: 6 }),
  waits: (clinic) => clinic.atInstant(clinic.now() + 7 * 60_000),
  soberAgain: (clinic) => clinic.reminded(),
};
const REMINDED: Readonly<Record<string, Step>> = { ...STEPS, reminded: (clinic) => clinic.doorReminder() };

/** Walks the steps, knocking at the door after each; every end that was reached. */
const walk = (clinic: Scenario, steps: readonly string[], known = STEPS): readonly string[] => {
  for (const step of steps) {
    known[step]!(clinic);
    const left = types(clinic.discharge().events).filter((type) => GONE.has(type));
    if (left.length > 0) return left;
  }
  return [];
};
const NEEDED = ["sign", "countersign", "ride", "belongings", "handOut"] as const;
const orders = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  items.length === 0 ? [[]] : items.flatMap((item, n) => orders(items.toSpliced(n, 1)).map((rest) => [item, ...rest]));

/** The same morning again and again. */
const again = (clinic: Scenario) => {
  const [state, now] = [clinic.clinic(), clinic.now()];
  return () => clinic.become(() => state).atInstant(now);
};
const MORNING = {
  iv: again(recoveredBy("iv")),
  im: again(recoveredBy("im")),
  nasal: again(recoveredBy("nasal")),
} as const satisfies Record<Route, () => Scenario>;

describe("[PP8] no way leads to discharged around the reminder", () => {
  test.each(["iv", "im", "nasal"] as const)(
    "[PP8] by %s: all that is needed but the reminder, in every order",
    (route) => {
      for (const order of orders(NEEDED)) {
        const clinic = MORNING[route]();
        expect(walk(clinic, order)).toEqual([]);
        if (order.indexOf("sign") > order.indexOf("countersign")) countersign(clinic);
        expect(clinic.discharge().rejected).toEqual({ reason: "reminder-missing" });
        expect(types(clinic.doorReminder().handOut().discharge().events)).toEqual(["discharged"]);
      }
    },
  );

  test.each(["iv", "im"] as const)("[PP8] by %s: released early neither, whoever let what pass", (route) => {
    const early = again(recoveredBy(route).at(STAY_OVER[route] - 1));
    for (const order of orders(["letAllPass", "sign", "ride", "belongings", "handOut"])) {
      const clinic = early();
      expect(walk(clinic, order)).toEqual([]);
      for (const check of CheckId.options) letPass(clinic, check, "director");
      clinic.sign();
      expect(clinic.discharge().rejected).toEqual({ reason: "reminder-missing" });
      expect(types(clinic.doorReminder().handOut().discharge().events)).toEqual(["released-early"]);
    }
  });

  test("[PP8] whatever is done, in any number and any order, by any route", () => {
    const wish = fc.constantFrom(...Object.keys(STEPS));
    fc.assert(
      fc.property(fc.constantFrom<Route>("iv", "im", "nasal"), fc.array(wish, { maxLength: 16 }), (route, steps) => {
        expect(walk(MORNING[route](), [...NEEDED, ...steps])).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("[PP8] and with it among them, who leaves has heard the very words that hold", () => {
    let doors = 0;
    const wish = fc.constantFrom(...Object.keys(REMINDED), "reminded", "handOut");
    fc.assert(
      fc.property(fc.constantFrom<Route>("iv", "im", "nasal"), fc.array(wish, { maxLength: 16 }), (route, steps) => {
        const clinic = MORNING[route]();
        clinic.sign();
        countersign(clinic);
        for (const step of ["ride", "belongings", ...steps, "reminded", "handOut"]) {
          REMINDED[step]!(clinic);
          const [before, restriction] = [clinic.session(), clinic.restriction()];
          const { events } = clinic.discharge();
          const left = events.find(({ type }) => GONE.has(type));
          if (!left) continue;
          doors += 1;
          expect(before.reminder?.restriction).toEqual(restriction);
          expect(before.handOut!.at).toBeGreaterThanOrEqual(before.reminder!.at);
          return;
        }
      }),
      { numRuns: 60 },
    );
    expect(doors).toBeGreaterThan(5);
  });

  test("[PP8] no override is of the reminder, nor of ride, belongings or paper", () => {
    expect(CheckId.options).not.toContain("reminder");
    const clinic = recoveredBy("iv");
    clinic.sign();
    expect(clinic.answer("clinician", { type: "complete-discharge", seenSeq: clinic.clinic().seq }).rejected).toEqual({
      reason: "ride-not-here",
    });
  });

  test("[PP8] a prescriber meets the same door as the desk", () => {
    const clinic = recoveredBy("iv");
    clinic.sign();
    clinic.ride().belongings().handOut();
    for (const role of ["nurse", "clinician", "director", "desk"] as const)
      expect(clinic.answer(role, { type: "complete-discharge", seenSeq: clinic.clinic().seq }).rejected).toEqual({
        reason: "reminder-missing",
      });
  });

  test("[PP8] the one that was given sober is not the one at the door", () => {
    const clinic = given().recovered();
    expect(clinic.session().soberReminder?.acknowledged).toBe(true);
    clinic.sign();
    clinic.ride().belongings().handOut();
    expect(clinic.discharge().rejected).toEqual({ reason: "reminder-missing" });
  });

  test("[PP8] one of another hour is none", () => {
    const iv = recoveredBy("iv");
    iv.sign();
    iv.ride().belongings().doorReminder().handOut();
    iv.at(97).lookIn("awake-comfortable");
    expect(iv.at(120, 1).discharge().rejected).toEqual({
      reason: "reminder-out-of-date",
      restriction: { kind: "until", until: at(27 * 60) },
    });
  });

  test("[PP8] paper that was given before it is none", () => {
    const clinic = recoveredBy("iv");
    clinic.sign();
    clinic.ride().belongings().handOut().at(70, 1).doorReminder();
    expect(clinic.discharge().rejected).toEqual({ reason: "hand-out-missing" });
    expect(types(clinic.handOut().discharge().events)).toEqual(["discharged"]);
  });

  test("[PP8] the signature alone is never enough at the door", () => {
    const clinic = recoveredBy("nasal").ride().belongings().doorReminder().handOut();
    expect(clinic.discharge().rejected).toEqual({ reason: "not-fit-to-leave" });
    clinic.sign();
    expect(clinic.discharge().rejected).toEqual({ reason: "not-fit-to-leave" });
    countersign(clinic);
    expect(types(clinic.discharge().events)).toEqual(["discharged"]);
  });
});
