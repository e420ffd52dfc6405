import { MINUTE } from "#shared/base/time.ts";
import { withPressure } from "#shared/session/current.ts";
import { isOnOxygen, lastOnOxygen } from "#shared/session/oxygen.ts";
import type { Observation } from "#shared/vitals/observation.ts";
import { current, evidenceOf, keptAlive, latest, sinceAcute, UNKNOWN, type Case, type Found } from "./found.ts";
import { goodHeartRate, goodOxygen, goodPressure } from "./good.ts";
import { orthostaticAskedSince, standsWell } from "./orthostatic.ts";

const VITALS = ["sbp", "dbp", "hr", "spo2"] as const;

/** RD3. C 5.2 no. 2: good sets in a row since the acute end, far enough apart, the last one not older than READY lasts. */
export function sets(one: Case): Found {
  const { session, protocol, now } = one;
  const { gapMin, sets: wanted, readyLastsMin } = protocol.exit;
  const taken = sinceAcute(one).filter(
    (set) => withPressure(set) || set.values.spo2 !== undefined || set.values.hr !== undefined,
  );
  const [newest] = taken;
  if (!newest) return UNKNOWN;
  const judged = taken.map((set) => ({ set, is: goodness(one, set) }));
  const badAt = judged.findIndex(({ is }) => is === "bad");
  // A good part of a set neither makes a good set nor breaks the run; a bad one breaks it.
  const run = judged.slice(0, badAt === -1 ? undefined : badAt).flatMap(({ set, is }) => (is === "good" ? [set] : []));
  const [last] = run;
  const first = run.at(-1);
  const evidence = evidenceOf(newest, VITALS);
  if (!last || !first) return { state: badAt === -1 ? "unknown" : "not-met", evidence };
  if (run.length < wanted || last.observedAt - first.observedAt < gapMin * MINUTE)
    return { state: "not-met", evidence, earliest: first.observedAt + gapMin * MINUTE };
  const until = Math.max(last.observedAt, keptAlive(session)) + readyLastsMin * MINUTE;
  return {
    state: now <= until ? "met" : "stale",
    evidence: [...evidence, ...evidenceOf(run[1] ?? first, VITALS)],
  };
}

/** RD9. Good only when every part was measured. */
const goodness = (one: Case, { values }: Observation): "good" | "bad" | "unknown" => {
  const { hr, spo2, sbp, dbp } = values;
  const parts = [
    sbp === undefined || dbp === undefined ? undefined : goodPressure(one, { sbp, dbp }),
    hr === undefined ? undefined : goodHeartRate(one, hr),
    spo2 === undefined ? undefined : goodOxygen(one, spo2),
  ];
  if (parts.includes(false)) return "bad";
  return parts.includes(undefined) ? "unknown" : "good";
};

/** RD9. C 5.2 no. 3: the newest pressure is one to go home with. */
export function pressure(one: Case): Found {
  const newest = sinceAcute(one).find(withPressure);
  const { sbp, dbp } = newest?.values ?? {};
  if (!newest || sbp === undefined || dbp === undefined) return UNKNOWN;
  return current(one, newest, goodPressure(one, { sbp, dbp }), evidenceOf(newest, ["sbp", "dbp"]));
}

/** RD13. C 5.2 no. 4: the newest saturation is good, on air, long enough after the last oxygen. */
export function oxygen(one: Case): Found {
  const { session, protocol } = one;
  const newest = latest(one, "spo2");
  const spo2 = newest?.values.spo2;
  if (!newest || spo2 === undefined) return UNKNOWN;
  const evidence = evidenceOf(newest, ["spo2"]);
  if (!goodOxygen(one, spo2) || isOnOxygen(session, one.now)) return { state: "not-met", evidence };
  const last = lastOnOxygen(session);
  const earliest = last === undefined ? -Infinity : last + protocol.exit.airAfterOxygenMin * MINUTE;
  return newest.observedAt >= earliest
    ? current(one, newest, true, evidence)
    : { state: "not-met", evidence, earliest };
}

/** RD16. C 5.2 no. 8: standing pressure, from 65 years, after dizziness, a faint or a drug for pressure. P 7. */
export function orthostatic(one: Case): Found | undefined {
  const since = orthostaticAskedSince(one.session);
  if (since === undefined) return undefined;
  const newest = sinceAcute(one).find(({ values }) => values.standingSbp !== undefined);
  if (!newest || newest.observedAt < since) return { ...UNKNOWN, undoneAt: since };
  const stands = standsWell(one.session, one.protocol, newest);
  const evidence = evidenceOf(newest, ["standingSbp", "standingDbp"]);
  return { state: stands === undefined ? "unknown" : stands ? "met" : "not-met", evidence, undoneAt: since };
}
