import { expect, test } from "vitest";

import { cardOf } from "#client/board/cardModel.ts";
import { nextHands } from "#client/board/nextHandsModel.ts";
import { nextAction } from "#client/chair/chairModel.ts";
import { deviceWords } from "#client/chair/DeviceDialog.tsx";
import { devicesIn } from "#client/chair/doseModel.ts";
import { nextDeviceWords } from "#client/chair/DosePanel.tsx";
import { assert } from "#shared/base/assert.ts";
import { chairsInPlace } from "#shared/clinic/clinic.ts";
import { at, given, type Scenario } from "#tests/rules/scenario.ts";

const bare = () => given({ route: "nasal" }).checkedIn().at(0);
const said = (one: Scenario) => nextDeviceWords({ session: one.session(), protocol: one.protocol() }, one.now());

test("[CH25] a first device that nobody ordered is one without an order, and no part of the largest dose", () => {
  const one = bare();
  expect(devicesIn(one.session(), one.protocol())).toEqual({ given: 0, restMin: 5 });
  expect(said(one)).toBe("Device 1 given · no order");
});

test("[CH25] so is the next one, after its rest; with an order they are counted out of it", () => {
  const one = bare();
  one.give();
  expect(said(one.at(2))).toBe("Next device in 3:00");
  expect(said(one.at(5))).toBe("Device 2 given · no order");
  expect(nextAction(one.clinic(), one.session(), one.protocol(), one.now())).toEqual({
    kind: "device",
    n: 2,
    readyAt: at(5),
  });
  one.ordered();
  expect(said(one)).toBe("Device 2 of 3 given");
  expect(deviceWords({ given: 3, of: 3, restMin: 5 })).toBe("Another device given");
});

test("[CH25] the board counts it the same way", () => {
  const one = bare();
  one.give();
  one.at(1);
  const hands = () => {
    const [chair] = chairsInPlace(one.clinic());
    assert(chair !== undefined, "no chair");
    return nextHands([cardOf(one.clinic(), chair, one.now(), true)], one.now()).map(({ words }) => words);
  };
  expect(hands()).toContain("Device 2 · no order");
  one.ordered();
  expect(hands()).toContain("Device 2 of 3");
});
