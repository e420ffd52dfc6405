import { assert } from "#shared/base/assert.ts";
import type { Seq } from "#shared/base/ids.ts";
import type { LogEntry } from "./eventLog.ts";

/** LG2. A hole or a repeat in what we are about to write is our own mistake: it must never reach the log. */
export const assertFollows = (expected: Seq, entries: readonly LogEntry[]): void => {
  assert(entries.length > 0, "an append without a command");
  let last: number = expected;
  for (const { commandId, lines } of entries) {
    assert(lines.length > 0, `command ${commandId} gave no event`);
    for (const { seq } of lines) {
      assert(seq === last + 1, `line ${seq} does not follow ${last}`);
      last = seq;
    }
  }
};
