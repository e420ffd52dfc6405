import { duration, plural } from "#client/words.ts";
import { LEAST_FOR_FIGURES, type CheckKind } from "#shared/alarm/ledger.ts";
import { MOST_DAYS, type RangeProblem } from "#shared/alarm/ledgerRange.ts";
import type { Route } from "#shared/protocol/protocol.ts";
import type * as z from "zod";

/** The words of the ledger: what calls and checks came to, for who answers for the rules. */
export const words = {
  title: "Ledger",
  lead: "What calls and checks came to: which rules helped somebody, and which only made noise.",
  print: "Print",
  readAgain: "Read again",
  read: (when: string) => `Read ${when}`,

  range: {
    legend: "Days",
    today: "Today",
    week: "7 days",
    month: "30 days",
    custom: "From – to",
    from: "From",
    to: "To",
    show: "Show these days",
    of: (from: string, to: string, days: number) =>
      from === to ? from : `${from} to ${to}, ${plural(days, "day", "days")}`,
    problem: {
      "not-a-day": "Choose a day.",
      "before-from": "Choose a day that is not before the first.",
      "too-long": `Choose ${MOST_DAYS} days at most, both counted.`,
    } satisfies Record<RangeProblem["problem"], string>,
  },

  failed: "The ledger could not be read",
  safe: "Nothing is lost: what was recorded is kept on the server.",
  next: "Check that the screen is live, then try again.",
  nothing: "No session and no call on these days",
  nothingWhy: "A session counts on the day of its check-in. Choose other days, or wait for the first patient.",
  notRead: (count: number) =>
    `${plural(count, "session", "sessions")} could not be read and ${count === 1 ? "is" : "are"} not counted. Tell an admin.`,
  damaged: (count: number) =>
    `In ${plural(count, "session", "sessions")} a row could not be read: what stands here may be too little. Tell an admin.`,

  figures: {
    label: "In short",
    sessions: "Sessions",
    open: (count: number) => (count === 0 ? "all ended" : `${count} still open`),
    chairHours: "Chair-hours",
    hours: (hours: number) => hours.toFixed(1),
    checkInToLeaving: "check-in to leaving",
    raised: "Calls raised",
    sounded: "Sounds",
    perHour: (rate: number) => `${rate.toFixed(2)} per chair-hour`,
    tooFewHours: `no rate under ${LEAST_FOR_FIGURES} chair-hours`,
    actionable: "Actionable calls",
    accepted: "Calls accepted",
  },

  share: (share: number) => `${Math.round(100 * share)} %`,
  of: (part: number, whole: number) => `${part} of ${whole}`,
  none: "–",
  seconds: (seconds: number) => (seconds < 120 ? `${Math.round(seconds)} s` : duration(seconds * 1_000)),
  nineOfTen: (within: string) => `9 of 10 within ${within}`,
  n: (count: number) => `n ${count}`,

  calls: {
    title: "Calls by rule",
    aside: "fewest actionable first",
    none: "No call was raised on these days.",
    how: `Actionable: within 10 minutes of the call somebody did something about it. That is an intervention, an adverse event, a dose paused or stopped before its time, a HELP that somebody took, or the value taken again. A set that was due anyway does not count, nor does accepting. The 10 minutes are our proposal. Each call stands under the highest priority that it reached; under ${LEAST_FOR_FIGURES} only the number is shown.`,
    columns: ["Call", "Actionable", "Raised", "Sounds", "Accepted", "Time to accept", "Handed on", "Went by itself"],
    priority: { high: "*** high", medium: "** medium", low: "* low" },
    passedOn: (count: number) => `${count} passed on`,
    toClinician: (count: number) => `${count} to clinician`,
    toEveryone: (count: number) => `${count} to everybody`,
    emptyChair: (count: number) => `${count} at an empty chair`,
  },

  overrides: {
    title: "Checks let pass",
    none: "No check was let pass on these days.",
    columns: ["Check", "Times", "By whom", "Why"],
    by: (name: string, role: string, count: number) => `${name}, ${role.toLowerCase()}: ${count}`,
    why: (reason: string, count: number) => `${reason}: ${count}`,
    someone: "name not loaded",
  },

  missed: {
    title: "Missed checks",
    how: "Not done, or overdue when the session ended.",
    none: "No check was asked for on these days.",
    columns: ["Schedule", "Missed", "Asked for"],
    of: (route: string, kind: string) => `${route}, ${kind}`,
    kind: {
      set: "full sets",
      sedation: "sedation checks",
      recheck: "rechecks",
      "look-in": "look-ins while waiting",
    } satisfies Record<z.infer<typeof CheckKind>, string>,
  },

  ready: {
    title: "Time to ready",
    how: "From T0 to the nurse's signature that stands. At the window's end: how those who were there were seen to be.",
    none: "No dose was given on these days.",
    columns: ["Route", "Treated", "Time to ready", "Still affected at the window's end", "Gone", "Unknown"],
  },

  route: { iv: "IV", im: "IM", nasal: "Nasal" } satisfies Record<Route, string>,

  behind: {
    count: (count: number) => plural(count, "session", "sessions"),
    session: (when: string, route: string, chair: string) => `${when} · ${route} · ${chair}`,
    goneChair: "a chair that is gone",
    more: (count: number) => `and ${plural(count, "earlier one", "earlier ones")}: choose fewer days to see them`,
    closed: "Records of patients are open to care staff.",
  },
} as const;
