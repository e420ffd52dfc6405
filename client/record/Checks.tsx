import { OVERRIDE_REASON, SAFEGUARD } from "#client/ui/checkWords.ts";
import { evidenceLines } from "#client/ui/evidence.ts";
import { CRITERION_TITLE } from "#client/ui/statusWords.ts";
import { clockTime } from "#shared/base/time.ts";
import { CHECK_TITLE } from "#shared/protocol/words.ts";
import type { Evidence } from "#shared/session/session.ts";
import type { SessionRecord } from "#shared/wire/http.ts";
import { checkLines, type CheckLine } from "./checkRows.ts";
import { judgedAtTheEnd } from "./recordModel.ts";
import styles from "./Record.module.css";
import { Section, Table } from "./Section.tsx";
import { usePrintedName } from "./usePrintedName.ts";
import { words } from "./words.ts";

const { criteria } = words;

/** RC3. The exit checks with their evidence, as they stood under the signature. */
export const Checks = ({ record: { events, session } }: { readonly record: SessionRecord }) => {
  const judged = judgedAtTheEnd(events);
  const when = (at: number): string => clockTime(at, session.zone);
  const aside = judged && `${criteria.when[judged.when]}, ${when(judged.at)}`;
  return (
    <Section title={criteria.title} aside={aside}>
      {!judged && <p>{criteria.none}</p>}
      {judged && (
        <Table label={criteria.title} columns={criteria.columns}>
          {checkLines(judged.criteria).map((line) => (
            <Row key={`${line.is}-${line.id}`} line={line} zone={session.zone} />
          ))}
        </Table>
      )}
      {session.fitLost.map(({ at, signedAt, criteria: lost }) => (
        <p key={at}>{criteria.lost(when(signedAt), when(at), lost.map((id) => CRITERION_TITLE[id]).join(", "))}</p>
      ))}
    </Section>
  );
};

const Row = ({ line, zone }: { readonly line: CheckLine; readonly zone: string }) => {
  const name = usePrintedName();
  const passed = line.is === "check" ? line.overridden : undefined;
  return (
    <tr data-line={line.is}>
      <th scope="row" className={styles[line.is]}>
        {line.is === "group" ? CRITERION_TITLE[line.id] : CHECK_TITLE[line.id]}
      </th>
      <td>
        {criteria.state[line.state]}
        {passed && <small>{criteria.passed(name(passed.by), clockTime(passed.at, zone))}</small>}
      </td>
      <td>
        <EvidenceLines evidence={line.evidence} zone={zone} />
      </td>
    </tr>
  );
};

const EvidenceLines = ({ evidence, zone }: { readonly evidence: readonly Evidence[]; readonly zone: string }) => {
  const name = usePrintedName();
  return evidenceLines(evidence).map(({ key, text, observedAt, by }) => (
    <small key={key}>{[text, clockTime(observedAt, zone), by && name(by)].filter(Boolean).join(" · ")}</small>
  ));
};

/** RC8. Every check that somebody let pass, on which value, why, and what stood in its place. */
export const Overrides = ({ record: { session } }: { readonly record: SessionRecord }) => {
  const name = usePrintedName();
  const { overrides, zone } = session;
  if (overrides.length === 0) return null;
  return (
    <Section title={criteria.overrides}>
      <Table label={criteria.overrides} columns={criteria.overrideColumns}>
        {overrides.map(({ at, by, check, state, evidence, reason, safeguard }) => (
          <tr key={`${at}-${check}`}>
            <th scope="row">{clockTime(at, zone)}</th>
            <td>
              {CHECK_TITLE[check]}
              <small>{criteria.state[state]}</small>
              <EvidenceLines evidence={evidence} zone={zone} />
            </td>
            <td>{[OVERRIDE_REASON[reason.code], reason.text].filter(Boolean).join(": ")}</td>
            <td>{[SAFEGUARD[safeguard.code], safeguard.text].filter(Boolean).join(": ")}</td>
            <td>{name(by)}</td>
          </tr>
        ))}
      </Table>
    </Section>
  );
};
