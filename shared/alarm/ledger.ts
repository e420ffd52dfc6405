import * as z from "zod";
import { ChairId, SessionId } from "#shared/base/ids.ts";
import { quantile } from "#shared/base/quantile.ts";
import { HOUR } from "#shared/base/time.ts";
import { By, Role } from "#shared/access/role.ts";
import { CheckId, Route } from "#shared/protocol/protocol.ts";
import { OverrideReason } from "#shared/session/session.ts";
import { Priority, RANK, RuleId } from "./alarm.ts";
import type { CallShare, SessionShare } from "./ledgerShare.ts";

/** LE5. Fewer than these are said as a number: neither a share nor a median of them says anything. */
export const LEAST_FOR_FIGURES = 5;

/** How many there are, and, of enough of them, the middle and what nine of ten stay under. */
export const Spread = z.object({ n: z.int(), median: z.number().optional(), p90: z.number().optional() });
export type Spread = z.infer<typeof Spread>;

const counts = {
  raised: z.int(),
  sounded: z.int(),
  actionable: z.int(),
  accepted: z.int(),
  acceptS: Spread,
  passedOn: z.int(),
  toClinician: z.int(),
  toEveryone: z.int(),
  endedAlone: z.int(),
};
/** What became of some calls. `sounded`: each time that one was raised or made worse, medium or high (AL23). */
export const CallCounts = z.object(counts);
export type CallCounts = z.infer<typeof CallCounts>;

const behind = { sessions: z.array(SessionId) };
export const CallLine = z.object({
  rule: RuleId,
  priority: Priority,
  ...counts,
  ...behind,
  withoutSession: z.int(),
});
export type CallLine = z.infer<typeof CallLine>;

const OverrideLine = z.object({
  check: CheckId,
  n: z.int(),
  by: z.array(z.object({ person: By, role: Role, n: z.int() })),
  reasons: z.array(z.object({ code: OverrideReason.shape.code, n: z.int() })),
  ...behind,
});
export const CheckKind = z.enum(["set", "sedation", "recheck", "look-in"]);
/** `n` were asked for, `missed` of them not done. */
const MissedLine = z.object({ route: Route, kind: CheckKind, n: z.int(), missed: z.int(), ...behind });
/** `treated` had a dose; of those who were there at the window's end, how they were. */
const ReadyLine = z.object({
  route: Route,
  treated: z.int(),
  readyMin: Spread,
  windowEnd: z.object({ gone: z.int(), stillAffected: z.int(), unknown: z.int() }),
  ...behind,
});

/** GET /api/clinics/:clinicId/ledger: ids alone, no name and no value of anybody. */
export const Ledger = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  zone: z.string(),
  now: z.int(),
  sessions: z.array(z.object({ id: SessionId, checkedInAt: z.int(), route: Route, chairId: ChairId })),
  open: z.int(),
  /** LE10. Sessions of which a row could not be read, and those that could not be read at all. */
  damaged: z.int(),
  notRead: z.int(),
  chairHours: z.number(),
  calls: CallCounts,
  rules: z.array(CallLine),
  overrides: z.array(OverrideLine),
  missed: z.array(MissedLine),
  ready: z.array(ReadyLine),
});
export type Ledger = z.infer<typeof Ledger>;

/** LE5. A share of enough of them, from 0 to 1. */
export const shareOf = (part: number, whole: number): number | undefined =>
  whole < LEAST_FOR_FIGURES ? undefined : part / whole;

interface LedgerFacts extends Pick<Ledger, "from" | "to" | "zone" | "now" | "notRead"> {
  readonly shares: readonly SessionShare[];
  /** Calls at chairs in which nobody sat. */
  readonly loose: readonly CallShare[];
}

/** LE1. The one computation behind the page and every export: each call counts once, under its rule and the highest priority that it reached. */
export const ledgerOf = ({ shares, loose, ...range }: LedgerFacts): Ledger => {
  const calls = [...shares.flatMap((share) => share.calls), ...loose];
  return {
    ...range,
    sessions: shares.map(({ session }) => session),
    open: shares.filter(({ open }) => open).length,
    damaged: shares.filter(({ damaged }) => damaged).length,
    chairHours: shares.reduce((sum, { chairMs }) => sum + chairMs, 0) / HOUR,
    calls: countsOf(calls),
    rules: callLines(calls),
    overrides: overrideLines(shares),
    missed: missedLines(shares),
    ready: readyLines(shares),
  };
};

