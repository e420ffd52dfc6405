import { CRITERION } from "#client/rejectionWords.ts";
import { CALL_RULE } from "#client/ui/callWords.ts";
import { OVERRIDE_REASON, SAFEGUARD } from "#client/ui/checkWords.ts";
import { restrictionWords } from "#client/ui/restrictionWords.ts";
import { clockTime } from "#shared/base/time.ts";
import { RuleId } from "#shared/alarm/alarm.ts";
import { CHECK_TITLE } from "#shared/protocol/words.ts";
import { hadLine } from "#shared/session/line.ts";
import type { Session } from "#shared/session/session.ts";
import { reasonWords } from "./doseWords.ts";
import { line, lineOf, linesOf, type Lines } from "./logLine.ts";
import { chairWords } from "./words.ts";

const { ride: rideWords } = chairWords;

type Fields =
  | "ride"
  | "rideCalls"
  | "overrides"
  | "fit"
  | "fitLost"
  | "clinicianFit"
  | "verbalWords"
  | "belongings"
  | "reminder"
  | "handOut"
  | "lateFindings";

/** From fit to leave to the door. */
export const leavingLog: Readonly<Record<Fields, Lines>> = {
  ride: ({ ride }) =>
    lineOf(
      "ride",
      ride,
      ({ status, kind }) =>
        `${rideWords.title}: ${rideWords.status[status].toLowerCase()}${kind ? `, ${rideWords.kinds[kind].toLowerCase()}` : ""}`,
    ),
  rideCalls: ({ rideCalls }) =>
    linesOf("ride-call", rideCalls, ({ to, answer }) => `${rideWords.calledWho[to]}: ${rideWords.answers[answer]}`),
  overrides: ({ overrides }) =>
    linesOf(
      "override",
      overrides,
      ({ check, reason, safeguard }) =>
        `Let pass: ${CHECK_TITLE[check]} · ${reasonWords(OVERRIDE_REASON[reason.code].toLowerCase(), reason.text)} · ${reasonWords(SAFEGUARD[safeguard.code].toLowerCase(), safeguard.text)}`,
    ),
  fit: ({ fit }) => lineOf("fit", fit, () => "Fit to leave"),
  fitLost: ({ fitLost, zone }) =>
    fitLost.map(({ at, signedAt, criteria }, index) =>
      line(
        `lost${index}`,
        { at, by: "system" },
        `Fit to leave of ${clockTime(signedAt, zone)} taken back: ${criteria.map((id) => CRITERION[id]).join(", ")}`,
      ),
    ),
  clinicianFit: ({ clinicianFit }) =>
    lineOf("clinicianFit", clinicianFit?.verbalFrom ? undefined : clinicianFit, () => "Fit to leave countersigned"),
  verbalWords: ({ verbalWords }, nameOf) =>
    verbalWords.flatMap((word, index) => [
      line(`word${index}`, word, `${nameOf(word.from)} said: may leave`),
      ...lineOf(`word-signed${index}`, word.cosigned, () => "Verbal word signed: may leave"),
    ]),
  belongings: (session) =>
    lineOf(
      "belongings",
      session.belongings,
      ({ lineOut }) => `Belongings returned${lineOut && hadLine(session) ? ", line out" : ""}`,
    ),
  reminder: ({ reminder, zone }) =>
    lineOf(
      "reminder",
      reminder,
      ({ restriction }) => `No-driving reminder at the door acknowledged: ${restrictionWords(restriction, zone)}`,
    ),
  handOut: ({ handOut }) => lineOf("hand-out", handOut, () => "Hand-out given"),
  lateFindings: ({ lateFindings }) =>
    lateFindings.map(({ at, rule }, index) =>
      line(`late${index}`, { at, by: "system" }, `Found late: ${ruleWords(rule)}`),
    ),
};

const ruleWords = (rule: Session["lateFindings"][number]["rule"]): string => {
  const known = RuleId.safeParse(rule);
  return known.success ? CALL_RULE[known.data] : rule.replaceAll("-", " ");
};
