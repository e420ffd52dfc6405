import { describe, expect, test } from "vitest";
import type { RuleId } from "#shared/alarm/alarm.ts";
import { isHeard } from "#shared/alarm/life.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { at, given, only, type Scenario } from "./scenario.ts";

const called = (protocol: Partial<Protocol> = {}) => {
  const clinic = given({ protocol }).started().at(5);
  clinic.set({ spo2: 90 });
  return clinic;
};
const heard = (clinic: Scenario, rule: RuleId, minute: number, second = 0) =>
  isHeard(clinic.clinic(), clinic.call(rule), at(minute, second));
const pause = (clinic: Scenario, seconds: number) => clinic.submit("nurse", { type: "pause-audio", seconds });

describe("[AL21] AUDIO PAUSED", () => {
  test("[AL21] is for the time that was asked for, and not a second longer", () => {
    const clinic = called();
    expect(heard(clinic, "oxygen-low", 5)).toBe(true);
    expect(only(pause(clinic.at(5, 10), 60), "audio-paused").until).toBe(at(6, 10));
    expect(clinic.clinic().audioPaused).toEqual({ at: at(5, 10), until: at(6, 10), by: "nurse-0001" });
    expect([heard(clinic, "oxygen-low", 5, 10), heard(clinic, "oxygen-low", 6, 9)]).toEqual([false, false]);
    expect([heard(clinic, "oxygen-low", 6, 10), heard(clinic, "oxygen-low", 9)]).toEqual([true, true]);
  });

  test("[AL21] lasts two minutes at most", () => {
    const clinic = called();
    expect(clinic.refused("nurse", { type: "pause-audio", seconds: 121 })).toEqual({
      reason: "invalid",
      field: "seconds",
      problem: "too-long",
    });
    expect(clinic.clinic().audioPaused).toBeUndefined();
    expect(only(pause(clinic, 120), "audio-paused").until).toBe(at(7));
  });

  test("[AL21] is for the calls that were there: a new one is heard", () => {
    const clinic = called();
    pause(clinic.at(6), 120);
    clinic.at(6, 1).set({ spo2: 90, hr: 135 });
    expect([heard(clinic, "oxygen-low", 7), heard(clinic, "heart-rate-high", 7)]).toEqual([false, true]);
  });

  test("[AL21] one of the same moment was there", () => {
    const clinic = called();
    pause(clinic, 120);
    expect(heard(clinic, "oxygen-low", 6)).toBe(false);
  });

  test("[AL21] a worse value is new", () => {
    const clinic = called();
    pause(clinic.at(6), 120);
    clinic.at(6, 30).set({ spo2: 89 });
    expect(heard(clinic, "oxygen-low", 6, 30)).toBe(true);
  });

  test("[AL21] HELP too is paused, and HELP that is pressed later is not", () => {
    const clinic = given().founded().at(0);
    clinic.help();
    pause(clinic.at(1), 100);
    expect(heard(clinic, "help", 2)).toBe(false);
    clinic.at(2).help("chair-two");
    const later = clinic.calls().find(({ chairId }) => chairId === "chair-two");
    expect(later && isHeard(clinic.clinic(), later, at(2))).toBe(true);
  });

  test("[AL21] asked for again it begins anew, for what is there by then", () => {
    const clinic = called();
    pause(clinic.at(6), 60);
    pause(clinic.at(6, 40), 60);
    expect([heard(clinic, "oxygen-low", 7, 39), heard(clinic, "oxygen-low", 7, 40)]).toEqual([false, true]);
  });

  test("[AL21] changes no call: what was silent is still there and unowned", () => {
    const clinic = called();
    pause(clinic, 60);
    expect(clinic.call("oxygen-low").accepted).toBeUndefined();
  });
});

describe("[AL22] what makes a sound", () => {
  test("[AL22] medium and high, not low", () => {
    const clinic = given().started().at(5);
    clinic.set({ sbp: 150, dbp: 80, hr: 112, spo2: 90 });
    const sounds = (["pressure-high", "heart-rate-high", "oxygen-low"] as const).map((rule) => [
      clinic.call(rule).priority,
      heard(clinic, rule, 5),
    ]);
    expect(sounds).toEqual([
      ["low", false],
      ["medium", true],
      ["high", true],
    ]);
  });

  test("[AL22] an accepted one is silent for two minutes, and heard again while its condition holds", () => {
    const clinic = called();
    clinic.at(6).accept("oxygen-low");
    expect([heard(clinic, "oxygen-low", 6), heard(clinic, "oxygen-low", 7, 59)]).toEqual([false, false]);
    expect([heard(clinic, "oxygen-low", 8), heard(clinic, "oxygen-low", 20)]).toEqual([true, true]);
  });

  test("[AL22] one whose condition is gone is silent, taken or not", () => {
    const clinic = called();
    clinic.at(7).set();
    expect(clinic.call("oxygen-low").settledAt).toBe(at(7));
    expect(heard(clinic, "oxygen-low", 7)).toBe(false);
    clinic.accept("oxygen-low");
    expect(heard(clinic, "oxygen-low", 10)).toBe(false);
  });

  test("[AL22] a condition that came back is heard again", () => {
    const clinic = called();
    clinic.at(7).set();
    clinic.at(9).set({ spo2: 90 });
    expect(heard(clinic, "oxygen-low", 9)).toBe(true);
  });

  test("[AL22] passed on, it is heard at once", () => {
    const clinic = called();
    clinic.accept("oxygen-low").at(6);
    clinic.submit("nurse", { type: "pass-on-alarm", alarmId: clinic.call("oxygen-low").id });
    expect(heard(clinic, "oxygen-low", 6)).toBe(true);
  });

  test("[AL22] for how long is the protocol's; without a patient it is what we ship", () => {
    const calls = { toClinicianAfterS: 60, toAllAfterS: 120, silenceS: 30 };
    const clinic = called({ calls });
    clinic.accept("oxygen-low");
    expect([heard(clinic, "oxygen-low", 5, 29), heard(clinic, "oxygen-low", 5, 30)]).toEqual([false, true]);
    const empty = given({ protocol: { calls } }).founded().at(0);
    empty.help();
    empty.accept("help");
    expect([heard(empty, "help", 1, 59), heard(empty, "help", 2)]).toEqual([false, true]);
  });
});
