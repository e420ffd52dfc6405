import { describe, expect, test } from "vitest";
import { recoveryOf } from "#shared/recovery/window.ts";
import { NASAL_PROTOCOL } from "#shared/protocol/nasal.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { at, given, type Scenario } from "./scenario.ts";

const window = (clinic: Scenario) => {
  const found = clinic.recovery();
  return found.state === "not-started" ? [] : [(found.from - at(0)) / 60_000, (found.to - at(0)) / 60_000];
};
const state = (clinic: Scenario) => clinic.recovery().state;
const states = (clinic: Scenario, edges: readonly (readonly [number, number, string])[]) =>
  expect(edges.map(([minute, second]) => [minute, second, state(clinic.at(minute, second))])).toEqual(edges);
const correct = (clinic: Scenario, factId: string, minute: number, struck = false) =>
  clinic.submit("nurse", { type: "correct-dose-fact", factId, at: at(minute), struck, reason: { code: "wrong-time" } });

const injected = () => {
  const clinic = given({ route: "im" }).prepared().at(0);
  clinic.give("dose-first");
  return clinic;
};
const devices = (...minutes: readonly number[]) => {
  const clinic = given({ route: "nasal" }).prepared();
  minutes.forEach((minute, n) => clinic.at(minute).give(`device-000${n}`));
  return clinic;
};

describe("[RW1] while devices of a spray are still to come the window hangs on the plan", () => {
  test("[RW1] there is none before the dose, on any route", () => {
    for (const route of ["iv", "im", "nasal"] as const) expect(state(given({ route }).prepared())).toBe("not-started");
  });

  test("[RW1] the plan is the rest of the devices, five minutes after each other", () => {
    expect([state(devices(0)), window(devices(0))]).toEqual(["dosing", [65, 80]]); // 10 + 40 + 15
    expect(window(devices(0, 7))).toEqual([67, 82]);
    expect(state(devices(0, 5))).toBe("dosing");
    expect(state(devices(0, 5).at(200))).toBe("dosing"); // nobody said that it was over
  });

  test("[RW1] by the protocol's own rest", () => {
    const dose: Protocol["dose"] = { route: "nasal", mgPerDevice: 28, dosesMg: [56, 84], gapMin: 8 };
    const clinic = given({ route: "nasal", protocol: { dose } }).prepared().at(0);
    clinic.give();
    expect(window(clinic)).toEqual([71, 86]);
  });
});

describe("[RW2] after the dose it hangs on its real end", () => {
  test("[RW2] the last device that the order asks for", () => {
    expect([state(devices(0, 5, 10)), window(devices(0, 5, 10))]).toEqual(["before-window", [65, 80]]);
    expect(window(devices(0, 5, 14))).toEqual([69, 84]);
  });

  test("[RW2] the last one that was given, when no more will be", () => {
    const clinic = devices(0, 5).at(20);
    const reason = { code: "patient-asked" } as const;
    clinic.submit("nurse", { type: "stop-devices", factId: "stop-0001", at: at(20), reason });
    expect([state(clinic), window(clinic)]).toEqual(["before-window", [60, 75]]);
  });

  test("[RW2] the last injection; a further one moves it", () => {
    const clinic = injected().at(12);
    expect([state(clinic), window(clinic)]).toEqual(["before-window", [45, 60]]);
    clinic.give("dose-second");
    expect(window(clinic)).toEqual([57, 72]);
  });

  test("[RW2] corrected it moves the window, struck it takes it back", () => {
    const clinic = injected().at(20);
    clinic.give("dose-second");
    correct(clinic, "dose-second", 15);
    expect(window(clinic)).toEqual([60, 75]);
    correct(clinic, "dose-second", 15, true);
    expect(window(clinic)).toEqual([45, 60]);
    const sprays = devices(0, 5, 10).at(20);
    correct(sprays, "device-0002", 10, true);
    expect([state(sprays), window(sprays)]).toEqual(["dosing", [65, 80]]);
  });
});

describe("[RW3] before, in and after it, to the second", () => {
  test("[RW3] by injection", () =>
    states(injected(), [
      [44, 59, "before-window"],
      [45, 0, "in-window"],
      [60, 0, "in-window"],
      [60, 1, "unknown"],
    ]));

  test("[RW3] by spray", () =>
    states(devices(0, 5, 10), [
      [64, 59, "before-window"],
      [65, 0, "in-window"],
      [80, 0, "in-window"],
      [80, 1, "unknown"],
    ]));
});

describe("[RW7] what was measured before the acute end proves nothing about being over", () => {
  const goodAt = (clinic: Scenario, minute: number, second = 0) => {
    clinic.at(minute, second).set();
    return state(clinic);
  };
  test("[RW7] half an hour after the last injection", () => {
    expect([goodAt(injected(), 29, 59), goodAt(injected(), 30)]).toEqual(["before-window", "effects-gone"]);
    const twice = injected().at(12);
    twice.give();
    expect([goodAt(twice, 41, 59), goodAt(twice, 42)]).toEqual(["before-window", "effects-gone"]);
  });

  test("[RW7] forty minutes after the last device", () => {
    expect(goodAt(devices(0, 5, 10), 49, 59)).toBe("before-window");
    expect(goodAt(devices(0, 5, 10), 50)).toBe("effects-gone");
  });

  test("[RW7] at the stop of an infusion, at once", () => {
    expect([goodAt(given().ended(), 40), state(given().ended())]).toEqual(["effects-gone", "before-window"]);
  });

  test("[RW7] an injection after it was gone takes it back", () => {
    const clinic = injected();
    expect(goodAt(clinic, 35)).toBe("effects-gone");
    clinic.at(36).give();
    expect([state(clinic), window(clinic)]).toEqual(["before-window", [81, 96]]);
  });

  test("[RW7] after how long is the protocol's", () => {
    const clinic = given({ route: "nasal", protocol: { window: { ...NASAL_PROTOCOL.window, acuteEndAfterMin: 20 } } });
    clinic.given();
    expect(window(clinic)).toEqual([45, 60]);
  });

  test("[RW5] past the window a look before its end does not speak, at its end it does", () => {
    const late = (minute: number, second: number) => {
      const clinic = injected().at(minute, second);
      clinic.set({ dissociation: 3 });
      return clinic.at(70).recovery();
    };
    expect(late(59, 59).state).toBe("unknown");
    expect(late(60, 0)).toMatchObject({ state: "still-affected", minutes: 40 }); // since the acute end at 30
    expect(late(61, 0)).toMatchObject({ state: "still-affected", minutes: 40 });
  });

  test("[RW4] asked as of a moment, what came later is not known yet", () => {
    const clinic = injected().at(40);
    clinic.set();
    const asOf = (minute: number) => recoveryOf(clinic.session(), clinic.protocol(), at(minute)).state;
    expect([asOf(39), asOf(40)]).toEqual(["before-window", "effects-gone"]);
  });
});
