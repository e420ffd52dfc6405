import * as z from "zod";
import { DoseFactId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import { MINUTE } from "#shared/base/time.ts";
import { onceFor } from "#shared/base/memo.ts";
import { reasonOf } from "#shared/base/text.ts";
import { By } from "#shared/access/role.ts";

/** Why a dose fact was unusual. A fact is never refused for it: it is recorded and flagged. */
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
  "no-clearance",
  "no-prescriber-on-site",
  "not-pre-authorised",
  "outside-authorised-time",
  "too-soon-after-device",
  "more-devices-than-ordered",
  "other-route",
]);
export type DoseFlag = z.infer<typeof DoseFlag>;

export const PauseReason = reasonOf(["distress", "high-pressure", "nausea", "line-problem", "other"]);
export const EndReason = reasonOf(["complete", "patient-asked", "high-pressure", "distress", "other"]);
export const DoseCorrectionReason = reasonOf(["typing-slip", "wrong-time", "wrong-chair", "not-done", "other"]);
export const InjectionSite = z.enum(["left-deltoid", "right-deltoid", "left-thigh", "right-thigh", "gluteal", "other"]);

/** What stands on the package: for the record of a controlled drug. */
export const Package = z.strictObject({
  /** As printed: letters, digits and dashes, never words. */
  lot: z
    .string()
    .regex(/^[A-Za-z0-9/-]{1,20}$/)
    .optional(),
  expires: z
    .string()
    .regex(/^\d{4}-\d{2}(-\d{2})?$/)
    .optional(),
});
export type Package = z.infer<typeof Package>;

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

/**
 * One thing that was given, or that the pump did. `mg` in milligrams, `rateMlPerH` in mL/h, `plannedMin` the whole
 * running time planned; `of` how many devices the order asks for, `gapMin` the rest after each.
 */
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
  z.object({
    kind: z.literal("injection"),
    ...fact,
    mg: z.number(),
    site: InjectionSite.optional(),
    package: Package.optional(),
  }),
  z.object({
    kind: z.literal("device"),
    ...fact,
    mg: z.number(),
    of: z.int(),
    gapMin: z.number(),
    package: Package.optional(),
  }),
  z.object({ kind: z.literal("devices-stopped"), ...fact, reason: EndReason }),
]);
export type DoseFact = z.infer<typeof DoseFact>;

/** Where the dose stands, folded from its facts each time: a corrected start moves everything that hangs on it. */
export type Dose =
  | { readonly phase: "not-started" }
  | {
      readonly phase: "running" | "paused";
      readonly t0: Instant;
      readonly mg: number;
      /** When it will be over if nothing more happens; while paused it moves with the clock. */
      readonly plannedEnd: (now: Instant) => Instant;
      readonly pausedSince?: Instant;
      /** The last injection or device, and how many there were. */
      readonly last?: Instant;
      readonly count: number;
      readonly given?: Given;
    }
  | {
      readonly phase: "ended";
      readonly t0: Instant;
      readonly endedAt: Instant;
      readonly mg: number;
      readonly givenMg: number;
      readonly count: number;
      readonly given?: Given;
    };

/** RD2, IV5. What was given by which way, whatever the session was checked in for: the longest stay of them counts. */
export interface Given {
  readonly firstDevice?: Instant;
  readonly lastDevice?: Instant;
  readonly lastInjection?: Instant;
}
type Going = Extract<Dose, { phase: "running" | "paused" }>;

/**
 * IV1, IM1, NS1. T0 is the first start, injection or device that stands. The end is the last end of the pump that no
 * resume and no other start follows, the last injection, or the last device that the order asks for.
 */
export const doseOf = onceFor((facts: readonly DoseFact[]): Dose => {
  const standingFacts = standing(facts);
  const dose = standingFacts.reduce<Dose>(step, { phase: "not-started" });
  const given = givenBy(standingFacts);
  return dose.phase === "not-started" || Object.keys(given).length === 0 ? dose : { ...dose, given };
});

const givenBy = (facts: readonly DoseFact[]): Given => {
  const times = (kind: DoseFact["kind"]) => facts.flatMap((fact) => (fact.kind === kind ? [fact.at] : []));
  const [devices, injections] = [times("device"), times("injection")];
  const [firstDevice, lastDevice, lastInjection] = [devices[0], devices.at(-1), injections.at(-1)];
  return {
    ...(firstDevice === undefined || lastDevice === undefined ? {} : { firstDevice, lastDevice }),
    ...(lastInjection === undefined ? {} : { lastInjection }),
  };
};

