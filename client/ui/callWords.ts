import type { Alarm, RedFlag, RuleId } from "#shared/alarm/alarm.ts";
import { MINUTE, type Instant } from "#shared/base/time.ts";
import { pressureOf } from "#shared/protocol/pressure.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { dueList } from "#shared/recovery/due.ts";
import { SEDATION } from "#shared/scales/levels.ts";
import { newestFirst } from "#shared/session/current.ts";
import type { Session } from "#shared/session/session.ts";
import type { Values } from "#shared/vitals/observation.ts";
import { chairName, dueKindWords, firstName, lateWords } from "./statusWords.ts";

/**
 * UI16, UI18. What a call says now: `CHECK NOW · SpO₂ 90`, `BP 8 MIN LATE`, `HELP · CHAIR 3`; `SETTLED` while it waits for
 * a person to close it. Its number is the newest of that measure; the one that raised it stands behind where it differs.
 */
export const callWords = (
  alarm: Alarm,
  chairLabel: string,
  session: Session | undefined,
  now: Instant,
  protocol?: Protocol,
): string => {
  const was = raisedValue(alarm, session);
  const is = newestValue(alarm, session, now) ?? was;
  const said = wordsWith(alarm, is, { chairLabel, session, now, protocol });
  return was === undefined || was === is ? said : `${said} · was ${was}`;
};

/** UI18. As it was raised: for the record, and for an announcement that must not change while it is read. */
export const raisedWords = (
  alarm: Alarm,
  chairLabel: string,
  session: Session | undefined,
  protocol?: Protocol,
): string => wordsWith(alarm, raisedValue(alarm, session), { chairLabel, session, now: alarm.raisedAt, protocol });

interface Where {
  readonly chairLabel: string;
  readonly session: Session | undefined;
  readonly now: Instant;
  readonly protocol: Protocol | undefined;
}

const wordsWith = (alarm: Alarm, value: string | undefined, { chairLabel, session, now, protocol }: Where): string => {
  switch (alarm.rule) {
    case "help": {
      const flag = alarm.flag && alarm.flag !== "help" ? ` · ${RED_FLAG[alarm.flag]}` : "";
      return `HELP · ${chairName(chairLabel).toUpperCase()}${flag}`;
    }
    case "check-overdue":
      return lateWords(overdueKind(alarm, session, protocol), overdueMin(alarm, now));
    case "record-damaged":
      return "RECORD DAMAGED · tell an admin";
    default: {
      const { name, of } = ABOUT[alarm.rule];
      return `${headOf(alarm)} · ${[name, of && (value ?? "?")].filter(Boolean).join(" ")}`;
    }
  }
};

const raisedValue = (alarm: Alarm, session: Session | undefined): string | undefined => {
  const values = session?.observations.find(({ id }) => id === alarm.observationId)?.values;
  return values && valueOf(alarm)?.(values);
};

const newestValue = (alarm: Alarm, session: Session | undefined, now: Instant): string | undefined => {
  const of = valueOf(alarm);
  if (!of || !session) return undefined;
  const newest = newestFirst(session).find(({ observedAt, values }) => observedAt <= now && of(values) !== undefined);
  return newest && of(newest.values);
};

const valueOf = ({ rule }: Alarm): About["of"] =>
  rule === "help" || rule === "check-overdue" || rule === "record-damaged" ? undefined : ABOUT[rule].of;

/** Who looks in does not run: what a clinician is told quietly is no "check now". */
const headOf = ({ settledAt, rule }: Alarm): string =>
  settledAt !== undefined ? "SETTLED" : rule === "still-affected" || rule === "not-back" ? "LOOK IN" : "CHECK NOW";

/** `ANA IS WITH PATIENT`: who took it, or somebody whose name has not come yet. */
export const acceptedWords = (name: string | undefined): string =>
  `${name ? firstName(name).toUpperCase() : "SOMEBODY"} IS WITH PATIENT`;

/** `asked: clinician`: nobody had it in time. */
export const escalatedWords = ({ escalated }: Pick<Alarm, "escalated">): string | undefined =>
  escalated && `asked: ${escalated.to}`;

