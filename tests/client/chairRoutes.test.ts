import { expect, test } from "vitest";

import { canPassOn, nextAction, sheetFor, t0Of } from "#client/chair/chairModel.ts";
import { clockLeft, devicesIn } from "#client/chair/doseModel.ts";
import { deviceFlags, injectionFlags, secondAllowed } from "#shared/session/doseFlags.ts";
import { openFirst } from "#client/chair/preparationModel.ts";
import { DoseFactId, PersonId } from "#shared/base/ids.ts";
import { MINUTE } from "#shared/base/time.ts";
import { NASAL_PROTOCOL } from "#shared/protocol/nasal.ts";
import type { DoseFlag } from "#shared/session/dose.ts";
import type { Event } from "#shared/clinic/events.ts";
import { at, given, type Scenario } from "#tests/rules/scenario.ts";

const next = (one: Scenario) => nextAction(one.clinic(), one.session(), one.protocol(), one.now());
const NO_MEDICINES = {
  benzodiazepine: false,
  sedativeHypnotic: false,
  opioid: false,
  psychostimulant: false,
  maoi: false,
};
const nasal = () => {
  const one = given({ route: "nasal" }).prepared().at(0);
  one.submit("nurse", { type: "record-medicines", medicines: NO_MEDICINES });
  return one;
};

test("[CH7] each route has its own first act", () => {
  expect(next(given({ route: "im" }).prepared().at(0))).toEqual({ kind: "injection" });
  expect(next(nasal())).toEqual({ kind: "device", n: 1, of: 3 });
});

test("[CH7] what waits for a clinician alone is the clearance", () => {
  const one = given({
    protocol: { gate: { ...given().checkedIn().protocol().gate, clinicianClears: true } },
  }).prepared();
  expect(next(one)).toEqual({ kind: "clearance" });
  one.submit("clinician", { type: "give-clearance", why: { code: "protocol-asks" } });
  expect(next(one)).toEqual({ kind: "start-infusion" });
});

test("[CH7] after the rest of a device the next device goes before a plain check, a recheck before both", () => {
  const one = nasal();
  one.give();
  expect(next(one.at(1))).toEqual({ kind: "device", n: 2, of: 3, readyAt: at(5) });
  one.at(5).give();
  expect(next(one.at(10))).toEqual({ kind: "device", n: 3, of: 3, readyAt: at(10) });
  one.at(8).bp(186, 100);
  expect(next(one.at(13))).toEqual({ kind: "recheck", asks: "bp" });
});

test("[CH7] a check that is due comes before the rest is over, and after the last device", () => {
  const one = nasal();
  one.give();
  one.at(8).give();
  expect(next(one.at(10))).toEqual({ kind: "sedation" });
  one.at(13).give();
  expect(next(one)).toEqual({ kind: "sedation" });
  expect(sheetFor(next(one))).toBe("look-in");
});

test("[CH7] a smaller order after the first device leaves the word that there will be no more", () => {
  const one = nasal();
  one.give();
  const order = { route: "nasal", kind: "signed", prescriber: "clinician-0001", mg: 28, confirmed: true } as const;
  one.submit("nurse", { type: "record-order", order });
  expect(next(one.at(2))).toEqual({ kind: "devices-stopped" });
});

test("[CH7] after an injection it is its checks, and later the way out; while somebody stays they wait", () => {
  const one = given({ route: "im" }).given().at(5);
  expect(next(one)).toEqual({ kind: "record-set" });
  one.submit("nurse", { type: "stay-with-patient" });
  expect(one.due()).toContain("5 held");
  expect(next(one)).toEqual({ kind: "record-set" });
  one.at(16).set();
  expect(next(one.at(91))).toEqual({ kind: "record-set" });
});

test("[CH7] a recheck opens the sheet that has the value", () => {
  const sheets = (["bp", "hr", "spo2", "rr", "sedation"] as const).map((asks) => sheetFor({ kind: "recheck", asks }));
  expect(sheets).toEqual(["bp", "full", "look-in", "full", "look-in"]);
});

