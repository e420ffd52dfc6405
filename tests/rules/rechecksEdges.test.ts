import { describe, expect, test } from "vitest";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import { dueList } from "#shared/recovery/due.ts";
import { given, type Scenario } from "./scenario.ts";

const rechecks = (clinic: Scenario) => clinic.due().filter((one) => one.includes("recheck"));
const did = (clinic: Scenario, minute: number, kind: "oxygen-on" | "repositioned") =>
  clinic.at(minute).submit("nurse", {
    type: "record-intervention",
    interventionId: `intervention-${100 + minute}`,
    told: { kind, at: clinic.now() },
  });

describe("[DU11] what asks for a closer look", () => {
  test("[DU11] oxygen from the dose on, and nothing else that was done", () => {
    const turned = given().started().at(5);
    turned.set({ sedation: 3 });
    did(turned, 7, "repositioned");
    expect(rechecks(turned)).toEqual(["10 recheck upcoming"]);
    const before = given().prepared();
    did(before, -5, "oxygen-on");
    before.at(0).start();
    expect(rechecks(before)).toEqual([]);
    const atStart = given().started();
    did(atStart, 0, "oxygen-on");
    expect(rechecks(atStart)).toEqual(["5 recheck upcoming"]);
  });

  test("[DU11] a clinic without a level of drowsiness looks again for what is critical alone", () => {
    const sedation = { warn: { low: null, high: null }, critical: { low: 0, high: null } };
    const { limits, schedule } = IV_PROTOCOL;
    const protocol = { limits: { ...limits, sedation }, schedule: { ...schedule, closeEveryMin: 7 } };
    const clinic = given({ protocol }).started().at(5);
    clinic.set({ sedation: 0 });
    expect(rechecks(clinic)).toEqual(["10 recheck upcoming"]);
  });
});

describe("[DU5] [DU10] when it is taken again", () => {
  test("[DU5] a pressure at the very moment of the start belongs to the dose", () => {
    const clinic = given().started();
    clinic.bp(184, 96);
    expect(rechecks(clinic)).toEqual(["5 recheck upcoming"]);
  });

  test("[DU10] the longer wait is that of a held pressure alone", () => {
    const clinic = given({ protocol: { hold: { ...IV_PROTOCOL.hold, recheckGapMin: 10 } } })
      .checkedIn()
      .at(-20);
    clinic.set({ spo2: 88 });
    expect(rechecks(clinic)).toEqual(["-15 recheck upcoming"]);
    clinic.bp(164, 102);
    expect(rechecks(clinic)).toEqual(["-15 recheck upcoming", "-10 recheck upcoming"]);
  });

  test("[DU10] the first pressure of all can be a held one", () => {
    const clinic = given().checkedIn().at(-20);
    clinic.bp(164, 102);
    expect(dueList(clinic.session(), clinic.protocol(), clinic.now()).map(({ kind }) => kind)).toEqual(["recheck"]);
  });
});

test("[DU3] other rules for the same session at the same moment give another list", () => {
  const clinic = given().started().at(12);
  const times = (everyMin: number) =>
    dueList(
      clinic.session(),
      { ...clinic.protocol(), schedule: { ...clinic.protocol().schedule, dosing: { kind: "every", everyMin } } },
      clinic.now(),
    ).length;
  expect(times(10)).not.toBe(times(3));
});

test("[DU4] a set counts until the next set, whatever else is asked in between", () => {
  const marks = [5, 10, 20].map((atMin) => ({
    atMin,
    check: atMin === 10 ? ("sedation" as const) : ("set" as const),
    countsMin: null,
  }));
  const { schedule } = IV_PROTOCOL;
  const protocol = { schedule: { ...schedule, dosing: { kind: "marks" as const, from: "first" as const, marks } } };
  const clinic = given({ protocol }).started().at(12);
  clinic.set();
  expect(clinic.due().slice(0, 2)).toEqual(["5 done", "10 sedation done"]);
});

test("[DU3] a look at the very moment that belongs to the next look-in is the next one's", () => {
  const clinic = given().fit().at(126);
  clinic.lookIn();
  expect(clinic.due().filter((one) => one.includes("look-in"))).toEqual([
    "100 look-in not-done",
    "130 look-in done",
    "156 look-in upcoming",
  ]);
});
