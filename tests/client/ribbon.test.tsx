// @vitest-environment happy-dom
import { fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";

import { smoothLine } from "#client/ui/ribbon/curve.ts";
import { Ribbon } from "#client/ui/ribbon/Ribbon.tsx";
import { ribbonLayout } from "#client/ui/ribbon/ribbonLayout.ts";
import { ribbonModel } from "#client/ui/ribbon/ribbonModel.ts";
import { ribbonSummary } from "#client/ui/ribbon/ribbonWords.ts";
import { MINUTE } from "#shared/base/time.ts";
import { at, given } from "#tests/rules/scenario.ts";
import { boardClinic, CALM, sessionId } from "./boardClinic.ts";
import { show } from "./ui/inTheme.tsx";

const minute = (from: number) => (at: number) => (at - from) / MINUTE;
const model = (clinic: ReturnType<typeof boardClinic>) =>
  ribbonModel(clinic.session(1), clinic.protocol(), clinic.now());

/** Checked in at 0, pump from 4 to 44 as planned, a set with each slot that is named. */
const dosed = (...sets: readonly (readonly [atMin: number, dissociation: number])[]) => {
  const clinic = boardClinic(1);
  const start = clinic.now();
  clinic.dosing(1);
  clinic.observe(1, CALM);
  for (const [atMin, dissociation] of sets) {
    clinic.wait(atMin - (clinic.now() - start) / MINUTE);
    clinic.observe(1, { ...CALM, dissociation });
  }
  return {
    clinic,
    at: minute(start),
    waitUntil: (atMin: number) => clinic.wait(atMin - (clinic.now() - start) / MINUTE),
  };
};

describe("the ribbon's numbers", () => {
  test("[RB1] the axis runs from check-in past the expected end, and never ends before now", () => {
    const { clinic, at, waitUntil } = dosed();
    expect(at(model(clinic).from)).toBe(0);
    expect(at(model(clinic).to)).toBe(80); // pump 44, window and minimum stay 74, room
    waitUntil(200);
    expect(model(clinic).to).toBeGreaterThan(clinic.now());
  });

  test("[RB1] before the dose a usual one is allowed for, and there is no dose, window or mark", () => {
    const clinic = boardClinic(1);
    clinic.checkIn(1);
    const early = model(clinic);
    expect(early.to - early.from).toBeGreaterThanOrEqual(80 * MINUTE);
    expect(early).toMatchObject({ dose: [], dues: [] });
    expect(early.window).toBeUndefined();
    expect(early.minimumStay).toBeUndefined();
  });

  test("[RB2] the dose is what went in, hatched for a pause, planned for the rest", () => {
    const { clinic, at, waitUntil } = dosed();
    waitUntil(14);
    clinic.pause(1);
    waitUntil(20);
    clinic.resume(1);
    waitUntil(30);
    expect(model(clinic).dose.map(({ kind, from, to }) => [kind, at(from), at(to)])).toEqual([
      ["given", 4, 14],
      ["paused", 14, 20],
      ["given", 20, 30],
      ["planned", 30, 50],
    ]);
  });

  test("[RB2] a dose that ended has no plan left", () => {
    const { clinic, waitUntil } = dosed();
    waitUntil(30);
    clinic.end(1);
    waitUntil(40);
    expect(model(clinic).dose.map(({ kind }) => kind)).toEqual(["given"]);
  });

  test("[RB3] the window is a plan while the pump runs, moves with a pause, and hangs on the real end", () => {
    const { clinic, at, waitUntil } = dosed();
    const window = () => {
      const shown = model(clinic).window;
      return shown && [at(shown.from), at(shown.to), shown.planned];
    };
    expect(window()).toEqual([59, 74, true]);
    clinic.pause(1);
    waitUntil(10);
    expect(window()).toEqual([65, 80, true]);
    clinic.end(1);
    waitUntil(30);
    expect(window()).toEqual([25, 40, false]);
    expect(model(clinic).minimumStay).toEqual({ at: clinic.now() + 10 * MINUTE, planned: false });
  });

  test("[RB4] a slot is done, due, overdue or not done", () => {
    const { clinic, waitUntil } = dosed([14, 2]);
    const marks = () => model(clinic).dues.map(({ state }) => state);
    waitUntil(18);
    expect(marks()).toEqual(["done", "done", "due"]);
    waitUntil(29);
    expect(marks().slice(0, 3)).toEqual(["done", "done", "overdue"]);
    waitUntil(34);
    clinic.observe(1, CALM);
    expect(marks().slice(0, 4)).toEqual(["done", "done", "not-done", "done"]);
  });

  test("[RB4] once a session is over nothing is due after it", () => {
    const { clinic } = dosed([14, 2]);
    const over = ribbonModel(clinic.session(1), clinic.protocol(), clinic.now(), { over: true });
    expect(over.dues.every(({ at }) => at <= clinic.now())).toBe(true);
  });

  test("[RB5] levels are joined while the earlier one still counted; a check that nobody did is a gap", () => {
    const joined = dosed([14, 2], [24, 5]);
    expect(model(joined.clinic).dissociation.map((run) => run.length)).toEqual([4]);
    const gap = dosed([14, 2], [34, 6]);
    expect(model(gap.clinic).dissociation.map((run) => run.map(({ value }) => value))).toEqual([[0, 0, 2], [6]]);
  });

  test("[RB5] the curve never swings beyond what was measured", () => {
    const line = smoothLine([
      { x: 0, y: 100 },
      { x: 10, y: 0 },
      { x: 20, y: 0 },
      { x: 30, y: 90 },
    ]);
    const heights = [...line.matchAll(/[-\d.]+ ([-\d.]+)/g)].map(([, y]) => Number(y));
    expect(Math.min(...heights)).toBe(0);
    expect(Math.max(...heights)).toBe(100);
  });

  test("[RB6] pressures are bars, their baseline is the last before T0, and a usual one never leaves the scale", () => {
    const { clinic, waitUntil } = dosed();
    waitUntil(14);
    clinic.observe(1, { sbp: 215, dbp: 125 }, "bp");
    const shown = model(clinic);
    expect(shown.baseline).toEqual({ sbp: 122, dbp: 76 });
    expect(shown.pressures.at(-1)).toMatchObject({ sbp: 215, dbp: 125 });
    const { yPressure, pressure } = ribbonLayout(shown, "card", 320);
    expect(yPressure(215)).toBeGreaterThan(pressure.top);
    expect(yPressure(76)).toBeLessThan(pressure.bottom);
  });

  test("[RB7] what was corrected or struck is not drawn", () => {
    const { clinic } = dosed([14, 9]);
    const observationId = clinic.session(1).observations.at(-1)?.id;
    if (!observationId) throw new Error("no observation");
    clinic.run({ type: "strike-observation", sessionId: sessionId(1), observationId, reason: { code: "wrong-chair" } });
    const shown = model(clinic);
    expect(shown.observations.map(({ id }) => id)).not.toContain(observationId);
    expect(shown.dissociation.flat().map(({ value }) => value)).not.toContain(9);
    expect(shown.pressures).toHaveLength(2);
  });
});

const routed = (route: "im" | "nasal") => {
  const one = given({ route }).prepared().at(0);
  const shown = () => ribbonModel(one.session(), one.protocol(), one.now());
  const since = (instant: number | undefined) => instant !== undefined && (instant - at(0)) / MINUTE;
  return { one, shown, since };
};

describe("the ribbon of injections and devices", () => {
  test("[RB10] one tick for each device, hollow while it is still to come, and none that is late", () => {
    const { one, shown, since } = routed("nasal");
    one.give();
    one.at(2);
    const ticks = () => shown().ticks.map(({ at: when, planned }) => [since(when), planned]);
    expect(ticks()).toEqual([
      [0, false],
      [5, true],
      [10, true],
    ]);
    one.at(7);
    expect(ticks()).toEqual([
      [0, false],
      [10, true],
    ]);
    one.give();
    one.submit("nurse", { type: "stop-devices", factId: "stopped-0001", at: one.now(), reason: { code: "distress" } });
    expect(ticks()).toEqual([
      [0, false],
      [7, false],
    ]);
    expect(shown().dose).toEqual([]);
    expect(ribbonSummary(shown())).toContain("2 devices");
  });

  test("[RB3] the window hangs on the acute end, the minimum stay on T0 or on the last injection", () => {
    const { one, shown, since } = routed("nasal");
    one.give();
    expect(since(shown().window?.from)).toBe(10 + 40 + 15);
    expect(shown().window?.planned).toBe(true);
    expect(since(shown().minimumStay?.at)).toBe(120);
    expect(shown().minimumStay?.planned).toBe(false);
    const im = routed("im");
    im.one.give();
    im.one.at(12).give();
    expect(im.since(im.shown().window?.from)).toBe(12 + 30 + 15);
    expect(im.since(im.shown().minimumStay?.at)).toBe(12 + 90);
    expect(im.shown().ticks).toHaveLength(2);
  });

  test("[RB11] the session before this one is laid over it at T0", () => {
    const { one } = routed("nasal");
    one.give();
    const before = given().started().at(10);
    before.set({ dissociation: 6 });
    const { doseFacts, observations } = before.session();
    const moved = {
      doseFacts: doseFacts.map((fact) => ({ ...fact, at: fact.at - 60 * MINUTE })),
      observations: observations.map((seen) => ({ ...seen, observedAt: seen.observedAt - 60 * MINUTE })),
    };
    const shown = ribbonModel(one.session(), one.protocol(), one.now(), { previous: moved });
    expect(shown.previous.at(-1)).toEqual({ at: at(10), value: 6 });
    expect(ribbonModel(one.session(), one.protocol(), one.now()).previous).toEqual([]);
  });
});

describe("the ribbon on screen", () => {
  const chart = () => {
    const { clinic } = dosed([14, 2], [24, 5]);
    const onSelect = vi.fn();
    show(<Ribbon model={model(clinic)} size="chart" onSelect={onSelect} staffName={() => "Ana Ruiz"} />);
    return { onSelect, points: screen.getAllByRole("button"), clinic };
  };

  test("[RB8] every observation can be reached, tells itself, and opens on tap, Enter and space", () => {
    const { onSelect, points, clinic } = chart();
    const [, second, , last] = points;
    if (!second || !last) throw new Error("points are missing");
    expect(points).toHaveLength(4);
    expect(last.getAttribute("aria-label")).toBe(
      "10:24 · BP 122/76 · HR 70 · SpO₂ 98 · RR 14 · awake · dissociation 5 · distress 0 · Ana Ruiz",
    );
    fireEvent.click(second);
    fireEvent.keyDown(last, { key: "Enter" });
    fireEvent.keyDown(last, { key: " " });
    const ids = clinic.session(1).observations.map(({ id }) => id);
    expect(onSelect.mock.calls).toEqual([[ids[1]], [ids[3]], [ids[3]]]);
  });

  test("[RB8] one stop for the tab key, arrows go from point to point", () => {
    const { points } = chart();
    expect(points.map((point) => point.tabIndex)).toEqual([-1, -1, -1, 0]);
    points.at(-1)?.focus();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "ArrowLeft" });
    expect(document.activeElement).toBe(points[2]);
  });

  test("[RB9] the chart has a table twin in which what was not taken is empty", () => {
    const { clinic } = dosed();
    clinic.observe(1, { spo2: 97, seen: "resting-breathing" }, "look-in");
    show(<Ribbon model={model(clinic)} size="chart" />);
    const rows = within(screen.getByRole("table")).getAllByRole("row");
    expect(rows).toHaveLength(4);
    expect(
      within(rows.at(-1) ?? document.body)
        .getAllByRole("cell")
        .map((cell) => cell.textContent),
    ).toEqual(["", "", "97", "", "", "", "", ""]);
  });

  test("[RB9] a card is one picture with its sentence", () => {
    const { clinic } = dosed([14, 2]);
    show(<Ribbon model={model(clinic)} size="card" />);
    expect(
      screen.getByRole("img", {
        name: "Dose from 10:04; effects usually ease 10:59-11:14, planned; minimum stay 11:14; 3 observations",
      }),
    ).toBeTruthy();
  });
});
