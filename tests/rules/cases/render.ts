import { clockTime } from "#shared/base/time.ts";
import { at } from "#tests/rules/scenario.ts";
import type { Step, WorkedCase } from "./caseKit.ts";

const ZONE = "America/New_York";

const HEAD = `# Twelve sessions, step by step

What people do, when, and what Chairside then says or refuses. Each sentence under a step is checked by a test: the cases are
played against the rules, and this page is written from the same data. Patients are made up; the protocols are those that
Chairside ships, proposals until a medical director approves them. The program records what people decide and never suggests a
drug or a dose.

Words in \`this type\` are those of the screens. Times are the clinic's; T is counted from the start of the dose.

To change a case: change it in \`tests/rules/cases/\`, then
\`UPDATE_DOCS=1 npm run test:unit -- tests/rules/workedCases.test.ts\`.
`;

/** The page as it is kept in docs/. */
export const renderCases = (cases: readonly WorkedCase[]): string => `${[HEAD, ...cases.map(renderCase)].join("\n")}`;

const renderCase = ({ id, title, given, t0, steps }: WorkedCase): string =>
  [
    `## ${id}. ${capital(title)}`,
    "",
    `**Given.** ${given}`,
    "",
    ...steps.filter(({ untold }) => !untold).map((step) => renderStep(step, t0)),
    "",
  ].join("\n");

const renderStep = ({ at: minute, when, refused, then }: Step, t0: number): string =>
  [
    `- **${clockTime(at(0) + minute * 60_000, ZONE)}** (${sinceT0(minute - t0)}) ${when}.${refused ? " **Refused.**" : ""}`,
    ...then.map(({ says }) => `  - ${says}${says.endsWith(".`") ? "" : "."}`),
  ].join("\n");

const sinceT0 = (minutes: number): string =>
  minutes < 0 ? `T - ${Math.ceil(-minutes)} min` : `T + ${Math.floor(minutes)} min`;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