/** `passed on: Ana, Ben`: who could not take it. */
export const passedOnWords = (
  { passedOn = [] }: Pick<Alarm, "passedOn">,
  staffName: (id: string) => string | undefined,
): string | undefined =>
  passedOn.length === 0
    ? undefined
    : `passed on: ${[...new Set(passedOn.map(({ by }) => firstName(staffName(by) ?? "somebody")))].join(", ")}`;

/** What a call is about, without a number: for lists and the record. */
export const CALL_RULE = {
  help: "help",
  "pressure-high": "BP high",
  "pressure-low": "BP low",
  "mean-pressure": "mean pressure",
  "heart-rate-high": "HR high",
  "heart-rate-low": "HR low",
  "oxygen-low": "SpO₂ low",
  "breathing-slow": "breathing slow",
  "breathing-fast": "breathing fast",
  temperature: "temperature",
  "carbon-dioxide": "EtCO₂",
  "sedation-deep": "sedation deep",
  distress: "distress",
  nausea: "nausea",
  "vomiting-drowsy": "vomiting while drowsy",
  "check-overdue": "check overdue",
  "still-affected": "still affected",
  "not-back": "not back to baseline",
  "record-damaged": "record damaged",
} as const satisfies Record<RuleId, string>;

export const RED_FLAG = {
  help: "help",
  "chest-pain": "chest pain",
  "severe-headache-or-vision": "severe headache or vision change",
  "short-of-breath": "short of breath",
  faint: "faint",
  seizure: "seizure",
  "not-responding": "not responding",
} as const satisfies Record<RedFlag, string>;

/** What a call is about, and how a set says the value of it; some have none. */
interface About {
  readonly name: string;
  readonly of?: (values: Values) => string | undefined;
}

const plain = (name: string, field: "map" | "hr" | "spo2" | "rr" | "etco2" | "distress" | "nausea"): About => ({
  name,
  of: (values) => values[field]?.toString(),
});

const PRESSURE: About = {
  name: "BP",
  of: (values) => {
    const pressure = pressureOf(values);
    return pressure && `${pressure.sbp}/${pressure.dbp}`;
  },
};

const ABOUT: Record<Exclude<RuleId, "help" | "check-overdue" | "record-damaged">, About> = {
  "pressure-high": PRESSURE,
  "pressure-low": PRESSURE,
  "mean-pressure": plain("mean BP", "map"),
  "heart-rate-high": plain("HR", "hr"),
  "heart-rate-low": plain("HR", "hr"),
  "oxygen-low": plain("SpO₂", "spo2"),
  "breathing-slow": plain("RR", "rr"),
  "breathing-fast": plain("RR", "rr"),
  temperature: { name: "", of: ({ temp }) => (temp === undefined ? undefined : `${temp} °C`) },
  "carbon-dioxide": plain("EtCO₂", "etco2"),
  "sedation-deep": {
    name: "sedation:",
    of: ({ sedation }) => SEDATION.find(({ value }) => value === sedation)?.word.toLowerCase(),
  },
  distress: plain("distress", "distress"),
  nausea: plain("nausea", "nausea"),
  "vomiting-drowsy": { name: CALL_RULE["vomiting-drowsy"] },
  "still-affected": { name: CALL_RULE["still-affected"] },
  "not-back": { name: CALL_RULE["not-back"] },
};

/** Which check it is: the one that was so late when the call was raised. */
const overdueKind = (
  { severity, raisedAt }: Alarm,
  session: Session | undefined,
  protocol: Protocol | undefined,
): string => {
  const late = (at: Instant): number => Math.floor((raisedAt - at) / MINUTE);
  const slot = session && protocol && dueList(session, protocol, raisedAt).find(({ at }) => late(at) === severity);
  return slot ? dueKindWords(slot) : "check";
};

/** Its severity is the lateness when it was raised, in minutes; time has gone on since. */
const overdueMin = ({ severity, raisedAt }: Alarm, now: Instant): number =>
  severity + Math.max(0, Math.floor((now - raisedAt) / MINUTE));
