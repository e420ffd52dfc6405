import type { Alarm, RedFlag, RuleId } from "#shared/alarm/alarm.ts";
import { MINUTE, type Instant } from "#shared/base/time.ts";
import { SEDATION } from "#shared/scales/levels.ts";
import type { Session } from "#shared/session/session.ts";
import type { Values } from "#shared/vitals/observation.ts";
import { chairName, firstName } from "./statusWords.ts";

/** What a call says: `CHECK NOW · SpO2 90`, `HELP · CHAIR 3`; `SETTLED` while it waits for a person to close it. Its number is the one that raised it. */
export const callWords = (alarm: Alarm, chairLabel: string, session: Session | undefined, now: Instant): string => {
  switch (alarm.rule) {
    case "help": {
      const flag = alarm.flag && alarm.flag !== "help" ? ` · ${RED_FLAG[alarm.flag]}` : "";
      return `HELP · ${chairName(chairLabel).toUpperCase()}${flag}`;
    }
    case "check-overdue":
      return `CHECK OVERDUE · ${overdueMin(alarm, now)} min`;
    case "record-damaged":
      return "RECORD DAMAGED · tell an admin";
    default: {
      const values = session?.observations.find(({ id }) => id === alarm.observationId)?.values ?? {};
      return `${headOf(alarm)} · ${MEASURED[alarm.rule](values)}`;
    }
  }
};

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
  "oxygen-low": "SpO2 low",
  "breathing-slow": "breathing slow",
  "breathing-fast": "breathing fast",
  temperature: "temperature",
  "carbon-dioxide": "EtCO2",
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

const pressure = ({ sbp, dbp }: Values): string => `BP ${sbp ?? "?"}/${dbp ?? "?"}`;
const sedation = ({ sedation: level }: Values): string =>
  `sedation: ${(SEDATION.find(({ value }) => value === level)?.word ?? "no answer").toLowerCase()}`;

const MEASURED: Record<
  Exclude<Alarm["rule"], "help" | "check-overdue" | "record-damaged">,
  (values: Values) => string
> = {
  "pressure-high": pressure,
  "pressure-low": pressure,
  "mean-pressure": ({ map }) => `mean BP ${map ?? "?"}`,
  "heart-rate-high": ({ hr }) => `HR ${hr ?? "?"}`,
  "heart-rate-low": ({ hr }) => `HR ${hr ?? "?"}`,
  "oxygen-low": ({ spo2 }) => `SpO2 ${spo2 ?? "?"}`,
  "breathing-slow": ({ rr }) => `RR ${rr ?? "?"}`,
  "breathing-fast": ({ rr }) => `RR ${rr ?? "?"}`,
  temperature: ({ temp }) => `${temp ?? "?"} °C`,
  "carbon-dioxide": ({ etco2 }) => `EtCO2 ${etco2 ?? "?"}`,
  "sedation-deep": sedation,
  distress: ({ distress }) => `distress ${distress ?? "?"}`,
  nausea: ({ nausea }) => `nausea ${nausea ?? "?"}`,
  "vomiting-drowsy": () => CALL_RULE["vomiting-drowsy"],
  "still-affected": () => CALL_RULE["still-affected"],
  "not-back": () => CALL_RULE["not-back"],
};

/** Its severity is the lateness when it was raised, in minutes; time has gone on since. */
const overdueMin = ({ severity, raisedAt }: Alarm, now: Instant): number =>
  severity + Math.max(0, Math.floor((now - raisedAt) / MINUTE));
