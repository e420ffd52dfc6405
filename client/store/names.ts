import { MONTHS } from "#shared/base/time.ts";
import type { Named } from "./directory.ts";

/** "Ana Silva"; where only initials may be seen, those. Undefined while the name has not come. */
export const fullName = (named: Named | undefined): string | undefined =>
  named && ("givenName" in named ? `${named.givenName} ${named.familyName}` : named.initials);

/** "A. S.", as the server writes it for those who may see nothing else: a wall shows no more, whoever opened it. */
export const initialsOf = (named: Named | undefined): string | undefined =>
  named && ("givenName" in named ? `${letterOf(named.givenName)} ${letterOf(named.familyName)}` : named.initials);

const letterOf = (name: string): string => `${[...name][0] ?? ""}.`;

/** How the patient is spoken of to their face. */
export const givenName = (named: Named | undefined): string | undefined =>
  named && "givenName" in named ? named.givenName : undefined;

/** "2 Mar 1984", the second identifier as people say it. */
export const birthDay = (named: Named | undefined): string | undefined => {
  if (!named || !("birthDate" in named)) return undefined;
  const [year = "", month = "", day = ""] = named.birthDate.split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
};
