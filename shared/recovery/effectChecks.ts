import { MINUTE, type Instant } from "#shared/base/time.ts";
import { FULLY_AWAKE } from "#shared/scales/levels.ts";
import { adverseEventsOf } from "#shared/session/care.ts";
import { baseline, gradeOf, vomits, worseThanMild } from "#shared/session/current.ts";
import { t0Of } from "#shared/session/dose.ts";
import { standingObservations } from "#shared/session/session.ts";
import type { Observation, Values } from "#shared/vitals/observation.ts";
import { lastDrugs } from "./drugs.ts";
import { isStale } from "./due.ts";
import { current, keptAlive, latest, measured, sinceAcute, UNKNOWN, type Case, type Found } from "./found.ts";

/** RD4. C 5.2 no. 5: fully awake on the last look. */
export function awake(one: Case): Found {
  const { session, protocol, now } = one;
  return measured(
    one,
    "sedation",
    (level) => level === FULLY_AWAKE,
    ({ observedAt }) => isStale(session, protocol, Math.max(observedAt, keptAlive(session)), now, "sedation"),
  );
}

/** RD4. C 5.2 no. 7: oriented since the acute end, and nothing since that undoes it. */
export function oriented(one: Case): Found {
  return untilUndone(
    measured(one, "orientation", (answer) => answer === "oriented"),
    lastAdverse(one, drowsy),
  );
}

/** RD5. C 5.2 no. 6: dissociation back to max(1, baseline), or where CADSS was asked, that back to its limit or baseline. */
export function dissociation(one: Case): Found {
  const { session, protocol } = one;
  const usual = baseline(session, t0Of(session.doseFacts), "dissociation") ?? 0;
  const quick = measured(
    one,
    "dissociation",
    (depth) => depth <= Math.max(protocol.exit.dissociationAtMost, usual),
    isOld(one),
  );
  if (!latest(one, "cadss")) return quick;
  const total = baseline(session, t0Of(session.doseFacts), "cadss") ?? 0;
  const cadss = measured(one, "cadss", (sum) => sum <= Math.max(protocol.exit.cadssAtMost, total));
  return cadss.state === "met" ? quick : cadss;
}

/** RD5. C 5.2 no. 10: distress below the limit. */
export function distress(one: Case): Found {
  return measured(one, "distress", (level) => level < one.protocol.exit.distressBelow, isOld(one));
}

/** RD14. C 5.2 no. 9: nausea no more than mild when it was last asked or named, and nobody vomited for half an hour. */
export function nausea(one: Case): Found {
  const { protocol, now } = one;
  const { nauseaAtMost, noVomitingMin } = protocol.exit;
  const newest = sinceAcute(one).find(
    ({ sheet, values }) => sheet === "full" || values.nausea !== undefined || gradeOf(values, "nausea") !== undefined,
  );
  if (!newest) return UNKNOWN;
  const { id, observedAt, by, values } = newest;
  const evidence = [{ observationId: id, measure: "nausea", value: nauseaWord(values), observedAt, by }];
  const undoneAt = lastVomited(one);
  const earliest = undoneAt + noVomitingMin * MINUTE;
  if (now < earliest) return { state: "not-met", evidence, earliest, undoneAt };
  return { ...current(one, newest, !isSick(values, nauseaAtMost), evidence), undoneAt };
}

/** In whatever sheet or event it was told, also before the dose had ended. */
const lastVomited = ({ session }: Case): Instant =>
  Math.max(
    -Infinity,
    ...standingObservations(session)
      .filter(({ values }) => vomits(values))
      .map(({ observedAt }) => observedAt),
    ...adverseEventsOf(session)
      .filter(({ kind }) => kind === "vomiting")
      .map(({ onsetAt }) => onsetAt),
  );

const nauseaWord = (values: Values): string | number => values.nausea ?? gradeOf(values, "nausea") ?? "none";
const isSick = (values: Values, atMost: number): boolean =>
  (values.nausea !== undefined && values.nausea > atMost) || worseThanMild(gradeOf(values, "nausea"));

/** RD15. C 5.2 no. 10: asked again after the dose, with no plan or intent, and no worse than before. */
export function suicidality(one: Case): Found {
  const before = baseline(one.session, t0Of(one.session.doseFacts), "suicidality") ?? "none";
  return measured(
    one,
    "suicidality",
    (answer) => answer !== "plan-or-intent" && (answer === "none" || before !== "none"),
  );
}

/** RD6. C 5.2 no. 8: stands and walks as on arrival; holds until a symptom, a fall, a drug or drowsiness after it. */
export function walk(one: Case): Found {
  const falls = adverseEventsOf(one.session).flatMap(({ kind, onsetAt }) => (FALLS.has(kind) ? [onsetAt] : []));
  return untilUndone(
    measured(one, "gait", (gait) => gait === "as-on-arrival"),
    Math.max(lastAdverse(one, unwell), ...falls),
  );
}

/** Older than the schedule allows, unless a look-in since said that all is well. */
const isOld =
  ({ session, protocol, now }: Case) =>
  ({ observedAt }: Observation): boolean =>
    isStale(session, protocol, Math.max(observedAt, keptAlive(session)), now);

/** What was seen before the last adverse thing has to be seen again; one that was not good stays so. */
const untilUndone = (found: Found, undoneAt: Instant): Found => {
  const seenAt = found.evidence[0]?.observedAt;
  const undone = seenAt !== undefined && undoneAt > seenAt;
  return { ...found, undoneAt, ...(undone && found.state === "met" ? { state: "stale" as const } : {}) };
};

const lastAdverse = (one: Case, isAdverse: (values: Values) => boolean): Instant =>
  Math.max(
    -Infinity,
    ...sinceAcute(one)
      .filter(({ values }) => isAdverse(values))
      .map(({ observedAt }) => observedAt),
    ...lastDrugs(one.session, one.protocol).map(({ at }) => at),
  );

const FALLS: ReadonlySet<string> = new Set(["fall", "loss-of-consciousness", "seizure-like"]);

const drowsy = ({ sedation }: Values): boolean => sedation !== undefined && sedation < FULLY_AWAKE;
const unwell = (values: Values): boolean =>
  drowsy(values) || (values.symptoms ?? []).length > 0 || values.seen === "needs-attention";
