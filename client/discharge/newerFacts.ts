import { evidenceLines } from "#client/ui/evidence.ts";
import { clockTime } from "#shared/base/time.ts";
import type { Rejection } from "#shared/clinic/rejection.ts";
import type { Session } from "#shared/session/session.ts";
import type { Observation } from "#shared/vitals/observation.ts";
import { words } from "./words.ts";

/** DC6. Somebody recorded something while the signer was reading: say what, so that they look at that and not at everything. */
export const newerWords = (refusal: Rejection | undefined, session: Session): string | undefined => {
  if (refusal?.reason !== "newer-facts") return undefined;
  const newest = session.observations.toSorted((a, b) => b.seq - a.seq)[0];
  const dose = session.doseFacts.some(({ recordedAt }) => newest !== undefined && recordedAt > newest.recordedAt);
  if (dose) return words.leave.newer(words.leave.doseChanged);
  return words.leave.newer(newest ? observationWords(newest, session.zone) : words.leave.newerPlain);
};

const observationWords = ({ id, observedAt, by, values }: Observation, zone: string): string => {
  const evidence = Object.entries(values).flatMap(([measure, value]) =>
    typeof value === "string" || typeof value === "number"
      ? [{ observationId: id, measure, value, observedAt, by }]
      : [],
  );
  const [line] = evidenceLines(evidence);
  return line ? `${line.text} (${clockTime(observedAt, zone)})` : words.leave.newerPlain;
};
