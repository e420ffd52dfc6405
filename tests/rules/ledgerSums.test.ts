import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { calendarDay, HOUR, MINUTE } from "#shared/base/time.ts";
import { quantile } from "#shared/base/quantile.ts";
import { LEAST_FOR_FIGURES, shareOf, type CallCounts, type Ledger } from "#shared/alarm/ledger.ts";
import { daysOf, daysUntil, MOST_DAYS, rangeOf } from "#shared/alarm/ledgerRange.ts";
import { Recorded } from "#shared/clinic/events.ts";
import { moves, play } from "./histories.ts";
import { ledgerOfLog } from "./ledgerOfLog.ts";

// Not a promise of speed: hundreds of histories, each read three times, on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const RUNS = { numRuns: 300 };
const FIRST = "2026-11-23";
const LAST = "2026-12-31";

const whole = (wished: Parameters<typeof play>[0]) => {
  const { events, clinic, now } = play(wished);
  return { events, clinic, now: now + 10 * MINUTE };
};

const COUNTS = [
  "raised",
  "sounded",
  "actionable",
  "accepted",
  "passedOn",
  "toClinician",
  "toEveryone",
  "endedAlone",
] as const satisfies (keyof CallCounts)[];

test("[LE1] the rows add up to the calls that were raised, and each part of a row is at most the row", () => {
  let raised = 0;
  fc.assert(
    fc.property(moves, (wished) => {
      const log = whole(wished);
      const { calls, rules } = ledgerOfLog(log, { from: FIRST, to: LAST });
      const rang = log.events.filter(({ event }) => event.type === "alarm-raised").length;
      expect(calls.raised).toBe(rang);
      for (const count of COUNTS)
        expect([count, rules.reduce((sum, one) => sum + one[count], 0)]).toEqual([count, calls[count]]);
      for (const one of rules) {
        for (const part of [one.actionable, one.accepted, one.passedOn, one.toClinician + one.toEveryone])
          expect(part).toBeLessThanOrEqual(one.raised);
        expect(one.accepted + one.endedAlone).toBeLessThanOrEqual(one.raised);
        expect(one.sessions.length + one.withoutSession).toBeLessThanOrEqual(one.raised);
      }
      raised += rang;
    }),
    RUNS,
  );
  expect(raised).toBeGreaterThan(100);
});

/** Every count of a ledger by a name, so that two can be added. */
const flat = ({ sessions, open, notRead, calls, rules, overrides, missed, ready }: Ledger): Map<string, number> =>
  new Map<string, number>([
    ["sessions", sessions.length],
    ["open", open],
    ["not read", notRead],
    ...COUNTS.map((count) => [count, calls[count]] as const),
    ...rules.flatMap((one) => COUNTS.map((count) => [`${one.rule} ${one.priority} ${count}`, one[count]] as const)),
    ...overrides.map(({ check, n }) => [`let pass ${check}`, n] as const),
    ...missed.flatMap(({ route, kind, n, missed: not }) => [
      [`${route} ${kind}`, n] as const,
      [`${route} ${kind} missed`, not] as const,
    ]),
    ...ready.flatMap(({ route, treated, readyMin, windowEnd }) => [
      [`${route} treated`, treated] as const,
      [`${route} ready`, readyMin.n] as const,
      ...Object.entries(windowEnd).map(([how, n]) => [`${route} ${how}`, n] as const),
    ]),
  ]);

const sum = (one: Map<string, number>, other: Map<string, number>): Map<string, number> =>
  new Map([...one.keys(), ...other.keys()].map((name) => [name, (one.get(name) ?? 0) + (other.get(name) ?? 0)]));

/** Another history, so many days later: other people at other chairs. */
const later = (events: readonly Recorded[], days: number): readonly Recorded[] => {
  const text = JSON.stringify(events)
    .replaceAll(/\b1\d{12}\b/g, (at) => String(Number(at) + days * 24 * HOUR))
    .replaceAll("-00000000", "-later000");
  return Recorded.array().parse(JSON.parse(text));
};

