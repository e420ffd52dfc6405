import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { SECOND } from "#shared/base/time.ts";
import { alarmsCalledFor } from "#shared/alarm/rules.ts";
import { protocolOf, type Clinic } from "#shared/clinic/clinic.ts";
import { dueList } from "#shared/recovery/due.ts";
import { readiness } from "#shared/recovery/readiness.ts";
import { recoveryOf } from "#shared/recovery/window.ts";
import { fold, LATER, logOf } from "./longSession.ts";

/**
 * `npm run bench`: what the rules cost. Each figure is the median of interleaved rounds, and a ratio to a reference of
 * the same run (the same events parsed from JSON), because seconds say more about the machine than about us.
 */
const ROUNDS = 15;

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;

const one = logOf(1, 500);
const board = logOf(64, 500);
const text = JSON.stringify(one);
const boardText = JSON.stringify(board);
const whole = fold(board);

let second = 0;

/** Everything that a board asks of each session, a second later each time: nothing that was worked out before still holds. */
const draw = (clinic: Clinic): number => {
  const now = LATER + (second += 1) * SECOND;
  return Object.values(clinic.sessions).reduce((sum, session) => {
    const protocol = protocolOf(clinic, session.protocol);
    if (!protocol) return sum;
    dueList(session, protocol, now);
    recoveryOf(session, protocol, now);
    alarmsCalledFor(session, protocol, now);
    return sum + readiness(clinic, session, protocol, now).criteria.length;
  }, 0);
};

const TASKS = {
  "parse 500 events from JSON (reference)": () => JSON.parse(text) as unknown,
  "fold a session of 500 events": () => fold(one),
  "parse 64 x 500 events from JSON (reference)": () => JSON.parse(boardText) as unknown,
  "fold a board of 64 such sessions": () => fold(board),
  "work out the whole board once (due, window, calls, readiness)": () => draw(whole),
} as const;
type Task = keyof typeof TASKS;
const REFERENCE: Readonly<Record<Task, Task>> = {
  "parse 500 events from JSON (reference)": "parse 500 events from JSON (reference)",
  "fold a session of 500 events": "parse 500 events from JSON (reference)",
  "parse 64 x 500 events from JSON (reference)": "parse 64 x 500 events from JSON (reference)",
  "fold a board of 64 such sessions": "parse 64 x 500 events from JSON (reference)",
  "work out the whole board once (due, window, calls, readiness)": "parse 64 x 500 events from JSON (reference)",
};

const times = new Map<Task, number[]>();
for (let round = 0; round < ROUNDS; round += 1)
  for (const [name, run] of Object.entries(TASKS) as [Task, () => unknown][]) {
    const start = performance.now();
    run();
    times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
  }

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
const ms = (name: Task): number => median(times.get(name) ?? []);

/** What one more of it keeps in memory, in KiB. */
const kept = (make: () => unknown): number => {
  gc();
  const before = process.memoryUsage().heapUsed;
  const held = make();
  gc();
  const after = process.memoryUsage().heapUsed;
  return held === undefined ? 0 : (after - before) / 1024;
};

const rows = (Object.keys(TASKS) as Task[]).map((name) => ({
  task: name,
  ms: Number(ms(name).toFixed(2)),
  ratio: Number((ms(name) / ms(REFERENCE[name])).toFixed(2)),
}));
const memory = {
  "state of one session of 500 events, KiB": Math.round(kept(() => fold(logOf(1, 500)))),
  "state of 64 such sessions, KiB": Math.round(kept(() => fold(logOf(64, 500)))),
};
console.table(rows);
console.table(memory);
console.log(JSON.stringify({ bench: "rules", rounds: ROUNDS, rows, memory }));
