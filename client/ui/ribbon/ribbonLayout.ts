import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { RibbonModel } from "./ribbonModel.ts";

export type RibbonSize = "card" | "chart" | "print";

interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** Where everything stands on one ribbon, in its own pixels, and how times and values become places. */
export interface RibbonLayout {
  readonly size: RibbonSize;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly dues: number;
  readonly pressure: Band;
  readonly levels: Band;
  readonly dose: Band;
  readonly x: (at: Instant) => number;
  readonly yPressure: (mmHg: number) => number;
  readonly yLevel: (level: number) => number;
}

/** Card and chart are drawn to the pixel, so that lines stay fine and letters keep their size; a print is scaled to the paper. */
const SHEETS = {
  card: {
    height: 76,
    left: 4,
    right: 4,
    dues: 6,
    pressure: { top: 14, bottom: 38 },
    levels: { top: 42, bottom: 60 },
    dose: { top: 64, bottom: 71 },
  },
  chart: {
    height: 316,
    left: 34,
    right: 22,
    dues: 12,
    pressure: { top: 42, bottom: 132 },
    levels: { top: 160, bottom: 228 },
    dose: { top: 252, bottom: 264 },
  },
} as const;

export const CARD_WIDTH = 320;
export const CHART_WIDTH = 720;

export const ribbonLayout = (model: RibbonModel, size: RibbonSize, width: number): RibbonLayout => {
  const sheet = SHEETS[size === "card" ? "card" : "chart"];
  const inner = width - sheet.left - sheet.right;
  const [low, high] = pressureRange(model);
  return {
    size,
    ...sheet,
    width,
    right: width - sheet.right,
    x: (at) => sheet.left + (inner * (at - model.from)) / (model.to - model.from),
    yPressure: (mmHg) => within(sheet.pressure, (mmHg - low) / (high - low)),
    yLevel: (level) => within(sheet.levels, level / 10),
  };
};

const within = ({ top, bottom }: Band, share: number): number => bottom - (bottom - top) * share;

/** Usual pressures always stand at the same height; only what lies beyond them stretches the scale. */
const pressureRange = ({ pressures }: RibbonModel): readonly [low: number, high: number] => [
  Math.min(50, ...pressures.map(({ dbp }) => dbp - 5)),
  Math.max(190, ...pressures.map(({ sbp }) => sbp + 5)),
];

const STEPS_MIN = [5, 10, 15, 20, 30, 60, 120, 240];
const TICK_PX = 64;

/** Round clock times, as many as there is room for. */
export const timeTicks = ({ from, to }: RibbonModel, width: number): readonly Instant[] => {
  const stepMin = STEPS_MIN.find((step) => ((step * MINUTE) / (to - from)) * width >= TICK_PX) ?? 480;
  const step = stepMin * MINUTE;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, index) => first + index * step);
};
