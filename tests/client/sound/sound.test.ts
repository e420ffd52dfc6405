import { describe, expect, test } from "vitest";
import type { LiveName } from "#client/connection/liveState.ts";
import { changedSetting, isChecked, keepSetting, readSetting, type Shelf } from "#client/sound/setting.ts";
import { Sound } from "#client/sound/sound.ts";
import type { Output, Sounder } from "#client/sound/sounder.ts";
import { soundStatus } from "#client/sound/soundStatus.ts";
import { timeLeft } from "#client/sound/words.ts";
import type { PersonId } from "#shared/base/ids.ts";
import { given, type Scenario } from "#tests/rules/scenario.ts";

const KEY = "chairside-sound";

const shelfOf = (kept: Record<string, string> = {}): Shelf & { readonly kept: Record<string, string> } => ({
  kept,
  getItem: (key) => kept[key] ?? null,
  setItem: (key, value) => void (kept[key] = value),
});

const closed: Shelf = {
  getItem: () => {
    throw new Error("closed");
  },
  setItem: () => {
    throw new Error("closed");
  },
};

/** The browser's side: what it lets through, and what it was asked to sound. */
const browser = (output: Output = "ready") => {
  const state = { output, asked: 0, unlocked: 0, sounded: [] as string[] };
  const sounder: Sounder = {
    output: () => {
      state.asked += 1;
      return state.output;
    },
    unlock: () => void (state.unlocked += 1),
    sound: (tone, volume) => void state.sounded.push(`${tone} ${volume}`),
  };
  return { state, sounder };
};

const onScreen = (clinic: Scenario, kept: object | undefined, outputs: { station?: Output; own?: Output } = {}) => {
  const shelf = shelfOf(kept ? { [KEY]: JSON.stringify(kept) } : {});
  const [station, own] = [browser(outputs.station), browser(outputs.own)];
  const world = { linkMs: 1_000, live: "LIVE" as LiveName };
  const sound = new Sound({
    clinic: clinic.clinic,
    now: clinic.now,
    linkTime: () => world.linkMs,
    live: () => world.live,
    me: "nurse-0001" as PersonId,
    shelf,
    station: station.sounder,
    own: own.sounder,
  });
  return { sound, shelf, world, station: station.state, own: own.state };
};

/** The scenario's first minutes, on the clinic's 23 November. */
const called = () => {
  const clinic = given().started().at(5);
  clinic.set({ spo2: 90 });
  return clinic;
};
const dayOf = (clinic: Scenario): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: clinic.clinic().zone }).format(clinic.now());

