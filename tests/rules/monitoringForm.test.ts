import { describe, expect, test } from "vitest";
import { formDueDay, monitoringForm, type FormFieldId } from "#shared/recovery/monitoringForm.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import { at, given, type Scenario, type Wish } from "./scenario.ts";

const nasal = () => given({ route: "nasal" });
/** Without an end monitoring still goes on. */
const form = (clinic: Scenario, endMin?: number) =>
  new Map(
    monitoringForm(clinic.session(), endMin === undefined ? undefined : at(endMin)).map((one) => [one.id, one.value]),
  );
const value = (clinic: Scenario, id: FormFieldId, endMin?: number) => form(clinic, endMin).get(id);
const device = (clinic: Scenario, minute: number, lot?: string) =>
  clinic.at(minute).submit("nurse", {
    type: "give-device",
    factId: `device-${1000 + minute}`,
    at: at(minute),
    ...(lot ? { package: { lot } } : {}),
  });
type Told = Extract<Wish, { type: "record-adverse-event" }>["told"];
const adverse = (clinic: Scenario, serious: Told["serious"], adverseEventId = "adverse-0001") =>
  clinic.submit("nurse", {
    type: "record-adverse-event",
    adverseEventId,
    told: {
      kind: "hypertension",
      onsetAt: at(10),
      severity: "severe",
      serious,
      relatedness: "related",
      interventions: [],
      outcome: "ongoing",
      notified: [],
    },
  });
const MEDICINES = { benzodiazepine: true, sedativeHypnotic: false, opioid: false, psychostimulant: true, maoi: false };

describe("[MF1] the monitoring form is filled from the record, and what nobody saw is missing", () => {
  test("[MF1] before anything is known all of it is missing", () => {
    const found = Object.fromEntries(form(nasal().checkedIn()));
    expect(Object.values(found).every((one) => one === undefined)).toBe(true);
    expect(Object.keys(found)).toHaveLength(20);
  });

  test("[MF1] a first treatment, another one, or nobody knows", () => {
    const with_ = (course: { n: number } | undefined) => {
      const clinic = nasal().founded().at(-30);
      clinic.submit("desk", {
        type: "check-in",
        patientId: "patient-0001",
        chairId: "chair-one",
        route: "nasal",
        course,
      });
      return value(clinic, "first-treatment");
    };
    expect([with_({ n: 1 }), with_({ n: 2 }), with_(undefined)]).toEqual([true, false, undefined]);
  });

  test("[MF1] medicines as they were answered", () => {
    const clinic = nasal().checkedIn();
    clinic.submit("nurse", { type: "record-medicines", medicines: MEDICINES });
    const found = form(clinic);
    expect(
      (["benzodiazepine", "sedative-hypnotic", "opioid", "psychostimulant", "maoi"] as const).map((id) =>
        found.get(id),
      ),
    ).toEqual([true, false, false, true, false]);
  });

  test("[MF1] the day is the clinic's day of the first device", () => {
    expect(value(nasal().given(), "date")).toBe("2026-11-23");
    const tokyo = given({ route: "nasal", zone: "Asia/Tokyo" }).prepared().at(0); // midnight there
    tokyo.give();
    expect(value(tokyo, "date")).toBe("2026-11-24");
  });

  test("[MF1] the dose when it has ended, and not before", () => {
    const clinic = nasal().prepared();
    device(clinic, 0);
    expect(value(clinic, "dose-mg")).toBeUndefined();
    device(clinic, 5);
    device(clinic, 10);
    expect(value(clinic, "dose-mg")).toBe(84);
  });

  test("[MF1] every device's lot, each once, or none while one is not known", () => {
    const of = (...lots: (string | undefined)[]) => {
      const clinic = nasal().prepared();
      lots.forEach((lot, index) => device(clinic, index * 5, lot));
      return value(clinic, "lots");
    };
    expect([of("A1", "A1", "B2"), of("A1"), of("A1", undefined, "B2"), of()]).toEqual([
      "A1, B2",
      "A1",
      undefined,
      undefined,
    ]);
  });

  test("[MF1] minutes from the first device to the end of monitoring, and whether they were two hours", () => {
    const clinic = nasal().given();
    const told = (end?: number) => [value(clinic, "total-minutes", end), value(clinic, "two-hours", end)];
    expect([told(119), told(119.99), told(120), told(151)]).toEqual([
      [119, false],
      [119, false],
      [120, true],
      [151, true],
    ]);
    expect(told()).toEqual([undefined, undefined]);
  });

  test("[MF1] the pressure before the dose is the last one before it", () => {
    const clinic = nasal().prepared({ sbp: 138, dbp: 84 }).at(-2);
    clinic.bp(132, 80);
    expect(value(clinic, "bp-before")).toBeUndefined();
    device(clinic, 0);
    clinic.at(10).bp(150, 90);
    expect(value(clinic, "bp-before")).toBe("132/80");
  });

  test("[MF1] the pressure at 40 minutes is the nearest from 35 to 50", () => {
    const of = (...minutes: readonly (readonly [minute: number, second: number])[]) => {
      const clinic = nasal().given();
      minutes.forEach(([minute, second], index) => clinic.at(minute, second).bp(130 + index, 80));
      return value(clinic, "bp-40");
    };
    expect([of([35, -1]), of([35, 0]), of([50, 0]), of([50, 1])]).toEqual([undefined, "130/80", "130/80", undefined]);
    expect([of([36, 0], [42, 0]), of([37, 0], [44, 0]), of([20, 0], [41, 0], [49, 0])]).toEqual([
      "131/80",
      "130/80",
      "131/80",
    ]);
    expect(of()).toBeUndefined();
  });

  test("[MF1] the pressure at the end is the last one after those", () => {
    const clinic = nasal().given().at(50);
    clinic.bp(140, 80);
    expect(value(clinic, "bp-completion")).toBeUndefined();
    clinic.at(60).bp(139, 80);
    clinic.at(120).bp(128, 78);
    expect(value(clinic, "bp-completion")).toBe("128/78");
  });

  test("[MF1] oximetry, once it was read after the first device, and else nobody knows", () => {
    const clinic = nasal().given().at(20);
    clinic.set();
    expect(value(clinic, "oximetry")).toBe(true);
    expect(value(nasal().prepared(), "oximetry")).toBeUndefined();
    const unread = nasal().given().at(12);
    unread.bp(130, 80);
    expect(value(unread, "oximetry")).toBeUndefined();
  });

  describe.each([
    ["sedation", 3, 5],
    ["dissociation", 6, 0],
  ] as const)("[MF1] %s", (measure, there, gone) => {
    const looks = (...found: readonly (readonly [minute: number, level: number])[]) => {
      const clinic = nasal().given();
      for (const [minute, level] of found) clinic.at(minute).set({ [measure]: level });
      return [value(clinic, measure, 150), value(clinic, `${measure}-resolved`, 150)];
    };

    test("[MF1] came or not, or nobody looked", () => {
      expect(looks()).toEqual([undefined, undefined]);
      expect(looks([20, gone], [60, gone])).toEqual([false, undefined]);
      expect(looks([20, there], [60, gone])[0]).toBe(true);
    });

    test("[MF1] had gone within two hours of the first device", () => {
      expect(looks([30, there], [120, gone])).toEqual([true, true]);
      expect(looks([120, there], [121, gone])).toEqual([true, false]);
      expect(looks([30, there], [60, gone], [90, there], [125, there], [130, gone])).toEqual([true, false]);
    });

    test("[MF1] nobody looked again: whether it had gone is missing", () =>
      expect(looks([30, there])).toEqual([true, undefined]));
  });

  test("[MF1] before the first device it was no effect", () => {
    const clinic = nasal().prepared({ sedation: 4, dissociation: 2 });
    device(clinic, 0);
    expect([value(clinic, "sedation"), value(clinic, "dissociation")]).toEqual([undefined, undefined]);
  });

  test("[MF1] a serious event is one that was told; none told is not none happened", () => {
    const clinic = nasal().given().at(20);
    expect(value(clinic, "serious-event")).toBeUndefined();
    adverse(clinic, []);
    expect(value(clinic, "serious-event")).toBeUndefined();
    adverse(clinic, ["life-threatening"], "adverse-0002");
    expect(value(clinic, "serious-event")).toBe(true);
  });

  test("[MF1] [AE2] of a serious event that was none after all the last telling counts", () => {
    const clinic = nasal().given().at(20);
    adverse(clinic, ["life-threatening"]);
    adverse(clinic.at(30), []);
    expect(value(clinic, "serious-event")).toBeUndefined();
  });
});

