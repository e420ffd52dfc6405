import { describe, expect, test } from "vitest";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import type { Confirmation, Values } from "#shared/vitals/observation.ts";
import { at, given, GOOD, type Scenario } from "./scenario.ts";

type More = Parameters<Scenario["observation"]>[1];

describe("[VT9] a sedation that is two levels or more deeper than the last one is asked about once", () => {
  /** A set of which nothing was confirmed beforehand. */
  const wish = (clinic: Scenario, sedation: number, more: More = {}, confirmed: Confirmation[] = []) => {
    const { entered, ...rest } = clinic.observation({ ...GOOD, sedation }, more);
    return { ...rest, entered: { ...entered, confirmed } };
  };
  const said = (clinic: Scenario, ...how: [sedation: number, more?: More, confirmed?: Confirmation[]]) =>
    clinic.answer("nurse", wish(clinic, ...how)).rejected;
  const asks = (from: number, to: number) => ({
    reason: "values",
    problems: [{ kind: "unusual", field: "sedation-drop", low: from - 1, high: from, value: to }],
  });

  test("[VT9] one level is nothing to ask about, two are, and so is more", () => {
    const from = (first: number, next: number) => said(given().started({ sedation: first }).at(10), next);
    expect([from(5, 5), from(5, 4), from(4, 3), from(3, 5)]).toEqual([undefined, undefined, undefined, undefined]);
    expect([from(5, 3), from(4, 2), from(5, 0)]).toEqual([asks(5, 3), asks(4, 2), asks(5, 0)]);
  });

  test("[VT9] the yes saves it, and the next one counts from there", () => {
    const clinic = given().started().at(10);
    expect(said(clinic, 3, {}, ["sedation-drop"])).toBeUndefined();
    expect(said(clinic.at(20), 2)).toBeUndefined();
    expect(said(clinic.at(30), 0)).toEqual(asks(2, 0));
  });

  test("[VT9] the yes to another question is no yes to this one", () =>
    expect(said(given().started().at(10), 3, {}, ["sedation", "rr"])).toEqual(asks(5, 3)));

  test("[VT9] the first one, and one after a look that could not tell, has nothing to be deeper than", () => {
    expect(said(given().checkedIn(), 2)).toBeUndefined();
    const clinic = given().checkedIn().at(-20);
    clinic.set({ sedation: undefined }, { notAssessed: [{ field: "sedation", why: "asleep" }] });
    expect(said(clinic.at(-10), 2)).toBeUndefined();
  });

  test("[VT9] a struck one counts for nothing", () => {
    const clinic = given().started({ sedation: 3 }).at(5);
    clinic.set();
    clinic.submit("nurse", {
      type: "strike-observation",
      observationId: clinic.lastObservation().id,
      reason: { code: "wrong-chair" },
    });
    expect(said(clinic.at(10), 3)).toBeUndefined();
  });

  test("[VT9] the last one is the one before it, also for a late entry", () => {
    const clinic = given().started({ sedation: 3 }).at(20);
    clinic.set();
    expect(said(clinic.at(30), 3, { at: at(10) })).toBeUndefined();
    expect(said(clinic.at(30), 1, { at: at(10) })).toEqual(asks(3, 1));
  });

  test("[VT9] a correction is compared with what was before the value that it replaces", () => {
    const correct = (first: number, slip: number, meant: number) => {
      const clinic = given().started({ sedation: first }).at(10);
      clinic.set({ sedation: slip });
      const { observationId, entered } = wish(clinic, meant, { at: at(10) });
      return clinic.answer("nurse", {
        type: "correct-observation",
        observationId,
        replaces: clinic.lastObservation().id,
        entered,
        reason: { code: "typing-slip" },
      }).rejected;
    };
    expect(correct(3, 5, 3)).toBeUndefined();
    expect(correct(5, 3, 2)).toEqual(asks(5, 2));
  });
});

