import type { Instant } from "#shared/base/time.ts";
import { infusionOf, standing, type DoseFact } from "#shared/session/dose.ts";

export interface DoseSpan {
  readonly kind: "given" | "paused" | "planned";
  readonly from: Instant;
  readonly to: Instant;
}

/** RB2. What the pump did, piece by piece, and what it still plans to do after now. Struck facts are not there. */
export const doseSpans = (facts: readonly DoseFact[], now: Instant): readonly DoseSpan[] => {
  const stood = standing(facts).filter(({ at }) => at <= now);
  const spans: DoseSpan[] = [];
  let kind: DoseSpan["kind"] | undefined;
  let from = 0;
  const turn = (next: DoseSpan["kind"] | undefined, at: Instant): void => {
    if (kind && at > from) spans.push({ kind, from, to: at });
    [kind, from] = [next, at];
  };
  for (const fact of stood) {
    const next = after(kind, fact, spans.length > 0 || kind !== undefined);
    if (next !== kind) turn(next, fact.at);
  }
  turn(undefined, now);
  const infusion = infusionOf(stood);
  const end = infusion.phase === "running" || infusion.phase === "paused" ? infusion.plannedEnd(now) : now;
  return end > now ? [...spans, { kind: "planned", from: now, to: end }] : spans;
};

/** The pump after a fact: it needs to have been started before anything else counts. */
const after = (
  before: DoseSpan["kind"] | undefined,
  { kind }: DoseFact,
  started: boolean,
): DoseSpan["kind"] | undefined => {
  switch (kind) {
    case "start":
      return started ? before : "given";
    case "pause":
      return before === "given" ? "paused" : before;
    case "resume":
      return started ? "given" : before;
    case "rate":
      return before;
    case "end":
      return undefined;
  }
};