const countsOf = (calls: readonly CallShare[]): CallCounts => {
  const many = (is: (call: CallShare) => boolean): number => calls.filter(is).length;
  const acceptS = spreadOf(calls.flatMap(({ acceptedAfterS: s }) => (s === undefined ? [] : [s])));
  return {
    raised: calls.length,
    sounded: calls.reduce((sum, { sounds }) => sum + sounds, 0),
    actionable: many(({ actionable }) => actionable),
    accepted: acceptS.n,
    acceptS,
    passedOn: many(({ passedOn }) => passedOn),
    toClinician: many(({ escalatedTo }) => escalatedTo === "clinician"),
    toEveryone: many(({ escalatedTo }) => escalatedTo === "everyone"),
    endedAlone: many(({ endedAlone }) => endedAlone),
  };
};

const spreadOf = (values: readonly number[]): Spread => {
  const [median, p90] = [quantile(values, 0.5), quantile(values, 0.9)];
  const n = values.length;
  return n < LEAST_FOR_FIGURES || median === undefined || p90 === undefined ? { n } : { n, median, p90 };
};

/** LE11. Worst first: the smallest actionable share of those that have one, then the others, the most frequent first. */
const callLines = (calls: readonly CallShare[]): CallLine[] =>
  grouped(calls, ({ rule, priority }) => `${rule} ${priority}`)
    .map(([first, of]) => ({
      rule: first.rule,
      priority: first.priority,
      ...countsOf(of),
      sessions: sessionsBehind(of.map(({ sessionId }) => sessionId)),
      withoutSession: of.filter(({ sessionId }) => sessionId === undefined).length,
    }))
    .toSorted(
      (a, b) =>
        (shareOf(a.actionable, a.raised) ?? 2) - (shareOf(b.actionable, b.raised) ?? 2) ||
        b.raised - a.raised ||
        RANK[b.priority] - RANK[a.priority] ||
        RuleId.options.indexOf(a.rule) - RuleId.options.indexOf(b.rule),
    );

const overrideLines = (shares: readonly SessionShare[]): z.infer<typeof OverrideLine>[] => {
  const all = shares.flatMap(({ session, overrides }) => overrides.map((one) => ({ ...one, sessionId: session.id })));
  return grouped(all, ({ check }) => check)
    .map(([{ check }, of]) => ({
      check,
      n: of.length,
      by: grouped(of, ({ by, role }) => `${by} ${role}`)
        .map(([{ by, role }, theirs]) => ({ person: by, role, n: theirs.length }))
        .toSorted(mostFirst),
      reasons: grouped(of, ({ reason }) => reason)
        .map(([{ reason }, same]) => ({ code: reason, n: same.length }))
        .toSorted(mostFirst),
      sessions: sessionsBehind(of.map(({ sessionId }) => sessionId)),
    }))
    .toSorted(mostFirst);
};

const missedLines = (shares: readonly SessionShare[]): z.infer<typeof MissedLine>[] => {
  const all = shares.flatMap(({ session: { id, route }, checks }) => checks.map((one) => ({ ...one, route, id })));
  return grouped(all, ({ route, kind }) => `${route} ${kind}`)
    .map(([{ route, kind }, of]) => {
      const missed = of.filter((one) => one.missed);
      return { route, kind, n: of.length, missed: missed.length, sessions: sessionsBehind(missed.map(({ id }) => id)) };
    })
    .toSorted(
      (a, b) =>
        Route.options.indexOf(a.route) - Route.options.indexOf(b.route) ||
        CheckKind.options.indexOf(a.kind) - CheckKind.options.indexOf(b.kind),
    );
};

const readyLines = (shares: readonly SessionShare[]): z.infer<typeof ReadyLine>[] =>
  Route.options.flatMap((route) => {
    const treated = shares.flatMap(({ session, recovery }) =>
      recovery && session.route === route ? [{ id: session.id, ...recovery }] : [],
    );
    const were = (how: (typeof treated)[number]["windowEnd"]) => treated.filter(({ windowEnd }) => windowEnd === how);
    if (treated.length === 0) return [];
    return [
      {
        route,
        treated: treated.length,
        readyMin: spreadOf(treated.flatMap(({ readyMin }) => (readyMin === undefined ? [] : [readyMin]))),
        windowEnd: {
          gone: were("gone").length,
          stillAffected: were("still-affected").length,
          unknown: were("unknown").length,
        },
        sessions: were("still-affected").map(({ id }) => id),
      },
    ];
  });

const mostFirst = (a: { readonly n: number }, b: { readonly n: number }): number => b.n - a.n;

/** Groups in the order in which each key was first met, each with its first member. */
const grouped = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly [first: Item, all: readonly Item[]])[] =>
  [...Map.groupBy(items, keyOf).values()].flatMap((all) => (all[0] === undefined ? [] : [[all[0], all] as const]));

const sessionsBehind = (ids: readonly (SessionId | undefined)[]): SessionId[] => [
  ...new Set(ids.flatMap((id) => (id === undefined ? [] : [id]))),
];
