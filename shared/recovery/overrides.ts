import { MINUTE } from "#shared/base/time.ts";
import type { Role } from "#shared/access/role.ts";
import type { CheckId, Protocol } from "#shared/protocol/protocol.ts";
import type { Evidence, Session } from "#shared/session/session.ts";
import { interpret } from "#shared/vitals/interpret.ts";
import { sinceAcute, type Case, type Found } from "./found.ts";
import { NEVER_GOOD } from "./good.ts";
import { oxygenLimits } from "#shared/protocol/altitude.ts";

const PRESCRIBER = ["clinician", "director"] as const;
const CARE = ["nurse", ...PRESCRIBER] as const;

/**
 * OV2. Who may let a check pass, a table that a head nurse could check. The nurse's own are the soft ones of C 5.2; an open
 * high call and a ride are nobody's: a call is closed, and leaving without a ride is an end of its own.
 */
export const MAY_OVERRIDE: Readonly<Record<CheckId, readonly Role[]>> = {
  time: PRESCRIBER,
  drugs: PRESCRIBER,
  sets: PRESCRIBER,
  pressure: PRESCRIBER,
  oxygen: PRESCRIBER,
  awake: PRESCRIBER,
  oriented: PRESCRIBER,
  dissociation: PRESCRIBER,
  distress: PRESCRIBER,
  nausea: CARE,
  suicidality: PRESCRIBER,
  walk: PRESCRIBER,
  orthostatic: PRESCRIBER,
  escort: [],
  calls: [],
};

/** OV3. Whatever a clinic has set, these are nobody's to let pass; residents of the clinic's altitude by as much lower. C 5.2 [D]. */
const NEVER_LET_PASS = { sedation: 3, spo2: NEVER_GOOD } as const;

const isTooLow = (spo2: number | undefined, protocol: Protocol, session: Session): boolean => {
  const { limits, lowerBy } = oxygenLimits(protocol, session);
  return !(spo2 !== undefined && spo2 > NEVER_LET_PASS.spo2 - lowerBy) || interpret(spo2, limits) === "critically-low";
};

/** OV3. What nobody lets pass: the two hours of esketamine, MOAA/S 3 or less, SpO2 91 or less, an open high call. C 5.2. */
export const isNeverOverridden = (one: Case, check: CheckId): boolean => {
  const { session, protocol, dose } = one;
  if (dose.phase !== "ended") return true; // there is nothing yet that could be let pass
  const seen = sinceAcute(one); // what nobody measured since then is not known, and the unknown is not let pass
  const sedation = seen.find(({ values }) => values.sedation !== undefined)?.values.sedation;
  const spo2 = seen.find(({ values }) => values.spo2 !== undefined)?.values.spo2;
  switch (check) {
    case "time":
      return !protocol.minimumStay.overridable || dose.given?.firstDevice !== undefined;
    case "awake":
      return (
        !(sedation !== undefined && sedation > NEVER_LET_PASS.sedation) ||
        interpret(sedation, protocol.limits.sedation) !== "normal"
      );
    case "oxygen":
    case "sets":
      return isTooLow(spo2, protocol, session);
    default:
      return MAY_OVERRIDE[check].length === 0;
  }
};

/**
 * OV4. An override is of the evidence that stood when it was signed: a newer value asks again. It holds no longer than
 * READY does, and nothing that can never be overridden is let pass by an older one.
 */
export const overrideOf = (one: Case, check: CheckId, found: Found): Session["overrides"][number] | undefined => {
  if (found.state === "met" || isNeverOverridden(one, check)) return undefined;
  const lasts = one.protocol.exit.readyLastsMin * MINUTE;
  return one.session.overrides.findLast(
    ({ check: of, at, evidence }) =>
      of === check &&
      one.now <= at + lasts &&
      (found.undoneAt ?? -Infinity) <= at &&
      isSameEvidence(evidence, found.evidence),
  );
};

export const isSameEvidence = (one: readonly Evidence[], other: readonly Evidence[]): boolean =>
  one.length === other.length &&
  one.every(({ observationId, measure, value, observedAt }, index) => {
    const twin = other[index];
    return (
      twin !== undefined &&
      twin.observationId === observationId &&
      twin.measure === measure &&
      twin.value === value &&
      twin.observedAt === observedAt
    );
  });
