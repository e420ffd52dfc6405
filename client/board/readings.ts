import type { Parameter } from "#client/ui/parameters.tsx";
import type { Reading } from "#client/ui/Value.tsx";
import type { Instant } from "#shared/base/time.ts";
import { pressureOf } from "#shared/protocol/pressure.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { isStale } from "#shared/recovery/due.ts";
import { baseline, newestFirst } from "#shared/session/current.ts";
import { t0Of } from "#shared/session/dose.ts";
import type { Session } from "#shared/session/session.ts";
import type { Values } from "#shared/vitals/observation.ts";

type Measured = Extract<Parameter, "bp" | "hr" | "spo2" | "rr" | "dissociation" | "distress">;
export type Readings = Readonly<Record<Measured, Reading | undefined>>;

/** BD3. The newest of each, with its age and its baseline; what nobody took is undefined, whatever else was taken. */
export const readingsOf = (session: Session, protocol: Protocol, now: Instant): Readings => {
  const t0 = t0Of(session.doseFacts);
  const reading = (of: Measured): Reading | undefined => {
    const { field, within, text } = MEASURED[of];
    const newest = newestFirst(session).find(({ values }) => text(values) !== undefined);
    if (!newest) return undefined;
    const before = t0 === undefined ? {} : baselineOf(session, t0);
    return {
      text: text(newest.values) ?? "",
      ageMs: Math.max(0, now - newest.observedAt),
      stale: isStale(session, protocol, newest.observedAt, now),
      ...against(newest.values[field], before[field], within, text(before), t0 !== undefined && newest.observedAt > t0),
    };
  };
  return {
    bp: reading("bp"),
    hr: reading("hr"),
    spo2: reading("spo2"),
    rr: reading("rr"),
    dissociation: reading("dissociation"),
    distress: reading("distress"),
  };
};

interface HowRead {
  readonly field: "sbp" | "hr" | "spo2" | "rr" | "dissociation" | "distress";
  /** A smaller difference is no difference: it is drawn level. Ours. */
  readonly within: number;
  readonly text: (values: Values) => string | undefined;
}

const plain = (field: Exclude<HowRead["field"], "sbp">, within: number): HowRead => ({
  field,
  within,
  text: (values) => values[field]?.toString(),
});

const MEASURED: Record<Measured, HowRead> = {
  bp: {
    field: "sbp",
    within: 10,
    text: (values) => {
      const pressure = pressureOf(values);
      return pressure && `${pressure.sbp}/${pressure.dbp}`;
    },
  },
  hr: plain("hr", 5),
  spo2: plain("spo2", 1),
  rr: plain("rr", 2),
  dissociation: plain("dissociation", 0),
  distress: plain("distress", 0),
};

const baselineOf = (session: Session, t0: Instant): Values => {
  const before = (field: "sbp" | "dbp" | HowRead["field"]) => baseline(session, t0, field);
  return {
    sbp: before("sbp"),
    dbp: before("dbp"),
    hr: before("hr"),
    spo2: before("spo2"),
    rr: before("rr"),
    dissociation: before("dissociation"),
    distress: before("distress"),
  };
};

/** The baseline itself is not compared with itself. */
const against = (
  value: number | undefined,
  before: number | undefined,
  within: number,
  text: string | undefined,
  after: boolean,
): Pick<Reading, "against"> => {
  if (!after || value === undefined || before === undefined || text === undefined) return {};
  const direction = Math.abs(value - before) <= within ? "level" : value > before ? "above" : "below";
  return { against: { baseline: text, direction } };
};