describe("[SD5] what a device keeps", () => {
  test("[SD5] a device of which nothing is known, or nothing that can be read, is silent", () => {
    const silent = { place: "chair", volume: "medium" };
    for (const text of ["", "null", "{", "[]", '{"place":"roof","volume":"loud"}', '{"place":"station"}'])
      expect(readSetting(shelfOf({ [KEY]: text }))).toEqual(silent);
    expect([readSetting(shelfOf()), readSetting(closed)]).toEqual([silent, silent]);
  });

  test("[SD5] what was chosen is there again, and holds place, volume and day alone", () => {
    const shelf = shelfOf();
    keepSetting(shelf, { place: "station", volume: "loud", checkedOn: "2026-11-23" });
    expect(readSetting(shelf)).toEqual({ place: "station", volume: "loud", checkedOn: "2026-11-23" });
    expect(Object.keys(JSON.parse(shelf.kept[KEY] ?? "") as object)).toEqual(["place", "volume", "checkedOn"]);
    expect(() => keepSetting(closed, { place: "station", volume: "loud" })).not.toThrow();
  });

  test("[SD6] another place or volume is heard anew; the same one again is not", () => {
    const checked = { place: "station", volume: "soft", checkedOn: "2026-11-23" } as const;
    expect(changedSetting(checked, { volume: "loud" })).toEqual({ place: "station", volume: "loud" });
    expect(changedSetting(checked, { place: "own" })).toEqual({ place: "own", volume: "soft" });
    expect(changedSetting(checked, { place: "station", volume: "soft" })).toEqual(checked);
  });

  test("[SD6] a check is for its day", () => {
    const setting = { place: "station", volume: "soft", checkedOn: "2026-11-23" } as const;
    expect(["2026-11-22", "2026-11-23", "2026-11-24"].map((day) => isChecked(setting, day))).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe("[SD6] a station", () => {
  test("[SD6] is silent until it was checked, and does not even open the browser's audio; then an open call sounds at once", () => {
    const { sound, station } = onScreen(called(), { place: "station", volume: "loud" });
    for (let n = 0; n < 3; n += 1) sound.tick();
    sound.touched();
    expect([sound.view().status, station]).toEqual([
      "not-checked",
      { output: "ready", asked: 0, unlocked: 0, sounded: [] },
    ]);
    sound.check();
    sound.tick();
    expect([sound.view().status, station.sounded]).toEqual(["on", ["high loud"]]);
  });

  test("[SD6] that was checked yesterday is not checked today", () => {
    const clinic = called();
    const { sound, shelf } = onScreen(clinic, { place: "station", volume: "loud" });
    sound.check();
    expect((JSON.parse(shelf.kept[KEY] ?? "") as { checkedOn: string }).checkedOn).toBe(dayOf(clinic));
    expect(sound.view().status).toBe("on");
    clinic.at(24 * 60);
    sound.tick();
    expect(sound.view().status).toBe("not-checked");
  });

  test("[SD6] louder or softer it is heard anew", () => {
    const { sound } = onScreen(called(), { place: "station", volume: "soft" });
    sound.check();
    sound.choose({ volume: "loud" });
    expect(sound.view()).toMatchObject({ status: "not-checked", checked: false, setting: { volume: "loud" } });
  });

  test("[SD6] the check itself can always be played, and opens the audio", () => {
    const { sound, station } = onScreen(called(), { place: "station", volume: "soft" }, { station: "blocked" });
    sound.try("low");
    expect([station.unlocked, station.sounded]).toEqual([1, ["low soft"]]);
  });

  test("[SD7] that the browser blocks says so, asks to be touched, and sounds what is open once it may", () => {
    const { sound, station } = onScreen(called(), { place: "station", volume: "medium" }, { station: "blocked" });
    sound.check();
    sound.tick();
    expect([sound.view().status, station.sounded]).toEqual(["blocked", []]);
    sound.touched();
    expect(station.unlocked).toBe(1);
    station.output = "ready";
    sound.tick();
    expect([sound.view().status, station.sounded]).toEqual(["on", ["high medium"]]);
  });

  test("[SD4] [SD7] that is NOT LIVE offers silence, says how long it lasts, and sounds again after it", () => {
    const { sound, station, world } = onScreen(given().founded().at(0), { place: "station", volume: "medium" });
    sound.check();
    const after = (ms: number): string => {
      world.linkMs += ms;
      sound.tick();
      return sound.view().status;
    };
    world.live = "NOT_LIVE";
    expect([after(0), after(2_999), after(1)]).toEqual(["on", "on", "not-live"]);
    sound.silence();
    expect([sound.view().status, sound.view().silencedUntil]).toEqual(["silenced", world.linkMs + 120_000]);
    expect([after(119_999), after(1)]).toEqual(["silenced", "not-live"]);
    expect(station.sounded).toEqual(["technical medium", "technical medium"]);
    world.live = "LIVE";
    expect(after(250)).toBe("on");
  });
});

describe("[SD5] another place", () => {
  test("[SD5] at a chair nothing sounds, whatever is open, and nothing is opened", () => {
    const { sound, station, own } = onScreen(called(), undefined);
    sound.tick();
    sound.touched();
    expect([sound.view().status, station.asked + own.asked, station.sounded, own.sounded]).toEqual([
      "silent",
      0,
      [],
      [],
    ]);
  });

  test("[SD5] a nurse's own device vibrates for her patients' calls and makes no sound; it needs no check", () => {
    const { sound, station, own } = onScreen(called(), { place: "own", volume: "medium" });
    sound.tick();
    expect([sound.view().status, own.sounded, station.sounded]).toEqual(["vibrates", ["high medium"], []]);
  });

  test("[SD7] one that cannot vibrate says so", () => {
    const { sound } = onScreen(called(), { place: "own", volume: "medium" }, { own: "missing" });
    expect(sound.view().status).toBe("missing");
  });
});

describe("[SD7] what the header says", () => {
  test("[SD7] what cannot sound comes first, then what to do about it, then how it is", () => {
    const setting = { place: "station", volume: "soft" } as const;
    const station = { setting, checked: true, output: "ready", out: false, silencedForMs: 0 } as const;
    const of = (more: Partial<Parameters<typeof soundStatus>[0]>) => soundStatus({ ...station, ...more });
    expect(of({})).toBe("on");
    expect(of({ checked: false, output: "missing" })).toBe("missing");
    expect(of({ checked: false, output: "blocked", out: true })).toBe("not-checked");
    expect(of({ output: "blocked", out: true })).toBe("blocked");
    expect([of({ out: true }), of({ out: true, silencedForMs: 1 })]).toEqual(["not-live", "silenced"]);
    expect(of({ setting: { place: "chair", volume: "soft" }, output: "missing" })).toBe("silent");
    expect(of({ setting: { place: "own", volume: "soft" }, checked: false })).toBe("vibrates");
  });

  test("[SD7] the time that is left is never less than the truth", () => {
    expect([0, 1, 1_000, 59_001, 60_000, 102_000, -5].map(timeLeft)).toEqual([
      "0:00",
      "0:01",
      "0:01",
      "1:00",
      "1:00",
      "1:42",
      "0:00",
    ]);
  });

  test("[SD7] who listens hears of a change, and of nothing else", () => {
    const clinic = called();
    const { sound } = onScreen(clinic, { place: "station", volume: "soft" });
    let told = 0;
    const stop = sound.subscribe(() => (told += 1));
    sound.tick();
    sound.tick();
    expect(told).toBe(0);
    sound.check();
    expect(told).toBe(1);
    stop();
    sound.choose({ place: "chair" });
    expect(told).toBe(1);
  });
});
