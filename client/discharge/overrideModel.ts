import type { Reason } from "#client/ui/ReasonField.tsx";
import { roleFor } from "#shared/access/permission.ts";
import type { StaffRole } from "#shared/access/role.ts";
import type { Instant } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { CommandOf } from "#shared/clinic/commands.ts";
import { isPassed, type Check } from "#shared/recovery/criteria.ts";
import { isNeverOverridden, MAY_OVERRIDE } from "#shared/recovery/overrides.ts";
import { caseOf } from "#shared/recovery/readiness.ts";
import { doseOf } from "#shared/session/dose.ts";
import type { WayOut } from "./dischargeModel.ts";
import { overrideWords } from "./overrideWords.ts";

/** Who could let a check pass: the person at this screen, somebody else, nobody; nothing where it does not arise. */
export type Passing = "yours" | "another" | "nobody" | undefined;

/** DC12. By the same table and the same role as the server's. While the dose goes on there is nothing to let pass. */
export const passingOf = (
  clinic: Pick<Clinic, "alarms">,
  { session, protocol }: Pick<WayOut, "session" | "protocol">,
  now: Instant,
  check: Check,
  roles: readonly StaffRole[],
): Passing => {
  if (isPassed(check) || doseOf(session.doseFacts).phase !== "ended") return undefined;
  if (isNeverOverridden(caseOf(clinic, session, protocol, now), check.id)) return "nobody";
  const role = roleFor(roles, "override-check");
  return role !== undefined && MAY_OVERRIDE[check.id].includes(role) ? "yours" : "another";
};

type Wish = CommandOf<"override-check">;
export interface OverrideDraft {
  readonly reason?: Reason<Wish["reason"]["code"]>;
  readonly safeguard?: Reason<Wish["safeguard"]["code"]>;
}

/** DC12. Both are asked for: why it can pass, and what stands in its place. */
export const overrideProblem = ({ reason, safeguard }: OverrideDraft): string | undefined => {
  if (!reason) return overrideWords.reasonMissing;
  return safeguard ? undefined : overrideWords.safeguardMissing;
};
