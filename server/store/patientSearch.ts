import type { Patient } from "./register.ts";

/** PT2. How a patient is found again: one rule for every register, whatever it searches with. */
interface SearchWord {
  /** To begin a name with; empty when the word holds no letter or digit. */
  readonly name: string;
  /** To equal an identifier or a birth date with. */
  readonly whole: string;
}

interface Searchable {
  /** Every word of both names, each with a space before it. */
  readonly names: string;
  readonly identifier: string | null;
  /** What lists are sorted by. */
  readonly familyFirst: string;
}

export const MOST_FOUND = 20;
const MOST_WORDS = 8;

export const searchWords = (query: string): readonly SearchWord[] =>
  query
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS)
    .map((word) => ({ name: folded(word), whole: word.toLowerCase() }));

export const searchable = ({ id, givenName, familyName, identifier, birthDate }: Patient): Searchable => ({
  names: ` ${folded(`${givenName} ${familyName}`)}`,
  identifier: identifier?.trim().toLowerCase() ?? null,
  familyFirst: [folded(familyName), folded(givenName), birthDate, id].join("\n"),
});

export const matches = (patient: Patient, words: readonly SearchWord[]): boolean => {
  const { names, identifier } = searchable(patient);
  return words.every(
    ({ name, whole }) =>
      (name !== "" && names.includes(` ${name}`)) || whole === identifier || whole === patient.birthDate,
  );
};

/** García, GARCIA and garcia are one name; O'Brien is obrien; Smith-Jones is two words. */
const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ");
