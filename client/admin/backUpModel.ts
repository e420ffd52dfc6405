import type { PersonId } from "#shared/base/ids.ts";
import { membersWho, sitsAtChairs, type Clinic } from "#shared/clinic/clinic.ts";

export interface BackUp {
  readonly person: PersonId;
  readonly backUp: PersonId | "nobody" | undefined;
  readonly choices: readonly PersonId[];
}

/** AD7, CV6. Everybody who looks after patients, nobody or not set, and who of the others could back them up. */
export const backUpsOf = (clinic: Clinic): readonly BackUp[] => {
  const people = membersWho(clinic, sitsAtChairs);
  return people.map((person) => ({
    person,
    backUp: clinic.backUps[person],
    choices: people.filter((other) => other !== person),
  }));
};
