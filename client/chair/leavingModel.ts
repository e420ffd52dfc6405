import { isPassed, type Check, type Criterion } from "#shared/recovery/criteria.ts";

/**
 * CH20. What stands in the way, and what somebody let pass: neither hides behind a group that is met. Where every check
 * says what the group says, the group says it once.
 */
export const shownChecks = ({
  checks,
  state,
  whose,
}: Pick<Criterion, "checks" | "state" | "whose">): readonly Check[] => {
  const shown = checks.filter((check) => !isPassed(check) || check.overridden !== undefined);
  const same = shown.length === checks.length && shown.every((one) => isAs(one, state, whose));
  return same ? [] : shown;
};

const isAs = (check: Check, state: Criterion["state"], whose: Criterion["whose"]): boolean =>
  check.overridden === undefined && check.state === state && check.whose === whose;
