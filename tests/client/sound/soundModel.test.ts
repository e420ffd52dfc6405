import { describe, expect, test } from "vitest";
import type { LiveName } from "#client/connection/liveState.ts";
import { concernsPerson, nextSound, silenced, SILENT, type SoundMemory } from "#client/sound/soundModel.ts";
import type { Tone } from "#client/sound/patterns.ts";
import type { Alarm } from "#shared/alarm/alarm.ts";
import type { PersonId } from "#shared/base/ids.ts";
import { MINUTE, SECOND } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import { given, type Scenario } from "#tests/rules/scenario.ts";

const everything = (): boolean => true;

/** A station that listens: asked at a moment of the scenario, in milliseconds after its first, it says what it sounds. */
const listening = (clinic: Scenario, concerns: (alarm: Alarm) => boolean = everything) => {
  const began = clinic.now();
  let memory: SoundMemory = SILENT;
  const at = (ms: number, live: LiveName = "LIVE"): Tone | undefined => {
    const next = nextSound({ clinic: clinic.clinic(), now: began + ms, at: 5_000 + ms, live, concerns }, memory);
    memory = next.memory;
    return next.tone;
  };
  return {
    at,
    each: (moments: readonly number[], live?: LiveName) => moments.map((ms) => at(ms, live)),
    silence: (ms: number) => (memory = silenced(memory, 5_000 + ms)),
  };
};

const started = () => given().started().at(5);
const withHigh = () => {
  const clinic = started();
  clinic.set({ spo2: 90 });
  return clinic;
};
const withMedium = () => {
  const clinic = started();
  clinic.set({ hr: 112 });
  return clinic;
};

describe("[SD2] what sounds, and when again", () => {
  test("[SD2] nothing while nothing is to be heard, a low call included", () => {
    const clinic = started();
    const station = listening(clinic);
    expect(station.at(0)).toBeUndefined();
    clinic.set({ sbp: 150, dbp: 80 });
    expect(clinic.call("pressure-high").priority).toBe("low");
    expect(station.each([1_000, 60_000])).toEqual([undefined, undefined]);
  });

  test("[SD2] high at once and again every ten seconds, not a millisecond before", () => {
    expect(listening(withHigh()).each([0, 250, 9_999, 10_000, 19_999, 20_000])).toEqual([
      "high",
      undefined,
      undefined,
      "high",
      undefined,
      "high",
    ]);
  });

  test("[SD2] medium every 25 seconds", () => {
    expect(listening(withMedium()).each([0, 24_999, 25_000, 49_999, 50_000])).toEqual([
      "medium",
      undefined,
      "medium",
      undefined,
      "medium",
    ]);
  });

  test("[SD2] of several the worst alone", () => {
    const clinic = started();
    clinic.set({ spo2: 90, hr: 112 });
    expect(listening(clinic).each([0, 3_000, 10_000])).toEqual(["high", undefined, "high"]);
  });

  test("[SD2] nothing for what somebody has; who has it is reminded once each two minutes", () => {
    const clinic = withHigh();
    const station = listening(clinic);
    expect(station.at(0)).toBe("high");
    clinic.accept("oxygen-low");
    expect(station.each([10_000, 119_999, 120_000, 130_000, 239_999, 240_000])).toEqual([
      undefined,
      undefined,
      "high",
      undefined,
      undefined,
      "high",
    ]);
  });

  test("[SD2] nothing while AUDIO PAUSED, and at once when it ends", () => {
    const clinic = withHigh();
    const station = listening(clinic);
    station.at(0);
    clinic.submit("nurse", { type: "pause-audio", seconds: 60 });
    expect(station.each([10_000, 59_999, 60_000])).toEqual([undefined, undefined, "high"]);
  });

  test("[SD2] nothing once its condition is over", () => {
    const clinic = withHigh();
    const station = listening(clinic);
    station.at(0);
    clinic.at(5, 5).set();
    expect(clinic.call("oxygen-low").settledAt).toBeDefined();
    expect(station.at(10_000)).toBeUndefined();
  });

  test("[SD2] a link that is late is still a link", () => {
    expect(listening(withHigh()).at(0, "DELAYED")).toBe("high");
  });
});