export const standing = (facts: readonly DoseFact[]): readonly DoseFact[] =>
  facts.filter(({ struck }) => !struck).toSorted((a, b) => a.at - b.at || a.recordedAt - b.recordedAt);

/** T0, or nothing while no dose was given. */
export const t0Of = (facts: readonly DoseFact[]): Instant | undefined => {
  const dose = doseOf(facts);
  return dose.phase === "not-started" ? undefined : dose.t0;
};

const step = (state: Dose, fact: DoseFact): Dose => {
  switch (fact.kind) {
    case "start":
      return started(state, fact);
    case "injection":
      return injected(state, fact);
    case "device":
      return sprayed(state, fact);
    default:
      return state.phase === "not-started" ? state : onGoing(state, fact);
  }
};

type Later = Extract<DoseFact, { kind: "pause" | "resume" | "rate" | "end" | "devices-stopped" }>;

const onGoing = (state: Exclude<Dose, { phase: "not-started" }>, fact: Later): Dose => {
  switch (fact.kind) {
    case "pause":
      return state.phase === "running"
        ? paused(state, fact.at, Math.max(0, state.plannedEnd(fact.at) - fact.at))
        : state;
    case "resume":
      if (state.phase === "ended") return running(state, fact.at);
      return state.phase === "paused" ? running(state, state.plannedEnd(fact.at)) : state;
    case "rate":
      if (state.phase === "paused") return paused(state, state.pausedSince ?? fact.at, fact.remainingMin * MINUTE);
      return state.phase === "running" ? running(state, fact.at + fact.remainingMin * MINUTE) : state;
    case "end":
      return ended(state, fact.at, fact.givenMg);
    case "devices-stopped":
      return state.phase === "ended" || state.last === undefined ? state : ended(state, state.last, state.mg);
  }
};

/** A start while the pump runs was written twice; one after its end is more of the drug, and the dose has not ended. */
const started = (state: Dose, { at, mg, plannedMin }: Extract<DoseFact, { kind: "start" }>): Dose => {
  const plannedEnd = at + plannedMin * MINUTE;
  if (state.phase === "not-started") return running({ t0: at, mg, count: 1 }, plannedEnd);
  return isPump(state) ? state : running({ t0: state.t0, mg: state.mg + mg, count: state.count + 1 }, plannedEnd);
};

/** IM1. An injection is given in a moment: the dose ends with the last one, and a further one moves that end. */
const injected = (state: Dose, { at, mg }: Extract<DoseFact, { kind: "injection" }>): Dose => {
  const next = more(state, at, mg);
  if (state.phase === "running" || state.phase === "paused") return { ...state, ...next }; // what runs has not stopped
  return ended(next, at, state.phase === "ended" ? state.givenMg + mg : mg);
};

/** NS1. Not over before the last device that the order asks for, or before somebody said that there will be no more. */
const sprayed = (state: Dose, { at, mg, of, gapMin }: Extract<DoseFact, { kind: "device" }>): Dose => {
  const next = more(state, at, mg);
  if (isPump(state)) return { ...state, ...next };
  return next.count >= of || state.phase === "ended"
    ? ended(next, at, state.phase === "ended" ? state.givenMg + mg : next.mg)
    : running({ ...next, last: at }, at + (of - next.count) * gapMin * MINUTE);
};

const more = (state: Dose, at: Instant, mg: number) =>
  state.phase === "not-started"
    ? { t0: at, mg, count: 1 }
    : { t0: state.t0, mg: state.mg + mg, count: state.count + 1 };

const isPump = (state: Dose): state is Going =>
  (state.phase === "running" || state.phase === "paused") && state.last === undefined;

type Kept = Pick<Going, "t0" | "mg" | "count" | "last">;

const kept = ({ t0, mg, count, last }: Kept): Kept => ({ t0, mg, count, ...(last === undefined ? {} : { last }) });

const running = (state: Kept, end: Instant): Dose => ({ phase: "running", ...kept(state), plannedEnd: () => end });

const paused = (state: Kept, since: Instant, leftMs: number): Dose => ({
  phase: "paused",
  ...kept(state),
  pausedSince: since,
  plannedEnd: (now) => Math.max(now, since) + leftMs,
});

const ended = ({ t0, mg, count }: Kept, endedAt: Instant, given: number): Dose => ({
  phase: "ended",
  t0,
  endedAt,
  mg,
  givenMg: given,
  count,
});
