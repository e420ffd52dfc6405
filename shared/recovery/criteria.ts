import type { Instant } from "#shared/base/time.ts";
import type { CheckId } from "#shared/protocol/protocol.ts";
import type { CheckState, CriterionId, Evidence, Session } from "#shared/session/session.ts";
import { CHECKS } from "./checks.ts";
import type { Case } from "./found.ts";
import { overrideOf } from "./overrides.ts";

type Whose = "nurse" | "clinician" | "desk" | "clock";

/** One check as it stands, and who let it pass if somebody did. */
export interface Check {
  readonly id: CheckId;
  readonly state: CheckState;
  readonly evidence: readonly Evidence[];
  readonly whose: Whose;
  readonly earliest?: Instant;
  readonly overridden?: Session["overrides"][number];
}

/** An exit group: the worst of its checks that the protocol requires. */
export interface Criterion {
  readonly id: CriterionId;
  readonly state: CheckState;
  readonly evidence: readonly Evidence[];
  /** Whose move it is when it is not met. */
  readonly whose: Whose;
  /** The earliest moment at which the rule alone could let it be met; missing where only a person can. */
  readonly earliest?: Instant;
  readonly checks: readonly Check[];
}

/** RD1, RD11. The groups in the order in which people work through them; one that does not arise is left out. */
export const criteriaOf = (one: Case): readonly Criterion[] => {
  const checks = checksOf(one);
  return GROUPS.flatMap((id) => {
    const own = checks.filter((check) => GROUP_OF.get(check.id) === id);
    return own.length === 0 ? [] : [together(id, own)];
  });
};

/** Every check that the protocol requires and that arises, overrides counted in. */
export const checksOf = (one: Case): readonly Check[] =>
  CHECKS.flatMap(({ id, whose, find }): Check[] => {
    const found = ALWAYS.includes(id) || one.protocol.exit.required.includes(id) ? find(one) : undefined;
    if (!found) return [];
    const overridden = overrideOf(one, id, found);
    const { undoneAt: _, ...seen } = found;
    return [{ id, whose, ...seen, ...(overridden ? { overridden } : {}) }];
  });

/** RD11. What stands in the way whatever a protocol requires. */
const ALWAYS: readonly CheckId[] = ["time", "awake", "escort", "calls"];

export const isPassed = ({ state, overridden }: Pick<Check, "state" | "overridden">): boolean =>
  state === "met" || overridden !== undefined;

const GROUPS: readonly CriterionId[] = ["time", "pressure-oxygen", "awake", "effects", "walk", "ride", "calls"];
const GROUP_OF: ReadonlyMap<CheckId, CriterionId> = new Map(CHECKS.map(({ id, group }) => [id, group]));
/** Worst first: what is bad is said before what nobody knows, and that before what has grown old. */
const WORST: readonly CheckState[] = ["not-met", "unknown", "stale"];

const together = (id: CriterionId, checks: readonly Check[]): Criterion => {
  const open = checks.filter((check) => !isPassed(check));
  const state = WORST.find((bad) => open.some((check) => check.state === bad)) ?? "met";
  const first = open.find((check) => check.state === state) ?? checks[0];
  const times = open.flatMap(({ earliest }) => (earliest === undefined ? [] : [earliest]));
  return {
    id,
    state,
    evidence: unique(checks.flatMap(({ evidence }) => evidence)),
    whose: first?.whose ?? "nurse",
    ...(times.length === 0 ? {} : { earliest: Math.max(...times) }),
    checks,
  };
};

/** One number that two checks rest on is shown once. */
const unique = (evidence: readonly Evidence[]): readonly Evidence[] =>
  evidence.filter(
    (one, index) =>
      evidence.findIndex(
        ({ observationId, measure, value, observedAt }) =>
          observationId === one.observationId &&
          measure === one.measure &&
          value === one.value &&
          observedAt === one.observedAt,
      ) === index,
  );
