import { callsAt } from "#client/ui/callOrder.ts";
import { dueWords } from "#client/ui/statusWords.ts";
import type { Instant } from "#shared/base/time.ts";
import { nextDue, type Due } from "#shared/recovery/due.ts";
import type { ChairView } from "./chairModel.ts";
import { chairWords } from "./words.ts";

type Seen = Pick<ChairView, "clinic" | "chair" | "session" | "protocol" | "zone">;

/** UI19. The next check as the board says it. */
export const nextDueWords = ({ clinic, chair, session, protocol, zone }: Seen, now: Instant): string => {
  const next = nextDue(session, protocol, now);
  const calling = callsAt(clinic, chair.id).length > 0;
  return next ? dueWords(next, now, zone, { calling }) : chairWords.due.none;
};

const SHOWN = 6;
const DONE_SHOWN = 2;

/** CH24. A schedule by marks is listed to its end: the next check stays in sight, with the last two before it. */
export const dueWindow = (dues: readonly Due[]): readonly Due[] => {
  const next = dues.findIndex(({ state }) => state !== "done" && state !== "not-done");
  const last = Math.max(0, dues.length - SHOWN);
  const from = next === -1 ? last : Math.min(Math.max(0, next - DONE_SHOWN), last);
  return dues.slice(from, from + SHOWN);
};
