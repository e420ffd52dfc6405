import { expect, test } from "vitest";

import { medicinesWords } from "#client/chair/medicinesWords.ts";
import { isReviewDay, MEDICINES, medicinesOf, untilOf, type MedicinesDraft } from "#client/chair/preparationModel.ts";
import { HOUR } from "#shared/base/time.ts";
import { at, given, T0 } from "#tests/rules/scenario.ts";

const NONE: MedicinesDraft = {
  benzodiazepine: "no",
  sedativeHypnotic: "no",
  opioid: "no",
  psychostimulant: "no",
  maoi: "no",
  text: "",
};

test("[CH13] medicines are five answers, none given beforehand; a missing one is not a no", () => {
  expect(medicinesOf({ text: "" })).toBeUndefined();
  for (const name of MEDICINES) {
    const { [name]: _, ...rest } = NONE;
    expect(medicinesOf(rest)).toBeUndefined();
  }
  const told = medicinesOf({ ...NONE, opioid: "yes", text: " methadone " });
  expect(told).toMatchObject({ opioid: true, maoi: false, text: "methadone" });
  expect(told && medicinesWords(told)).toBe("Opioid: methadone");
  const none = medicinesOf(NONE);
  expect(none && medicinesWords(none)).toBe("none of them");
  const one = given({ route: "nasal" }).checkedIn();
  if (none) one.submit("nurse", { type: "record-medicines", medicines: none });
  expect(one.session().medicines).toMatchObject({ opioid: false });
});

test("[CH22] a history is unchanged since a day that was", () => {
  expect(
    ["2026-11-23", "2026-11-20", "2026-11-24", "23.11.2026", ""].map((day) => isReviewDay(day, "2026-11-23")),
  ).toEqual([true, true, false, false, false]);
});

test("[CH14] a prescriber is on site until the next such time, at most a shift ahead", () => {
  const zone = "America/New_York"; // T0 is ten in the morning there
  expect(untilOf("17:00", T0, zone)).toBe(at(7 * 60));
  expect(untilOf("23:30", T0, zone)).toBe(at(13 * 60 + 30));
  expect(untilOf("02:00", T0, zone)).toBe(T0 + 16 * HOUR);
  expect(untilOf("02:01", T0, zone)).toBeUndefined();
  expect(untilOf("09:59", T0, zone)).toBeUndefined();
  expect(untilOf("five", T0, zone)).toBeUndefined();
});
