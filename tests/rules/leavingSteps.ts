import type { Instant } from "#shared/base/time.ts";
import type { Role } from "#shared/access/role.ts";
import type { CheckId, Route } from "#shared/protocol/protocol.ts";
import { COMMON_EXIT } from "#shared/protocol/common.ts";
import type { AdverseEventKind, Drug, InterventionKind } from "#shared/session/care.ts";
import type { Values } from "#shared/vitals/observation.ts";
import { given, GOOD, type Answer, type Scenario } from "./scenario.ts";

type Options = NonNullable<Parameters<typeof given>[0]>;

/** What people do on the way out, besides the steps of `scenario.ts`. */

type Given = { readonly at?: Instant; readonly id?: string; readonly class?: Drug["class"] };

export const drug = (
  clinic: Scenario,
  name: Drug["name"],
  route: Drug["route"],
  { at = clinic.now(), id = "drug-0001", class: of = "none-of-these" }: Given = {},
) =>
  clinic.submit("nurse", {
    type: "record-intervention",
    interventionId: id,
    told: {
      kind: "drug",
      at,
      drug: { name, class: of, amount: 1, unit: "mg", route, orderedBy: "clinician-0001" },
    },
  });

export const done = (clinic: Scenario, kind: InterventionKind, at = clinic.now(), id = `${kind}-0001`) =>
  clinic.submit("nurse", { type: "record-intervention", interventionId: id, told: { kind, at } });

export const struck = (clinic: Scenario, interventionId: string) =>
  clinic.submit("nurse", { type: "strike-intervention", interventionId, reason: { code: "not-done" } });

export const happened = (clinic: Scenario, kind: AdverseEventKind, onsetAt = clinic.now(), id = "adverse-0001") =>
  clinic.submit("nurse", {
    type: "record-adverse-event",
    adverseEventId: id,
    told: {
      kind,
      onsetAt,
      severity: "mild",
      serious: [],
      relatedness: "unknown",
      interventions: [],
      outcome: "resolved",
      notified: [],
    },
  });

/** The end of the infusion was at another time. */
export const endedAt = (clinic: Scenario, at: Instant) =>
  clinic.submit("nurse", {
    type: "correct-dose-fact",
    factId: "end-0001",
    at,
    struck: false,
    reason: { code: "wrong-time" },
  });

/** The observation of that moment was typed wrong: a full set that is good but for these values. */
export const corrected = (clinic: Scenario, observedAt: Instant, id: string, values: Values) =>
  clinic.submit("nurse", {
    type: "correct-observation",
    observationId: id,
    replaces:
      clinic
        .session()
        .observations.find((one) => one.observedAt === observedAt && one.status === "current" && one.sheet === "full")
        ?.id ?? "",
    entered: { sheet: "full", observedAt, values: { ...GOOD, ...values } },
    reason: { code: "typing-slip" },
  });

export const letPass = (
  clinic: Scenario,
  check: CheckId,
  role: Role = "clinician",
  seenSeq = clinic.clinic().seq,
): Answer =>
  clinic.answer(role, {
    type: "override-check",
    seenSeq,
    check,
    reason: { code: "assessed-at-chair" },
    safeguard: { code: "stays-with-adult" },
  });

export const countersign = (clinic: Scenario, seenSeq = clinic.clinic().seq): Answer =>
  clinic.answer("clinician", { type: "countersign-fit-to-leave", seenSeq });

export const verbal = (clinic: Scenario, prescriber = "clinician-0001", seenSeq = clinic.clinic().seq): Answer =>
  clinic.answer("nurse", { type: "record-verbal-countersign", seenSeq, prescriber });

/** When the stay of each shipped protocol is over in these scenarios: 30 after 40, 90 after the injection, 120 after the first device. */
export const STAY_OVER: Readonly<Record<Route, number>> = { iv: 70, im: 90, nasal: 120 };

/** Two good sets and the exit checks, by any route, at the minute at which its stay is over. */
export const recoveredBy = (route: Route, options: Options = {}): Scenario => {
  const over = STAY_OVER[route];
  const clinic = given({ ...options, route });
  if (route === "iv") clinic.ended();
  else clinic.given();
  clinic.at(over - 15).set();
  clinic.at(over).set();
  clinic.exit();
  return clinic;
};

/** A shipped exit that requires these checks besides its own, or without some. */
export const exitWith = (...more: readonly CheckId[]) => ({
  exit: { ...COMMON_EXIT, required: [...COMMON_EXIT.required, ...more] },
});
export const exitOf = (...required: readonly CheckId[]) => ({ exit: { ...COMMON_EXIT, required: [...required] } });
