import { describe, expect, test } from "vitest";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import { isHeard } from "#shared/alarm/life.ts";
import type { NotAssessed, Values } from "#shared/vitals/observation.ts";
import { at, given, only, rung, types, type Scenario } from "./scenario.ts";

const TOLD = "still-affected low";
const tells = (clinic: Scenario, minute: number, second = 0) =>
  rung(clinic.at(minute, second).tick(), clinic).filter((one) => one.startsWith("still-affected"));
/** An infusion that ended at 40, whose window ends at 70, with this set at 68. */
const foundAt68 = (values: Values, notAssessed: readonly NotAssessed[] = []) => {
  const clinic = given().ended().at(55);
  clinic.set();
  clinic.at(68).set(values, { notAssessed });
  return clinic;
};
const toldAt70 = (values: Values) => tells(foundAt68(values), 70).length === 1;

describe("[RW8] at the window's end a clinician is told who is still affected", () => {
  test("[RW8] at its last minute, not a second before, and once", () => {
    const clinic = foundAt68({ dissociation: 4 });
    expect(tells(clinic, 69, 59)).toEqual([]);
    expect(tells(clinic, 70)).toEqual([TOLD]);
    expect([tells(clinic, 70), tells(clinic, 75)]).toEqual([[], []]);
  });

  test("[RW8] without a sound", () => {
    const clinic = foundAt68({ dissociation: 4 });
    tells(clinic, 70);
    expect(isHeard(clinic.clinic(), clinic.call("still-affected"), at(70))).toBe(false);
    expect(clinic.call("still-affected")).toMatchObject({
      priority: "low",
      severity: 0,
      observationId: clinic.lastObservation().id,
    });
  });

  test("[RW8] each part alone: dissociation of 4, distress of 5, not fully awake", () => {
    expect([toldAt70({ dissociation: 3 }), toldAt70({ dissociation: 4 }), toldAt70({ dissociation: 5 })]).toEqual([
      false,
      true,
      true,
    ]);
    expect([toldAt70({ distress: 4 }), toldAt70({ distress: 5 }), toldAt70({ distress: 6 })]).toEqual([
      false,
      true,
      true,
    ]);
    expect([toldAt70({ sedation: 5 }), toldAt70({ sedation: 4 }), toldAt70({ sedation: 3 })]).toEqual([
      false,
      true,
      true,
    ]);
  });

  test("[RW8] by the set that is current for each, whichever it is", () => {
    const clinic = given().ended().at(60);
    clinic.set({ dissociation: 6 });
    const deep = clinic.lastObservation().id;
    const asleep: NotAssessed = { field: "dissociation", why: "asleep" };
    clinic.at(68).set({ dissociation: undefined }, { notAssessed: [asleep] });
    expect(only(clinic.at(70).tick(), "alarm-raised").observationId).toBe(deep);
  });

  test("[RW8] a level that is good now tells of nothing, however bad it was", () => {
    const clinic = given().ended().at(60);
    clinic.set({ dissociation: 8, distress: 6, sedation: 3 });
    clinic.at(68).set();
    expect(tells(clinic, 70)).toEqual([]);
  });

  test("[AL1] nobody rated anything: nothing is known, and nothing is told", () => {
    const clinic = given().checkedIn().at(0);
    clinic.start();
    clinic.at(40).end();
    clinic.at(45).bp(120, 76);
    expect(tells(clinic, 70)).toEqual([]);
  });

  test("[RW8] a set after the window's end tells at once", () => {
    const clinic = given().ended().at(69);
    clinic.set();
    expect(tells(clinic, 72)).toEqual([]);
    expect(rung(clinic.at(85).set({ sedation: 4 }), clinic)).toEqual([TOLD]);
  });
});

describe("[RW8] how it ends", () => {
  const told = () => {
    const clinic = foundAt68({ dissociation: 4 });
    tells(clinic, 70);
    return clinic;
  };
  test("[RW8] [AL9] it clears itself with the first set that is good", () => {
    const clinic = told();
    expect(types(clinic.at(75).set({ dissociation: 4 }))).toEqual(["observation-recorded"]);
    expect(types(clinic.at(80).set({ dissociation: 3 }))).toEqual(["observation-recorded", "alarm-cleared"]);
    expect(clinic.calls()).toEqual([]);
  });

  test("[AL9] closed by a person, the same value does not tell again; a newer one does", () => {
    const clinic = told();
    clinic.accept("still-affected").close("still-affected");
    expect(tells(clinic, 72)).toEqual([]);
    expect(rung(clinic.at(75).set({ dissociation: 5 }), clinic)).toEqual([TOLD]);
  });

  test("[AL3] within low nothing is told again", () => {
    expect(rung(told().at(75).set({ dissociation: 9, sedation: 4 }), given())).toEqual([]);
  });

  test("[RW8] a pump that runs again ends it: the window is a plan once more", () => {
    const clinic = told();
    const events = clinic.at(72).submit("nurse", { type: "resume-infusion", factId: "resume-0001", at: at(72) });
    expect(types(events)).toContain("alarm-cleared");
  });

  test("[AL10] a late set that was bad then is listed as found late, and tells nothing", () => {
    const clinic = given().ended().at(75);
    clinic.set();
    const events = clinic.at(80).set({ dissociation: 6 }, { at: at(72) });
    expect(types(events)).toEqual(["observation-recorded", "late-finding-listed"]);
    expect(only(events, "late-finding-listed").rule).toBe("still-affected");
    expect(tells(clinic, 81)).toEqual([]);
  });
});

describe("[RW8] on which clock", () => {
  test("[RW8] after an injection 60 minutes, after a further one 60 from that", () => {
    const clinic = given({ route: "im" }).given().at(57);
    clinic.set({ dissociation: 5 });
    expect([tells(clinic, 59, 59), tells(clinic, 60)]).toEqual([[], [TOLD]]);
    const events = clinic.at(61).give();
    expect(types(events)).toContain("alarm-cleared");
    expect([tells(clinic, 120, 59), tells(clinic, 121)]).toEqual([[], [TOLD]]);
  });

  test("[RW8] after the last device 70 minutes", () => {
    const clinic = given({ route: "nasal" }).given().at(75);
    clinic.set({ distress: 5 });
    expect([tells(clinic, 79, 59), tells(clinic, 80)]).toEqual([[], [TOLD]]);
  });

  test("[RW8] not while the dose goes on", () => {
    const clinic = given().started().at(80);
    clinic.set({ dissociation: 8 });
    expect(tells(clinic, 100)).toEqual([]);
    expect(tells(given().prepared({ dissociation: 6 }), 100)).toEqual([]);
  });

  test("[RW8] numbers are the clinic's, and it may want to hear nothing", () => {
    const { window } = IV_PROTOCOL;
    const withTell = (tell: typeof window.tell) => {
      const clinic = given({ protocol: { window: { ...window, tell } } })
        .ended()
        .at(68);
      clinic.set({ dissociation: 5, distress: 6 });
      return tells(clinic, 70);
    };
    const tell = { dissociationAtLeast: 6, distressAtLeast: 7, notBackAfterMin: 120 };
    expect([withTell(null), withTell(tell)]).toEqual([[], []]);
    expect(withTell({ ...tell, dissociationAtLeast: 5 })).toEqual([TOLD]);
    expect(withTell({ ...tell, distressAtLeast: 6 })).toEqual([TOLD]);
  });
});
