import { describe, expect, test } from "vitest";
import { given, type Scenario } from "./scenario.ts";

const remind = (clinic: Scenario) =>
  clinic.answer("desk", { type: "acknowledge-door-reminder", shown: clinic.restriction(), escort: "heard" }).rejected;
const TOO_EARLY = { reason: "dose-not-over" };

describe("[LV17] the reminder at the door is given after the dose", () => {
  test("[LV17] not before it, not while it goes on, but from its end", () => {
    const clinic = given().prepared();
    expect(remind(clinic)).toEqual(TOO_EARLY);
    clinic.at(0).start();
    expect(remind(clinic.at(39))).toEqual(TOO_EARLY);
    clinic.at(40).end();
    expect(remind(clinic)).toBeUndefined();
  });

  test("[LV17] not between two devices", () => {
    const clinic = given({ route: "nasal" }).prepared().at(0);
    clinic.give();
    clinic.at(5).give();
    expect(remind(clinic.at(9))).toEqual(TOO_EARLY);
    clinic.at(10).give();
    expect(remind(clinic)).toBeUndefined();
  });

  test("[LV17] and again when there was more of the drug", () => {
    const clinic = given().ended().at(50);
    clinic.start("start-0002");
    expect(remind(clinic)).toEqual(TOO_EARLY);
  });
});
