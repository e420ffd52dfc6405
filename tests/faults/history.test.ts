import { expect, test } from "vitest";
import type { Recorded } from "#shared/clinic/events.ts";
import { NURSE, openSession, recordedIn } from "#tests/server/laneBench.ts";
import { memoryLog } from "#server/store/memory.ts";
import { CommandId } from "#shared/base/ids.ts";
import { lookIn, newId } from "#tests/support/wishes.ts";
import { acceptedSeq } from "#tests/support/room.ts";
import { problemsIn, type Wished } from "./history.ts";

/** The control of every kill test: a history that was spoiled must be found out, or the harness proves nothing. */
const trueHistory = async (): Promise<{ events: readonly Recorded[]; wishes: readonly Wished[] }> => {
  const log = memoryLog();
  const { by, sessionId } = await openSession(log);
  const wishes: Wished[] = [];
  for (let n = 0; n < 20; n += 1) {
    const commandId = newId(CommandId);
    wishes.push({ commandId, toldSeq: acceptedSeq(await by(NURSE, lookIn(sessionId), commandId)) });
  }
  return { events: await recordedIn(log), wishes };
};

const renumbered = (events: readonly Recorded[]): readonly Recorded[] =>
  events.map((event, n) => ({ ...event, seq: (n + 1) as Recorded["seq"] }));

test("[SY11] the checker finds nothing in a true history, and something in each spoiled one", async () => {
  const { events, wishes } = await trueHistory();
  expect(problemsIn(events, wishes)).toEqual([]);
  expect(problemsIn(events, [...wishes, { commandId: "never-answered", toldSeq: undefined }])).toEqual([]);
  const at = events.length - 3;
  const [before, it, after] = [events.slice(0, at), events.slice(at, at + 1), events.slice(at + 1)];
  const spoiled: Readonly<Record<string, readonly Recorded[]>> = {
    "an acknowledged entry removed": [...before, ...after],
    "removed and the hole closed": renumbered([...before, ...after]),
    "written twice": renumbered([...before, ...it, ...it, ...after]),
    "two in the other order": renumbered([...before, ...after.slice(0, 1), ...it, ...after.slice(1)]),
    "the last one cut off": events.slice(0, -1),
  };
  for (const [how, history] of Object.entries(spoiled)) expect(problemsIn(history, wishes), how).not.toEqual([]);
});
