import * as z from "zod";
import { DoseFactId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import { MINUTE } from "#shared/base/time.ts";
import { reasonOf } from "#shared/base/text.ts";
import { By } from "#shared/access/role.ts";

/** Why a start was unusual. A fact is never refused for it: it is recorded and flagged. */
export const DoseFlag = z.enum([
  "no-order",
  "gate-incomplete",
  "no-sober-reminder",
  "held-pressure",
  "above-do-not-start",
  "no-baseline",
  "dose-above-order",
  "already-started",
  "not-started",
  "already-ended",
  "after-leaving",
]);
export type DoseFlag = z.infer<typeof DoseFlag>;

export const PauseReason = reasonOf(["distress", "high-pressure", "nausea", "line-problem", "other"]);
export const EndReason = reasonOf(["complete", "patient-asked", "high-pressure", "distress", "other"]);
export const DoseCorrectionReason = reasonOf(["typing-slip", "wrong-time", "wrong-chair", "not-done", "other"]);

const fact = {
  id: DoseFactId,
  at: z.int(),
  recordedAt: z.int(),
  by: By,
  flags: z.array(DoseFlag),
  /** A corrected time keeps the first one; a struck fact counts for nothing and stays visible. */
  struck: z.boolean(),
  corrections: z.array(
    z.object({
      from: z.int(),
      recordedAt: z.int(),
      by: By,
      reason: DoseCorrectionReason,
    }),
  ),
};

/** One thing that the pump did. `mg` in milligrams, `rateMlPerH` in mL/h, `plannedMin` the whole running time planned. */
export const DoseFact = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("start"),
    ...fact,
    mg: z.number(),
    plannedMin: z.number(),
    rateMlPerH: z.number().optional(),
  }),
  z.object({ kind: z.literal("pause"), ...fact, reason: PauseReason }),
  z.object({ kind: z.literal("resume"), ...fact }),
  z.object({ kind: z.literal("rate"), ...fact, rateMlPerH: z.number(), remainingMin: z.number() }),
  z.object({ kind: z.literal("end"), ...fact, givenMg: z.number(), reason: EndReason }),
]);
export type DoseFact = z.infer<typeof DoseFact>;

/** Where the infusion stands, folded from its facts each time: a corrected start moves everything that hangs on it. */
export type Infusion =
  | { readonly phase: "not-started" }
  | {
      readonly phase: "running" | "paused";
      readonly t0: Instant;
      readonly mg: number;
      /** When the pump will be empty if nothing more happens; while paused it moves with the clock. */
      readonly plannedEnd: (now: Instant) => Instant;
      readonly pausedSince?: Instant;
    }
  | {
      readonly phase: "ended";
      readonly t0: Instant;
      readonly endedAt: Instant;
      readonly mg: number;
      readonly givenMg: number;
    };

/** IV1. T0 is the first start that stands; the real end is the last end that stands and that no resume and no other start follows. */
export const infusionOf = (facts: readonly DoseFact[]): Infusion => {
  let state: Infusion = { phase: "not-started" };
  for (const fact of standing(facts)) state = step(state, fact);
  return state;
};

export const standing = (facts: readonly DoseFact[]): readonly DoseFact[] =>
  facts.filter(({ struck }) => !struck).toSorted((a, b) => a.at - b.at || a.recordedAt - b.recordedAt);

const step = (state: Infusion, fact: DoseFact): Infusion => {
  if (fact.kind === "start") return started(state, fact);
  if (state.phase === "not-started") return state;
  switch (fact.kind) {
    case "pause":
      return state.phase === "running"
        ? paused(state.t0, state.mg, fact.at, Math.max(0, state.plannedEnd(fact.at) - fact.at))
        : state;
    case "resume":
      if (state.phase === "ended") return running(state.t0, state.mg, fact.at);
      return state.phase === "paused" ? running(state.t0, state.mg, state.plannedEnd(fact.at)) : state;
    case "rate":
      if (state.phase === "paused")
        return paused(state.t0, state.mg, state.pausedSince ?? fact.at, fact.remainingMin * MINUTE);
      return state.phase === "running" ? running(state.t0, state.mg, fact.at + fact.remainingMin * MINUTE) : state;
    case "end":
      return { phase: "ended", t0: state.t0, endedAt: fact.at, mg: state.mg, givenMg: fact.givenMg };
  }
};

/** A start while the pump runs was written twice; one after its end is more of the drug, and the dose has not ended. */
const started = (state: Infusion, { at, mg, plannedMin }: Extract<DoseFact, { kind: "start" }>): Infusion => {
  const plannedEnd = at + plannedMin * MINUTE;
  if (state.phase === "not-started") return running(at, mg, plannedEnd);
  return state.phase === "ended" ? running(state.t0, state.mg + mg, plannedEnd) : state;
};

const running = (t0: Instant, mg: number, end: Instant): Infusion => ({
  phase: "running",
  t0,
  mg,
  plannedEnd: () => end,
});

const paused = (t0: Instant, mg: number, since: Instant, leftMs: number): Infusion => ({
  phase: "paused",
  t0,
  mg,
  pausedSince: since,
  plannedEnd: (now) => Math.max(now, since) + leftMs,
});
