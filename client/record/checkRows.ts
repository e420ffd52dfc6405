import type { CheckState, CriterionId, Evidence, JudgedCriterion } from "#shared/session/session.ts";
import type { CheckId } from "#shared/protocol/protocol.ts";
import type { Instant } from "#shared/base/time.ts";

/** A line of the table: an exit group, or one of the checks behind it. */
export type CheckLine =
  | {
      readonly is: "group";
      readonly id: CriterionId;
      readonly state: CheckState;
      readonly evidence: readonly Evidence[];
    }
  | {
      readonly is: "check";
      readonly id: CheckId;
      readonly state: CheckState;
      readonly evidence: readonly Evidence[];
      readonly overridden: { readonly by: string; readonly at: Instant } | undefined;
    };

/** RC3. Each group with its checks under it; a group of an old record has no checks and carries its evidence itself. */
export const checkLines = (criteria: readonly JudgedCriterion[]): readonly CheckLine[] =>
  criteria.flatMap(({ id, state, evidence, checks }): CheckLine[] =>
    checks
      ? [
          { is: "group", id, state, evidence: [] },
          ...checks.map((check) => ({
            is: "check" as const,
            id: check.id,
            state: check.state,
            evidence: check.evidence,
            overridden: check.overridden,
          })),
        ]
      : [{ is: "group", id, state, evidence }],
  );
