/** A defect is ours: stop here rather than go on with a state that nobody designed. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`defect: ${message}`);
}
