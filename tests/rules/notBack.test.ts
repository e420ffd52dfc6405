import { describe, expect, test } from "vitest";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import { isHeard } from "#shared/alarm/life.ts";
import type { NotAssessed, Values } from "#shared/vitals/observation.ts";
import { at, given, only, rung, types, type Scenario } from "./scenario.ts";

const TOLD = "not-back low";
const tells = (clinic: Scenario, minute: number, second = 0) =>
  rung(clinic.at(minute, second).tick(), clinic).filter((one) => one.startsWith("not-back"));
const found = (values: Values, baseline: Values = {}, minute = 118) => {
  const clinic = given().ended(40, baseline).at(minute);
  clinic.set(values);
  return clinic;
};
const toldAt120 = (values: Values, baseline: Values = {}) => tells(found(values, baseline), 120).length === 1;

describe("[RW9] two hours after T0 what is not back is told", () => {
  test("[RW9] at its second, not before, and once", () => {
    const clinic = found({ dissociation: 2 });
    expect(tells(clinic, 119, 59)).toEqual([]);
    expect(tells(clinic, 120)).toEqual([TOLD]);
    expect([tells(clinic, 120), tells(clinic, 130)]).toEqual([[], []]);
  });

  test("[RW9] without a sound", () => {
    const clinic = found({ dissociation: 2 });
    tells(clinic, 120);
    expect(isHeard(clinic.clinic(), clinic.call("not-back"), at(120))).toBe(false);
    expect(clinic.call("not-back")).toMatchObject({
      priority: "low",
      severity: 0,
      observationId: clinic.lastObservation().id,
    });
  });

  test("[RW9] each part alone, by what counts as gone", () => {
    expect([toldAt120({ dissociation: 1 }), toldAt120({ dissociation: 2 })]).toEqual([false, true]);
    expect([toldAt120({ distress: 4 }), toldAt120({ distress: 5 })]).toEqual([false, true]);
    expect([toldAt120({ sedation: 5 }), toldAt120({ sedation: 4 })]).toEqual([false, true]);
  });

  test("[RW9] above this patient's own baseline, where that was more than one", () => {
    const baseline = { dissociation: 3 };
    expect([toldAt120({ dissociation: 3 }, baseline), toldAt120({ dissociation: 4 }, baseline)]).toEqual([false, true]);
  });

  test("[AL1] nobody rated anything: nothing is known, and nothing is told", () => {
    const clinic = given().checkedIn().at(0);
    clinic.start();
    clinic.at(40).end();
    clinic.at(45).bp(120, 76);
    expect(tells(clinic, 120)).toEqual([]);
  });

  test("[RW9] by the current value of each: of a level that was not asked again the last one counts", () => {
    const clinic = found({ dissociation: 5 }, {}, 100);
    const deep = clinic.lastObservation().id;
    const asleep: NotAssessed = { field: "dissociation", why: "asleep" };
    clinic.at(118).set({ dissociation: undefined }, { notAssessed: [asleep] });
    expect(only(clinic.at(120).tick(), "alarm-raised").observationId).toBe(deep);
  });

  test("[RW9] [AL1] who is awake by now is not told of for having been drowsy when last asked about the rest", () => {
    const clinic = found({ sedation: 4 }, {}, 100);
    const awake = clinic.observation({ sbp: 120, dbp: 76, sedation: 5 }, { sheet: "bp" });
    clinic.at(118).submit("nurse", awake);
    expect(tells(clinic, 120)).toEqual([]);
  });

  test("[RW9] a set after that tells at once", () => {
    const clinic = found({});
    expect(tells(clinic, 120)).toEqual([]);
    expect(rung(clinic.at(130).set({ dissociation: 2 }), clinic)).toEqual([TOLD]);
  });
});

describe("[RW9] how it ends", () => {
  const told = () => {
    const clinic = found({ dissociation: 2 });
    tells(clinic, 120);
    return clinic;
  };
  test("[RW9] [AL9] it clears itself when the patient is back", () => {
    const clinic = told();
    expect(types(clinic.at(125).set({ dissociation: 2 }))).toEqual(["observation-recorded"]);
    expect(types(clinic.at(130).set({ dissociation: 1 }))).toEqual(["observation-recorded", "alarm-cleared"]);
  });

  test("[AL9] closed by a person, the same value does not tell again; a newer one does", () => {
    const clinic = told();
    clinic.accept("not-back").close("not-back");
    expect(tells(clinic, 122)).toEqual([]);
    expect(rung(clinic.at(125).set({ dissociation: 2 }), clinic)).toEqual([TOLD]);
  });

  test("[RW9] a corrected start moves its hour", () => {
    const clinic = told();
    const correction = { factId: "start-0001", at: at(5), struck: false, reason: { code: "wrong-time" } } as const;
    expect(types(clinic.submit("nurse", { type: "correct-dose-fact", ...correction }))).toContain("alarm-cleared");
    expect([tells(clinic, 124, 59), tells(clinic, 125)]).toEqual([[], [TOLD]]);
  });
});

describe("[RW9] on which clock", () => {
  test("[RW9] from the first injection, whatever followed it", () => {
    const clinic = given({ route: "im" }).given().at(20);
    clinic.give();
    clinic.at(115).set({ sedation: 4 });
    expect([tells(clinic, 119, 59), tells(clinic, 120)]).toEqual([[], [TOLD]]);
  });

  test("[RW9] from the first device", () => {
    const clinic = given({ route: "nasal" }).given().at(115);
    clinic.set({ sedation: 4 });
    expect([tells(clinic, 119, 59), tells(clinic, 120)]).toEqual([[], [TOLD]]);
  });

  test("[RW9] while the pump still runs, too, and never before the dose", () => {
    const clinic = given().started().at(118);
    clinic.set({ dissociation: 6 });
    expect(tells(clinic, 120)).toEqual([TOLD]);
    expect(tells(given().prepared({ sedation: 4 }), 130)).toEqual([]);
  });

  test("[RW9] after how long is the clinic's, and it may want to hear nothing", () => {
    const { window } = IV_PROTOCOL;
    const after = (tell: typeof window.tell, minute: number) => {
      const clinic = given({ protocol: { window: { ...window, tell } } })
        .ended()
        .at(88);
      clinic.set({ dissociation: 2 });
      return tells(clinic, minute);
    };
    const tell = { dissociationAtLeast: 4, distressAtLeast: 5, notBackAfterMin: 90 };
    expect([after(null, 130), after(tell, 89), after(tell, 90)]).toEqual([[], [], [TOLD]]);
  });
});
