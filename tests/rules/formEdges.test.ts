import { describe, expect, test } from "vitest";
import { courseOf } from "#shared/recovery/course.ts";
import { monitoringForm, type FormFieldId } from "#shared/recovery/monitoringForm.ts";
import type { Values } from "#shared/vitals/observation.ts";
import { at, given, type Scenario } from "./scenario.ts";

const form = (clinic: Scenario) =>
  new Map(monitoringForm(clinic.session(), undefined).map((one) => [one.id, one.value]));
const value = (clinic: Scenario, id: FormFieldId) => form(clinic).get(id);
const sprayed = () => given({ route: "nasal" }).prepared().at(0);
const look = (clinic: Scenario, minute: number, values: Values, observedAt = at(minute)) =>
  clinic
    .at(minute)
    .submit("nurse", clinic.observation({ sbp: 120, dbp: 74, ...values }, { sheet: "bp", at: observedAt }));

describe("[MF1] what the form is filled from", () => {
  test("[MF1] it asks the same before and after the dose", () => {
    const before = [...form(given({ route: "nasal" }).checkedIn()).keys()];
    expect(before).toEqual([...form(given({ route: "nasal" }).given()).keys()]);
  });

  test("[MF1] oximetry is in use once any look says so, from the moment of the first device", () => {
    const clinic = sprayed();
    clinic.give();
    look(clinic, 0, {});
    expect(value(clinic, "oximetry")).toBeUndefined();
    look(clinic, 0, { spo2: 97 });
    expect(value(clinic, "oximetry")).toBe(true);
    look(clinic, 10, {});
    expect(value(clinic, "oximetry")).toBe(true);
  });

  test("[MF1] who took a pressure alone saw neither sedation nor dissociation, nor their end", () => {
    const clinic = sprayed();
    clinic.give();
    look(clinic, 10, {});
    expect([value(clinic, "sedation"), value(clinic, "dissociation")]).toEqual([undefined, undefined]);
    look(clinic, 20, { sedation: 3, dissociation: 4 });
    look(clinic, 30, {});
    expect([value(clinic, "sedation"), value(clinic, "sedation-resolved")]).toEqual([true, undefined]);
    expect([value(clinic, "dissociation"), value(clinic, "dissociation-resolved")]).toEqual([true, undefined]);
  });

  test("[MF1] in the order of what was true, not of what was told", () => {
    const clinic = sprayed();
    clinic.give();
    look(clinic, 60, { sedation: 5 });
    look(clinic, 61, { sedation: 3 }, at(30));
    expect([value(clinic, "sedation"), value(clinic, "sedation-resolved")]).toEqual([true, true]);
  });

  test("[MF1] lots are those of devices, and of nothing else that was given", () => {
    const clinic = sprayed();
    clinic.submit("nurse", { type: "give-device", factId: "device-0001", at: at(0), package: { lot: "A1" } });
    clinic.at(20).submit("nurse", { type: "give-injection", factId: "inject-0001", at: at(20), mg: 50 });
    expect(value(clinic, "lots")).toBe("A1");
  });

  test("[MF1] the pressure at 40 minutes is a pressure, however near another look was", () => {
    const clinic = sprayed();
    clinic.give();
    look(clinic, 38, { sbp: 131, dbp: 81 });
    clinic.at(40).lookIn();
    expect(value(clinic, "bp-40")).toBe("131/81");
  });
});

test("[CO1] of equal peaks the first counts, whenever it was told", () => {
  const clinic = given().started();
  clinic.at(10).set({ spo2: 92 });
  clinic.at(20).set({ spo2: 92, sbp: 150 });
  clinic.at(21).set({ sbp: 150 }, { at: at(5) });
  expect(courseOf([{ session: clinic.session(), protocol: clinic.protocol() }])[0]?.peaks).toMatchObject({
    spo2: { value: 92, minute: 10 },
    sbp: { value: 150, minute: 5 },
  });
});
