import type { Alarm, RedFlag } from "#shared/alarm/alarm.ts";
import { MINUTE, type Instant } from "#shared/base/time.ts";
import { SEDATION } from "#shared/scales/levels.ts";
import type { Session } from "#shared/session/session.ts";
import type { Values } from "#shared/vitals/observation.ts";
import { chairName, firstName } from "./statusWords.ts";

/** What a call says: `CHECK NOW · SpO2 90`, `HELP · CHAIR 3`; `SETTLED` while it waits for a person to close it. Its number is the one that raised it. */
export const callWords = (alarm: Alarm, chairLabel: string, session: Session | undefined, now: Instant): string => {
  if (alarm.rule === "help") {
    const flag = alarm.flag && alarm.flag !== "help" ? ` · ${RED_FLAG[alarm.flag]}` : "";
    return `HELP · ${chairName(chairLabel).toUpperCase()}${flag}`;
  }
  if (alarm.rule === "check-overdue") return `CHECK OVERDUE · ${overdueMin(alarm, now)} min`;
  const values = session?.observations.find(({ id }) => id === alarm.observationId)?.values ?? {};
  return `${alarm.settledAt === undefined ? "CHECK NOW" : "SETTLED"} · ${MEASURED[alarm.rule](values)}`;
};

/** `ANA IS WITH PATIENT`: who took it, or somebody whose name has not come yet. */
export const acceptedWords = (name: string | undefined): string =>
  `${name ? firstName(name).toUpperCase() : "SOMEBODY"} IS WITH PATIENT`;

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

const MEASURED: Record<Exclude<Alarm["rule"], "help" | "check-overdue">, (values: Values) => string> = {
  "pressure-high": pressure,
  "pressure-low": pressure,
  "heart-rate-high": ({ hr }) => `HR ${hr ?? "?"}`,
  "heart-rate-low": ({ hr }) => `HR ${hr ?? "?"}`,
  "oxygen-low": ({ spo2 }) => `SpO2 ${spo2 ?? "?"}`,
  "breathing-slow": ({ rr }) => `RR ${rr ?? "?"}`,
  "breathing-fast": ({ rr }) => `RR ${rr ?? "?"}`,
  "sedation-deep": sedation,
  distress: ({ distress }) => `distress ${distress ?? "?"}`,
};

/** Its severity is the lateness when it was raised, in minutes; time has gone on since. */
const overdueMin = ({ severity, raisedAt }: Alarm, now: Instant): number =>
  severity + Math.max(0, Math.floor((now - raisedAt) / MINUTE));