describe("[VT10] when breaths are counted", () => {
  const noBreaths = (values: Values = {}): Values => {
    const { rr: _, ...rest } = { ...GOOD, ...values };
    return rest;
  };
  const asked = (clinic: Scenario, values: Values, more: More = {}) => {
    const { rejected } = clinic.answer("nurse", clinic.observation(values, more));
    return rejected?.reason === "values" ? rejected.problems.map(({ kind, field }) => `${kind} ${field}`) : [];
  };
  const during = (values: Values, more: More = {}) => asked(given().started().at(10), noBreaths(values), more);

  test("[VT10] at baseline and at the exit", () => {
    expect(asked(given().checkedIn(), noBreaths())).toEqual(["missing rr"]);
    const exit = { orientation: "oriented", gait: "as-on-arrival" } as const;
    expect(asked(given().ended().at(60), exit, { sheet: "exit" })).toEqual(["missing rr"]);
    expect(asked(given().ended().at(60), { ...exit, rr: 14 }, { sheet: "exit" })).toEqual([]);
  });

  test("[VT10] not in a set that finds the patient awake and oxygen at 94", () =>
    expect(during({ spo2: 94 })).toEqual([]));

  test("[VT10] drowsy is MOAA/S 4 or less", () => {
    expect([during({ sedation: 5 }), during({ sedation: 4 }), during({ sedation: 1 })]).toEqual([
      [],
      ["missing rr"],
      ["missing rr"],
    ]);
  });

  test("[VT10] oxygen at 93 or less", () => {
    expect([during({ spo2: 94 }), during({ spo2: 93 }), during({ spo2: 85 })]).toEqual([
      [],
      ["missing rr"],
      ["missing rr"],
    ]);
  });

  test("[VT10] what that very set found counts, not what was found before it", () => {
    const clinic = given().started().at(10);
    clinic.set({ sedation: 4, spo2: 92 });
    expect(asked(clinic.at(20), noBreaths())).toEqual([]);
  });

  test("[VT10] a sedation that could not be taken asks for nothing by itself", () => {
    const { sedation: _, ...rest } = noBreaths();
    expect(asked(given().started().at(10), rest, { notAssessed: [{ field: "sedation", why: "declined" }] })).toEqual(
      [],
    );
  });

  test("[VT10] counted, or a reason why not, and once", () => {
    expect(asked(given().started().at(10), { ...GOOD, sedation: 4 })).toEqual([]);
    expect(during({ sedation: 4 }, { notAssessed: [{ field: "rr", why: "mask-on" }] })).toEqual([]);
    expect(asked(given().checkedIn(), noBreaths({ sedation: 4, spo2: 93 }))).toEqual(["missing rr"]);
  });

  test("[VT10] never on a sheet for pressure or a look-in", () => {
    const clinic = given().started().at(10);
    expect(asked(clinic, { sbp: 120, dbp: 76, sedation: 4, spo2: 92 }, { sheet: "bp" })).toEqual([]);
    expect(asked(clinic, { seen: "resting-breathing", spo2: 92 }, { sheet: "look-in" })).toEqual([]);
  });

  test("[VT10] the two numbers are the clinic's to change, and to switch off", () => {
    const with_ = (breathingWhen: { sedationAtMost: number | null; spo2AtMost: number | null }) =>
      given({ protocol: { required: { ...SHIPPED.iv.required, breathingWhen } } })
        .started()
        .at(10);
    const three = { sedationAtMost: 3, spo2AtMost: 90 };
    expect(asked(with_(three), noBreaths({ sedation: 4, spo2: 91 }))).toEqual([]);
    expect(asked(with_(three), noBreaths({ sedation: 3 }))).toEqual(["missing rr"]);
    expect(asked(with_(three), noBreaths({ spo2: 90 }))).toEqual(["missing rr"]);
    const off = { sedationAtMost: null, spo2AtMost: null };
    expect(asked(with_(off), noBreaths({ sedation: 2, spo2: 88 }))).toEqual([]);
  });
});
