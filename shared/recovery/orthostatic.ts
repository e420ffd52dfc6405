import type { Instant } from "#shared/base/time.ts";
import { adverseEventsOf, standingInterventions } from "#shared/session/care.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { pressureOf, type Pressure } from "#shared/protocol/pressure.ts";
import { gradeOf, newestFirst, withPressure } from "#shared/session/current.ts";
import { t0Of } from "#shared/session/dose.ts";
import { standingObservations, type Session } from "#shared/session/session.ts";
import type { Observation, Values } from "#shared/vitals/observation.ts";

/**
 * RD16. Since when a standing pressure is asked for: from 65 years, and where nobody knows the age, since T0; after
 * dizziness, a faint or a drug for pressure, since the last of them. Nothing where none of it is so. P 7.
 */
export const orthostaticAskedSince = (session: Session): Instant | undefined => {
  const t0 = t0Of(session.doseFacts);
  if (t0 === undefined) return undefined;
  const asked = [
    ...(session.from65 === false ? [] : [t0]),
    ...standingObservations(session)
      .filter(
        ({ observedAt, values }) =>
          observedAt >= t0 && (gradeOf(values, "dizziness") !== undefined || gradeOf(values, "faint") !== undefined),
      )
      .map(({ observedAt }) => observedAt),
    ...standingInterventions(session)
      .filter(({ drug }) => drug?.class === "antihypertensive")
      .map(({ at }) => at),
    ...adverseEventsOf(session)
      .filter(({ kind }) => kind === "loss-of-consciousness" || kind === "dizziness")
      .map(({ onsetAt }) => onsetAt),
  ];
  return asked.length === 0 ? undefined : Math.max(...asked);
};

/** RD16. Whether pressure holds on standing up, without symptoms; nothing while there is no pressure to hold it against. */
export const standsWell = (session: Session, { exit }: Protocol, one: Observation): boolean | undefined => {
  const standing = standingPressure(one.values);
  const sitting = pressureOf(
    newestFirst(session).find((other) => withPressure(other) && other.observedAt <= one.observedAt)?.values ?? {},
  );
  if (!standing || !sitting) return undefined;
  const { sbpDropBelow, dbpDropBelow } = exit.orthostatic;
  const steady = sitting.sbp - standing.sbp < sbpDropBelow && sitting.dbp - standing.dbp < dbpDropBelow;
  return steady && gradeOf(one.values, "dizziness") === undefined && gradeOf(one.values, "faint") === undefined;
};

const standingPressure = ({ standingSbp: sbp, standingDbp: dbp }: Values): Pressure | undefined =>
  sbp === undefined || dbp === undefined ? undefined : { sbp, dbp };
