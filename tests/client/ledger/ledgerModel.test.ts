import { expect, test } from "vitest";
import { perHourWords, presetOf, presetRange, rangeIn, shareFigure, spreadFigure } from "#client/ledger/ledgerModel.ts";
import { words } from "#client/ledger/words.ts";

const TODAY = "2026-11-25";

test("[LE5] a share stands with its number; of fewer than five the number stands alone", () => {
  expect(shareFigure(2, 5)).toEqual({ main: "40 %", rests: "2 of 5" });
  expect(shareFigure(2, 4)).toEqual({ main: "2 of 4", rests: "" });
  expect(shareFigure(0, 0)).toEqual({ main: "–", rests: "" });
});

test("[LE5] a median stands with its number, and with how long nine of ten took", () => {
  expect(spreadFigure({ n: 6, median: 45, p90: 150 }, words.seconds)).toEqual({
    main: "45 s",
    rests: "9 of 10 within 2 min, n 6",
  });
  expect(spreadFigure({ n: 4 }, words.seconds)).toEqual({ main: "n 4", rests: "" });
  expect(spreadFigure({ n: 0 }, words.seconds)).toEqual({ main: "–", rests: "" });
});

test("[LE5] a rate needs five chair-hours", () => {
  expect(perHourWords(4, 5)).toBe("0.80 per chair-hour");
  expect(perHourWords(4, 4.9)).toBe("no rate under 5 chair-hours");
});

test("[LE11] the address keeps the days; one that cannot be gives the last seven", () => {
  const asked = (search: string) => rangeIn(new URLSearchParams(search), TODAY);
  expect(asked("from=2026-11-01&to=2026-11-03")).toEqual({ from: "2026-11-01", to: "2026-11-03" });
  for (const wrong of ["", "from=2026-11-03&to=2026-11-01", "from=x&to=y", "from=2020-01-01&to=2026-11-01"])
    expect(asked(wrong)).toEqual({ from: "2026-11-19", to: TODAY });
});

test("[LE11] a range that ends today is told by its name, any other by its days", () => {
  expect(presetOf({ from: TODAY, to: TODAY }, TODAY)).toBe("today");
  expect(presetOf(presetRange("month", TODAY), TODAY)).toBe("month");
  expect(presetOf({ from: "2026-11-18", to: TODAY }, TODAY)).toBeUndefined();
  expect(presetOf({ from: "2026-11-18", to: "2026-11-24" }, TODAY)).toBeUndefined();
});
