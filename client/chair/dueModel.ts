import type { Due } from "#shared/recovery/due.ts";

const SHOWN = 6;
const DONE_SHOWN = 2;

/** CH24. A schedule by marks is listed to its end: the next check stays in sight, with the last two before it. */
export const dueWindow = (dues: readonly Due[]): readonly Due[] => {
  const next = dues.findIndex(({ state }) => state !== "done" && state !== "not-done");
  const last = Math.max(0, dues.length - SHOWN);
  const from = next === -1 ? last : Math.min(Math.max(0, next - DONE_SHOWN), last);
  return dues.slice(from, from + SHOWN);
};
