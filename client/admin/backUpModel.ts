import { PersonId } from "#shared/base/ids.ts";
import { rolesOf, type Clinic } from "#shared/clinic/clinic.ts";

export interface BackUp {
  readonly person: PersonId;
  readonly backUp: PersonId | "nobody" | undefined;
  readonly choices: readonly PersonId[];
}

/** CV6. Everybody who looks after patients, and who of the others could back them up. */
export const backUpsOf = (clinic: Clinic): readonly BackUp[] => {
  const people = Object.keys(clinic.members)
    .map((id) => PersonId.parse(id))
    .filter((id) => rolesOf(clinic, id).some((role) => role === "nurse" || role === "clinician"));
  return people.map((person) => ({
    person,
    backUp: clinic.backUps[person],
    choices: people.filter((other) => other !== person),
  }));
};