test("[CH8] the rest is counted from the last device that stands, in whole seconds that are never too few", () => {
  const one = nasal();
  expect(devicesIn(one.session(), one.protocol())).toEqual({ given: 0, of: 3, restMin: 5 });
  one.give("device-0001");
  one.at(7).give("device-0002");
  expect(devicesIn(one.session(), one.protocol())).toMatchObject({ given: 2, readyAt: at(12) });
  one.submit("nurse", {
    type: "correct-dose-fact",
    factId: "device-0002",
    at: at(7),
    struck: true,
    reason: { code: "not-done" },
  });
  expect(devicesIn(one.session(), one.protocol())).toMatchObject({ given: 1, readyAt: at(5) });
  expect([3 * MINUTE + 12_000, 11_001, 0, -5].map(clockLeft)).toEqual(["3:12", "0:12", "0:00", "0:00"]);
  expect(devicesIn(given().prepared().session(), given().prepared().protocol())).toBeUndefined();
});

const flagsOf = (events: readonly Event[]): readonly DoseFlag[] =>
  events.flatMap((event) => ("flags" in event ? [...event.flags] : [])) as readonly DoseFlag[];

test("[CH9] what is said before a device is recorded is what the server flags", () => {
  const one = nasal();
  const said = () => deviceFlags(one.giving());
  for (const minute of [0, 3, 8, 20]) {
    one.at(minute);
    const flags = said();
    expect(flagsOf(one.give())).toEqual(flags);
  }
  const bare = given({ route: "nasal" }).checkedIn().at(0);
  const flags = deviceFlags(bare.giving());
  expect(flags).toContain("no-prescriber-on-site");
  expect(flagsOf(bare.give())).toEqual(flags);
});

test("[CH9] and of an injection: too much, too late, not ordered", () => {
  for (const [minute, mg, expected] of [
    [20, 40, []],
    [20, 41, ["dose-above-order"]],
    [5, 40, ["outside-authorised-time"]],
    [31, 40, ["outside-authorised-time"]],
  ] as const) {
    const one = given({ route: "im" }).given().at(minute);
    const flags = injectionFlags(one.giving(), mg);
    expect(flags).toEqual(expected);
    expect(flagsOf(one.give(undefined, one.now(), mg))).toEqual(flags);
    expect(secondAllowed(one.session())).toBeUndefined();
    expect(injectionFlags(one.giving(), 1)).toEqual(["not-pre-authorised"]);
  }
  const one = given({ route: "im" }).given().at(1);
  expect(secondAllowed(one.session())).toEqual({ mgAtMost: 40, from: at(10), to: at(30) });
});

test("[CH2] an injection or a device that this tablet still keeps gives its timers their zero, too", () => {
  const one = nasal();
  const kept = {
    type: "give-device",
    sessionId: one.session().id,
    factId: DoseFactId.parse("device-0009"),
    at: at(3),
  } as const;
  expect(t0Of(one.session(), [kept])).toBe(at(3));
});

test("[CH12] what is open stands first, and each keeps its order", () => {
  const { hard } = NASAL_PROTOCOL.gate;
  expect(openFirst(hard, ["consent", "medicines"])).toEqual([
    "consent",
    "medicines",
    ...hard.filter((item) => item !== "consent" && item !== "medicines"),
  ]);
});

test("[CH23] a call is passed on by who has it, or once by who was asked", () => {
  const one = given().started().at(5);
  one.help();
  const [nurse, other] = [PersonId.parse("nurse-0001"), PersonId.parse("clinician-0001")];
  expect(canPassOn(one.call("help"), nurse)).toBe(true);
  one.submit("nurse", { type: "pass-on-alarm", alarmId: one.call("help").id });
  expect(canPassOn(one.call("help"), nurse)).toBe(false);
  expect(canPassOn(one.call("help"), other)).toBe(true);
  one.accept("help");
  expect(canPassOn(one.call("help"), nurse)).toBe(true);
  expect(canPassOn(one.call("help"), other)).toBe(false);
});
