import type { PersonId } from "#shared/base/ids.ts";
import { rolesOf, type Clinic } from "#shared/clinic/clinic.ts";

/** Whose word counts: the same roles as the server asks for. */
export const prescribersOf = (clinic: Clinic): readonly PersonId[] =>
  (Object.keys(clinic.members) as PersonId[]).filter((person) =>
    rolesOf(clinic, person).some((role) => role === "clinician" || role === "director"),
  );