test("[LE2] two ranges that touch add up to the one that holds both", () => {
  let onBothSides = 0;
  fc.assert(
    fc.property(moves, moves, fc.nat(2), fc.nat(6), (wished, then, days, shift) => {
      const [first, second] = [whole(wished), whole(then)];
      const events = [...first.events, ...later(second.events, shift)];
      const log = { events, clinic: first.clinic, now: Math.max(...events.map(({ at }) => at)) + 10 * MINUTE };
      const cut = daysUntil(FIRST, 1 - days).from; // so many days after the first
      const before = ledgerOfLog(log, { from: FIRST, to: cut });
      const after = ledgerOfLog(log, { from: daysUntil(cut, 0).from, to: LAST });
      const both = ledgerOfLog(log, { from: FIRST, to: LAST });
      expect(sum(flat(before), flat(after))).toEqual(sum(flat(both), new Map()));
      expect(before.chairHours + after.chairHours).toBeCloseTo(both.chairHours, 6);
      if (before.calls.raised > 0 && after.calls.raised > 0) onBothSides += 1;
    }),
    RUNS,
  );
  expect(onBothSides).toBeGreaterThan(5);
});

test("[LE2] the day is the clinic's own, to the second of its midnight", () => {
  const zone = "America/New_York";
  expect(calendarDay(Date.UTC(2026, 10, 24, 4, 59, 59), zone)).toBe("2026-11-23");
  const log = whole([]);
  const midnight = Date.UTC(2026, 10, 24, 5);
  const help = (at: number) => ({
    ...log.events[0]!,
    at,
    event: {
      type: "alarm-raised",
      alarmId: "help-000000",
      rule: "help",
      priority: "high",
      severity: 0,
      chairId: "chair1-00000000",
    } as never,
  });
  const raisedOn = (day: string, at: number) =>
    ledgerOfLog({ ...log, events: [help(at)] }, { from: day, to: day }).calls.raised;
  expect([raisedOn("2026-11-23", midnight - 1), raisedOn("2026-11-23", midnight)]).toEqual([1, 0]);
  expect([raisedOn("2026-11-24", midnight - 1), raisedOn("2026-11-24", midnight)]).toEqual([0, 1]);
});

test("[LE5] a share needs five", () => {
  expect(LEAST_FOR_FIGURES).toBe(5);
  expect([shareOf(2, 4), shareOf(2, 5), shareOf(0, 0)]).toEqual([undefined, 0.4, undefined]);
});

test("[LE5] the median lies in the middle, and nine of ten lie below the other", () => {
  expect([quantile([], 0.5), quantile([7], 0.9), quantile([1, 2], 0.5)]).toEqual([undefined, 7, 1.5]);
  expect([quantile([5, 1, 3, 2, 4], 0.5), quantile([5, 1, 3, 2, 4], 0.9)]).toEqual([3, 4.6]);
});

test.each<[from: unknown, to: unknown, answer: unknown]>([
  ["2026-11-25", "2026-11-25", { from: "2026-11-25", to: "2026-11-25" }],
  ["2026-08-26", "2026-11-25", { from: "2026-08-26", to: "2026-11-25" }], // 92 days
  ["2026-08-25", "2026-11-25", { field: "to", problem: "too-long" }],
  ["2026-11-26", "2026-11-25", { field: "to", problem: "before-from" }],
  ["2026-02-29", "2026-11-25", { field: "from", problem: "not-a-day" }],
  ["25.11.2026", "2026-11-25", { field: "from", problem: "not-a-day" }],
  [undefined, "2026-11-25", { field: "from", problem: "not-a-day" }],
  ["2026-11-25", ["2026-11-25", "2026-11-26"], { field: "to", problem: "not-a-day" }],
  ["2026-11-25", "2026-11-25T00:00Z", { field: "to", problem: "not-a-day" }],
])("[LE9] the range %s to %s", (from, to, answer) => {
  expect(rangeOf({ from, to })).toEqual(answer);
});

test("[LE9] ranges end with a day and count both ends", () => {
  expect(daysUntil("2026-11-25", 7)).toEqual({ from: "2026-11-19", to: "2026-11-25" });
  expect(daysOf(daysUntil("2026-03-31", MOST_DAYS))).toBe(MOST_DAYS);
});
