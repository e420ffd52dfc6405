interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * A smooth line through all points that never swings beyond them (Fritsch and Carlson, 1980): a peak between two
 * observations that nobody saw must not be drawn.
 */
export const smoothLine = (points: readonly Point[]): string => {
  const [first, ...rest] = points;
  if (!first) return "";
  const slopes = tangents(points);
  const pieces = rest.map((to, index) => {
    const from = points[index] ?? first;
    const third = (to.x - from.x) / 3;
    return `C${px(from.x + third)} ${px(from.y + third * (slopes[index] ?? 0))} ${px(to.x - third)} ${px(to.y - third * (slopes[index + 1] ?? 0))} ${px(to.x)} ${px(to.y)}`;
  });
  return `M${px(first.x)} ${px(first.y)}${pieces.join("")}`;
};

/** The same line, closed down to a floor. */
export const smoothArea = (points: readonly Point[], floor: number): string => {
  const [first, last] = [points[0], points.at(-1)];
  return first && last ? `${smoothLine(points)}L${px(last.x)} ${px(floor)}L${px(first.x)} ${px(floor)}Z` : "";
};

const tangents = (points: readonly Point[]): readonly number[] => {
  const secants = points.slice(1).map((to, index) => secant(points[index] ?? to, to));
  return points.map((_, index) => {
    const before = secants[index - 1];
    const after = secants[index];
    if (before === undefined || after === undefined) return before ?? after ?? 0;
    return before * after <= 0 ? 0 : (2 * before * after) / (before + after);
  });
};

const secant = (from: Point, to: Point): number => (to.x === from.x ? 0 : (to.y - from.y) / (to.x - from.x));

const px = (value: number): string => String(Math.round(value * 10) / 10);
