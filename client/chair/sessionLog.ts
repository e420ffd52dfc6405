import { CRITERION } from "#client/rejectionWords.ts";
import type { ObservationId } from "#shared/base/ids.ts";
import { clockTime, type Instant } from "#shared/base/time.ts";
import type { Session } from "#shared/session/session.ts";
import type { Observation } from "#shared/vitals/observation.ts";
import { doseFactWords, reasonWords } from "./doseWords.ts";
import { observationWords } from "./observationWords.ts";
import { treatmentWords } from "./treatmentWords.ts";
import { chairWords } from "./words.ts";

const { observation, ride } = chairWords;
const { preparation, order, sober, dose, hold } = treatmentWords;

export interface LogLine {
  readonly key: string;
  /** When it was true. */
  readonly at: Instant;
  readonly by: string;
  readonly text: string;
  readonly struck: boolean;
  readonly observationId?: ObservationId;
}

/** CH4. The session in words, newest first: every fact in the state, struck ones struck through. */
export const sessionLog = (session: Session): readonly LogLine[] =>
  [
    ...preparationLines(session),
    ...doseLines(session),
    ...session.observations.map(observationLine),
    ...leavingLines(session),
  ].toSorted((a, b) => b.at - a.at);

const line = (key: string, { at, by }: { readonly at: Instant; readonly by: string }, text: string): LogLine => ({
  key,
  at,
  by,
  text,
  struck: false,
});

const preparationLines = ({ checkedIn, orders, gate, soberReminder, clearances }: Session): readonly LogLine[] => [
  line("check-in", checkedIn, "Checked in"),
  ...orders.map((one, index) =>
    line(
      `order${index}`,
      one,
      `${preparation.items.order}: ${order.line(one.mg, one.mgPerKg, one.weightKg, one.minutes)} · ${order[one.kind]}`,
    ),
  ),
  ...Object.entries(gate).flatMap(([item, said]) =>
    said
      ? [
          line(
            item,
            said,
            `${preparation.items[item as keyof typeof gate]}: ${preparation.answers[said.answer].toLowerCase()}`,
          ),
        ]
      : [],
  ),
  ...(soberReminder
    ? [
        line(
          "sober",
          soberReminder,
          `${sober.title} · ${sober.keys}: ${sober.keysAt[soberReminder.keys as keyof typeof sober.keysAt] ?? soberReminder.keys}`,
        ),
      ]
    : []),
  ...clearances.map((one, index) => line(`clearance${index}`, one, `Cleared for start: ${hold.why[one.why.code]}`)),
];

const doseLines = ({ doseFacts }: Session): readonly LogLine[] =>
  doseFacts.map((fact) => ({ ...line(fact.id, fact, `${dose.title}: ${doseFactWords(fact)}`), struck: fact.struck }));

const observationLine = (one: Observation): LogLine => ({
  ...line(
    one.id,
    { at: one.observedAt, by: one.by },
    `${observationWords(one)}${one.late ? ` · ${observation.late}` : ""}`,
  ),
  struck: one.status !== "current",
  observationId: one.id,
});

const leavingLines = (session: Session): readonly LogLine[] => {
  const { notes, ride: known, fit, fitLost, clinicianFit, belongings, reminder, handOut, lateFindings, zone } = session;
  return [
    ...notes.flatMap((note, index) =>
      note.text === undefined ? [] : [line(`note${index}`, note, `Note: ${note.text}`)],
    ),
    ...(known
      ? [
          line(
            "ride",
            known,
            `${ride.title}: ${ride.status[known.status].toLowerCase()}${known.kind ? `, ${ride.kinds[known.kind].toLowerCase()}` : ""}`,
          ),
        ]
      : []),
    ...(fit ? [line("fit", fit, "Fit to leave")] : []),
    ...fitLost.map(({ at, signedAt, criteria }, index) =>
      line(
        `lost${index}`,
        { at, by: "system" },
        `Fit to leave of ${clockTime(signedAt, zone)} taken back: ${criteria.map((id) => CRITERION[id]).join(", ")}`,
      ),
    ),
    ...(clinicianFit ? [line("clinicianFit", clinicianFit, "Fit to leave countersigned")] : []),
    ...(belongings
      ? [line("belongings", belongings, `Belongings returned${belongings.lineOut ? ", line out" : ""}`)]
      : []),
    ...(reminder ? [line("reminder", reminder, "No-driving reminder at the door acknowledged")] : []),
    ...(handOut ? [line("hand-out", handOut, "Hand-out given")] : []),
    ...lateFindings.map(({ at, rule }, index) =>
      line(`late${index}`, { at, by: "system" }, `Found late: ${reasonWords(rule.replaceAll("-", " "), undefined)}`),
    ),
  ];
};