describe("[SD3] what is new", () => {
  test("[SD3] a worse value sounds at once, though the last sound is hardly over", () => {
    const clinic = withHigh();
    const station = listening(clinic);
    station.at(0);
    clinic.at(5, 3).set({ spo2: 88 });
    expect(station.each([3_000, 3_250])).toEqual(["high", undefined]);
  });

  test("[SD3] a worse call breaks into a quieter sound; one of the same priority waits for its end", () => {
    const clinic = withMedium();
    const station = listening(clinic);
    expect(station.at(0)).toBe("medium");
    clinic.set({ hr: 112, distress: 5 });
    expect(station.each([250, 779, 780])).toEqual([undefined, undefined, "medium"]);
    clinic.set({ hr: 112, distress: 5, spo2: 90 });
    expect(station.each([1_000, 1_250])).toEqual(["high", undefined]);
  });

  test("[SD3] a call that was passed on is heard again at once", () => {
    const clinic = withHigh();
    const station = listening(clinic);
    station.at(0);
    clinic.accept("oxygen-low");
    station.at(5_000);
    clinic.submit("nurse", { type: "pass-on-alarm", alarmId: clinic.call("oxygen-low").id });
    expect(station.at(5_250)).toBe("high");
  });
});

describe("[SD4] NOT LIVE", () => {
  test("[SD4] sounds after three seconds, then every ten", () => {
    const station = listening(started());
    expect(station.each([0, 2_999, 3_000, 12_999, 13_000], "NOT_LIVE")).toEqual([
      undefined,
      undefined,
      "technical",
      undefined,
      "technical",
    ]);
    expect(station.at(23_000, "LOST")).toBe("technical");
  });

  test("[SD4] a blink is none, and the next one counts from its own beginning", () => {
    const station = listening(started());
    expect([station.at(0, "NOT_LIVE"), station.at(2_000), station.at(4_000, "NOT_LIVE")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(station.each([6_999, 7_000], "NOT_LIVE")).toEqual([undefined, "technical"]);
  });

  test("[SD4] silenced, it comes back after 120 seconds", () => {
    const station = listening(started());
    station.each([0, 3_000], "NOT_LIVE");
    station.silence(4_000);
    expect(station.each([13_000, 123_999, 124_000], "NOT_LIVE")).toEqual([undefined, undefined, "technical"]);
  });

  test("[SD4] LIVE ends it and its silence", () => {
    const station = listening(started());
    station.each([0, 3_000], "NOT_LIVE");
    station.silence(4_000);
    expect(station.at(5_000)).toBeUndefined();
    expect(station.each([20_000, 23_000], "NOT_LIVE")).toEqual([undefined, "technical"]);
  });

  test("[SD4] what such a screen shows of calls is old and makes no sound; back, an open call is heard", () => {
    const station = listening(withHigh());
    expect(station.at(0)).toBe("high");
    expect(station.each([1_000, 4_000, 11_000], "NOT_LIVE")).toEqual([undefined, "technical", undefined]);
    expect(station.at(12_000)).toBe("high");
  });
});

describe("[SD5] whom a call concerns", () => {
  const NURSE = "nurse-0001" as PersonId;
  const concerns = (clinic: Scenario, rule: Alarm["rule"], me: string) =>
    concernsPerson(clinic.clinic(), me as PersonId)(clinic.call(rule));

  test("[SD5] a call of her patient is hers, and nobody else's yet", () => {
    const clinic = withHigh();
    expect(["nurse-0001", "clinician-0001", "nurse-0002"].map((me) => concerns(clinic, "oxygen-low", me))).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("[SD5] nobody took it: the clinicians are asked, then everybody", () => {
    const clinic = withHigh();
    clinic.at(6).tick();
    const asked = () => ["clinician-0001", "nurse-0002"].map((me) => concerns(clinic, "oxygen-low", me));
    expect(asked()).toEqual([true, false]);
    clinic.at(7).tick();
    expect(asked()).toEqual([true, true]);
  });

  test("[SD5] HELP at a chair where nobody sits concerns everybody", () => {
    const clinic = given().founded().at(0);
    clinic.help();
    expect(concerns(clinic, "help", "nurse-0002")).toBe(true);
  });

  test("[SD5] so does a patient whom no nurse has yet, and a cover counts", () => {
    const clinic = withHigh();
    const [session] = Object.values(clinic.clinic().sessions);
    if (!session) throw new Error("nobody sits there");
    const call = clinic.call("oxygen-low");
    const of = (change: Partial<Clinic>) => concernsPerson({ ...clinic.clinic(), ...change }, "nurse-0002" as PersonId);
    expect(of({ sessions: { [session.id]: { ...session, nurse: undefined } } })(call)).toBe(true);
    const cover = { id: "cover", nurse: NURSE, by: "nurse-0002", askedAt: 0, takenAt: 1, until: MINUTE } as never;
    expect(of({ covers: { cover } as never })(call)).toBe(true);
  });

  test("[SD5] a device that is asked for her calls alone is silent for those of others", () => {
    const clinic = withHigh();
    const other = concernsPerson(clinic.clinic(), "nurse-0002" as PersonId);
    expect(listening(clinic, other).each([0, 30 * SECOND])).toEqual([undefined, undefined]);
  });
});
