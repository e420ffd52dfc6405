import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { FULLY_AWAKE } from "#shared/scales/levels.ts";
import { doseOf } from "#shared/session/dose.ts";
import { standingObservations, type Session } from "#shared/session/session.ts";
import type { Observation } from "#shared/vitals/observation.ts";
import { baseline } from "#shared/session/current.ts";
import { acuteEndOf } from "./acuteEnd.ts";

/** When the clinic expects effects to fade, and what the measured facts say about it. A mark, never a discharge rule. */
export type Recovery =
  | { readonly state: "not-started" }
  | { readonly state: "dosing"; readonly from: Instant; readonly to: Instant }
  | { readonly state: "before-window" | "in-window" | "unknown"; readonly from: Instant; readonly to: Instant }
  /** `minutes` since the acute end. */
  | { readonly state: "still-affected"; readonly from: Instant; readonly to: Instant; readonly minutes: number }
  | {
      readonly state: "effects-gone";
      readonly from: Instant;
      readonly to: Instant;
      readonly at: Instant;
      readonly by: Observation["by"];
    };

/** RW1-RW7. The window hangs on the real end of the dose; while it goes on it hangs on the planned end and moves with it. */
export const recoveryOf = (session: Session, protocol: Protocol, now: Instant): Recovery => {
  const dose = doseOf(session.doseFacts);
  const end = acuteEndOf(dose, protocol, now);
  if (dose.phase === "not-started" || end === undefined) return { state: "not-started" };
  const from = end + protocol.window.fromMin * MINUTE;
  const to = end + protocol.window.toMin * MINUTE;
  if (dose.phase !== "ended") return { state: "dosing", from, to };
  return afterDose(session, protocol, now, { end, t0: dose.t0, from, to });
};

type Marks = { readonly end: Instant; readonly t0: Instant; readonly from: Instant; readonly to: Instant };

const afterDose = (session: Session, protocol: Protocol, now: Instant, { end, t0, from, to }: Marks): Recovery => {
  const rated = standingObservations(session)
    .filter(({ observedAt }) => observedAt >= end && observedAt <= now)
    .filter((one) => isRated(one) || isAffected(session, protocol, t0, one))
    .toSorted((a, b) => a.observedAt - b.observedAt || a.seq - b.seq);
  const gone = firstOfLastRun(rated, (one) => effectsGone(session, protocol, t0, one));
  if (gone) return { state: "effects-gone", from, to, at: gone.observedAt, by: gone.by };
  if (now < from) return { state: "before-window", from, to };
  if (now <= to) return { state: "in-window", from, to };
  // RW5. Nobody has looked since the window ended: that is unknown, not gone and not affected.
  const last = rated.at(-1);
  if (!last || last.observedAt < to) return { state: "unknown", from, to };
  return { state: "still-affected", from, to, minutes: Math.floor((now - end) / MINUTE) };
};

/** RW4. Gone is measured: awake, dissociation back to max(1, baseline), distress below the limit. */
const effectsGone = (session: Session, protocol: Protocol, t0: Instant, one: Observation): boolean =>
  isRated(one) && !isAffected(session, protocol, t0, one);

/** RW6. One part is enough to be affected: somebody who sleeps cannot be asked how far away she is. */
export const isAffected = (
  session: Session,
  { exit }: Protocol,
  t0: Instant,
  { values }: Pick<Observation, "values">,
): boolean => {
  const { sedation, dissociation, distress } = values;
  const before = baseline(session, t0, "dissociation") ?? 0;
  return (
    (sedation !== undefined && sedation < FULLY_AWAKE) ||
    (dissociation !== undefined && dissociation > Math.max(exit.dissociationAtMost, before)) ||
    (distress !== undefined && distress >= exit.distressBelow)
  );
};

const isRated = ({ values }: Observation): boolean =>
  values.sedation !== undefined && values.dissociation !== undefined && values.distress !== undefined;

/** The first of the unbroken run of passes that reaches to the end: a later relapse takes "gone" back. */
const firstOfLastRun = <Item>(items: readonly Item[], passes: (item: Item) => boolean): Item | undefined => {
  const lastFail = items.findLastIndex((item) => !passes(item));
  return items[lastFail + 1];
};
