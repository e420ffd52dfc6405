import { MINUTE, type Instant } from "#shared/base/time.ts";
import { doseOf, standing, type DoseFact } from "#shared/session/dose.ts";

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
  for (const fact of stood.filter(isPump)) {
    const next = after(kind, fact, spans.length > 0 || kind !== undefined);
    if (next !== kind) turn(next, fact.at);
  }
  const runs = kind !== undefined;
  turn(undefined, now);
  const dose = doseOf(stood);
  const end = runs && (dose.phase === "running" || dose.phase === "paused") ? dose.plannedEnd(now) : now;
  return end > now ? [...spans, { kind: "planned", from: now, to: end }] : spans;
};

export interface DoseTick {
  readonly kind: "injection" | "device";
  readonly at: Instant;
  readonly planned: boolean;
}

/** RB10. One tick for each injection and device, and hollow ones for the devices that the order still asks for. */
export const doseTicks = (facts: readonly DoseFact[], now: Instant): readonly DoseTick[] => {
  const given = standing(facts).flatMap((fact): readonly DoseTick[] =>
    (fact.kind === "injection" || fact.kind === "device") && fact.at <= now
      ? [{ kind: fact.kind, at: fact.at, planned: false }]
      : [],
  );
  return [...given, ...nextDevices(facts).filter(({ at }) => at > now)];
};

const nextDevices = (facts: readonly DoseFact[]): readonly DoseTick[] => {
  const dose = doseOf(facts);
  const last = standing(facts).findLast((fact) => fact.kind === "device");
  if (dose.phase !== "running" || !last) return [];
  return Array.from({ length: Math.max(0, last.of - dose.count) }, (_, n) => ({
    kind: "device",
    at: last.at + (n + 1) * last.gapMin * MINUTE,
    planned: true,
  }));
};

type PumpFact = Extract<DoseFact, { kind: "start" | "pause" | "resume" | "rate" | "end" }>;

const isPump = (fact: DoseFact): fact is PumpFact =>
  fact.kind !== "injection" && fact.kind !== "device" && fact.kind !== "devices-stopped";

/** The pump after a fact: it needs to have been started before anything else counts. */
const after = (
  before: DoseSpan["kind"] | undefined,
  { kind }: PumpFact,
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
