import type { Directory } from "#client/store/directory.ts";
import type { StaffRole } from "#shared/access/role.ts";
import type { PersonId } from "#shared/base/ids.ts";
import { clockTime, type Instant } from "#shared/base/time.ts";
import { rolesOf, type Clinic } from "#shared/clinic/clinic.ts";

/** Who did it, as staff call each other; the server itself goes by the product's name. */
export const staffName = (directory: Directory, by: string): string =>
  by === "system" ? "Chairside" : (directory.staff(by) ?? "…");

export const byAt = (
  directory: Directory,
  { by, at }: { readonly by: string; readonly at: Instant },
  zone: string,
): readonly [string, string] => [staffName(directory, by), clockTime(at, zone)];

/** Whose word counts for an order. */
export const prescribersOf = (clinic: Clinic): readonly PersonId[] => withRole(clinic, ["clinician", "director"]);

/** Who looks after patients. */
export const careOf = (clinic: Clinic): readonly PersonId[] => withRole(clinic, ["nurse", "clinician", "director"]);

const withRole = (clinic: Clinic, wanted: readonly StaffRole[]): readonly PersonId[] =>
  (Object.keys(clinic.members) as PersonId[]).filter((person) =>
    rolesOf(clinic, person).some((role) => wanted.includes(role)),
  );