describe("[MF2] the form is due seven calendar days after the day of the dose", () => {
  const due = (clinic: Scenario, protocol = clinic.protocol()) => formDueDay(clinic.session(), protocol);
  const onDay = (zone: string, instant: number) => {
    const clinic = given({ route: "nasal", zone }).prepared().atInstant(instant);
    clinic.give();
    return due(clinic);
  };

  test("[MF2] from the day of the first device, whatever its hour", () => {
    const newYork = "America/New_York";
    expect(onDay(newYork, Date.UTC(2026, 10, 24, 4, 59))).toBe("2026-11-30"); // Mon 23, 23:59
    expect(onDay(newYork, Date.UTC(2026, 10, 24, 5, 0))).toBe("2026-12-01"); // Tue 24, 00:00
    expect(onDay("Asia/Tokyo", at(0))).toBe("2026-12-01"); // Tue 24, 00:00
  });

  test("[MF2] across the end of a year, and when the clocks change", () => {
    expect(onDay("America/New_York", Date.UTC(2026, 11, 28, 20))).toBe("2027-01-04");
    expect(onDay("America/New_York", Date.UTC(2027, 2, 9, 4, 30))).toBe("2027-03-15"); // Mon 8, 23:30; forward on the 14th
    expect(onDay("Europe/Dublin", Date.UTC(2027, 9, 24, 23, 30))).toBe("2027-11-01"); // Mon 25, 00:30; back on the 31st
  });

  test("[MF2] by the days that the clinic has set, and for a route that has such a form", () => {
    const clinic = nasal().given();
    expect(due(clinic, { ...SHIPPED.nasal, formDueDays: 1 })).toBe("2026-11-24");
    expect([due(given().started()), due(given({ route: "im" }).given())]).toEqual([undefined, undefined]);
  });

  test("[MF2] not while nothing was given, and anew when the day was typed wrong", () => {
    expect(due(nasal().prepared())).toBeUndefined();
    const clinic = nasal()
      .prepared()
      .at(14 * 60 + 5); // five past midnight
    clinic.give("device-0001");
    expect(due(clinic)).toBe("2026-12-01");
    clinic.submit("nurse", {
      type: "correct-dose-fact",
      factId: "device-0001",
      at: at(14 * 60 - 1),
      struck: false,
      reason: { code: "wrong-time" },
    });
    expect(due(clinic)).toBe("2026-11-30");
  });
});
