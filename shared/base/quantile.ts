/** Between the two values that lie around it, in proportion; 0.5 is the median. Nothing of nothing. */
export const quantile = (values: readonly number[], q: number): number | undefined => {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * q;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below === undefined || above === undefined ? undefined : below + (above - below) * (place - Math.floor(place));
};
