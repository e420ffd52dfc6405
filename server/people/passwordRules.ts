const SHORTEST = 12;
const LONGEST = 128;
/** What must be left of a password when everything that stands in every guesser's list is taken out of it. */
const LEAST_UNGUESSED = 5;

/** PE5. Long beats clever: 12 characters or more, any characters, and not made of what is tried first. */
export const passwordProblem = (password: string, username: string): string | undefined => {
  const length = [...password].length;
  if (length < SHORTEST) return `A password needs ${SHORTEST} characters or more.`;
  if (length > LONGEST) return `A password can have ${LONGEST} characters at most.`;
  const plain = password.toLowerCase();
  if (plain.includes(username.toLowerCase())) return "A password must not contain the username.";
  return unguessed(plain) < LEAST_UNGUESSED
    ? "This password is too easy to guess. Four unrelated words are better."
    : undefined;
};

/** Different letters that belong to no common word and no run of neighbours; digits and signs around them count for little. */
const unguessed = (plain: string): number => {
  const letters = [...plain].map((letter) => LOOKS_LIKE[letter] ?? letter).join("");
  return Math.min(rest(plain), rest(letters));
};

const rest = (text: string): number => {
  const withoutWords = COMMON.reduce((left, word) => left.replaceAll(word, " "), text);
  const withoutRuns = RUNS.reduce((left, run) => withoutRun(left, run), withoutWords);
  return (
    new Set(withoutRuns.replaceAll(/[\s\d\p{P}\p{S}]/gu, "")).size +
    new Set(withoutRuns.replaceAll(/[^\d\p{P}\p{S}]/gu, "")).size / 2
  );
};

/** Takes out every piece of four or more that stands in the run, longest first. */
const withoutRun = (text: string, run: string): string => {
  let left = text;
  for (let size = run.length; size >= 4; size -= 1) {
    for (let from = 0; from + size <= run.length; from += 1) left = left.replaceAll(run.slice(from, from + size), " ");
  }
  return left;
};

const LOOKS_LIKE: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

const FORWARDS = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
const RUNS = [...FORWARDS, ...FORWARDS.map((run) => [...run].reverse().join(""))];

/** Longer words first, so that a word inside another does not leave a stump. */
const COMMON = [
  "administrator",
  "esketamine",
  "chairside",
  "treatment",
  "passwort",
  "password",
  "ketamine",
  "hospital",
  "princess",
  "sunshine",
  "football",
  "baseball",
  "superman",
  "iloveyou",
  "trustno",
  "changeme",
  "welcome",
  "letmein",
  "default",
  "spravato",
  "infusion",
  "clinic",
  "patient",
  "doctor",
  "nurse",
  "summer",
  "winter",
  "spring",
  "autumn",
  "monkey",
  "dragon",
  "master",
  "shadow",
  "secret",
  "qwerty",
  "qwertz",
  "azerty",
  "admin",
  "hello",
  "abc123",
  "2024",
  "2025",
  "2026",
  "2027",
].toSorted((a, b) => b.length - a.length);
