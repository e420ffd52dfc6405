import type { Step } from "./step.ts";

const HEAD = `# A Tuesday

One morning in a clinic with five chairs and two nurses, as it was played against the rules: who did what, and what the screens
said. Every line in \`this type\` is what the screen's own code answers; a test plays the morning and compares.

| Chair | Patient | Route | Nurse | |
| --- | --- | --- | --- | --- |
| 1 | A.K. | IV | Ana | the escort does not come |
| 2 | B.L. | IM | Ben | panics |
| 3 | C.M. | nasal | Ana | high pressure |
| 4 | D.N. | IV | Ben | leaves early |
| 5 | E.O. | IV | Ben | a tablet goes flat |

Ana Ruiz and Ben Cole are nurses, Dr. Rey is the clinician, Kim Ott is at the desk. Patients are made up. Lines of one screen
are divided by a slash. A screen that is not named said nothing that matters here.

To change it: \`tests/client/tuesday/\`, then \`UPDATE_DOCS=1 npm run test:unit -- tests/client/tuesday.test.ts\`.
`;

/** The page as it is kept in docs/. */
export const renderTuesday = (steps: readonly Step[]): string =>
  `${[HEAD, ...steps.filter(({ told }) => told !== undefined).map(renderStep)].join("\n")}\n`;

const renderStep = ({ at, told = "", said }: Step): string =>
  [
    `**${at}** ${told}${/[.!?]$/.test(told) ? "" : "."}`,
    "",
    ...said.map(
      ({ screen, words, live }) => `- ${live ? screen.name : screen.name.replace(/^Board/, "Wall")}: \`${words}\``,
    ),
    "",
  ].join("\n");
