import { clockTime, MINUTE } from "#shared/base/time.ts";
import type { DoseFact } from "#shared/session/dose.ts";
import type { Session } from "#shared/session/session.ts";
import { detail } from "./doseText.ts";
import { doseWords as words } from "./doseWords.ts";
import { observationWords } from "./observationWords.ts";
import { doseRows, withText } from "./recordModel.ts";
import styles from "./Record.module.css";
import { Section, Table } from "./Section.tsx";
import { usePrintedName } from "./usePrintedName.ts";

/** RC6. What was given, on every route: each fact with what was out of order about it, and its first time where it was corrected. */
export const Doses = ({ session }: { readonly session: Session }) => {
  const rows = doseRows(session);
  return (
    <Section title={words.title}>
      {rows.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table label={words.title} columns={words.columns}>
          {rows.map((fact) => (
            <DoseRow key={fact.id} fact={fact} zone={session.zone} />
          ))}
        </Table>
      )}
    </Section>
  );
};

const LATE_MS = 5 * MINUTE;

const DoseRow = ({ fact, zone }: { readonly fact: DoseFact; readonly zone: string }) => {
  const name = usePrintedName();
  const when = (at: number): string => clockTime(at, zone);
  const late = fact.recordedAt - (fact.corrections[0]?.from ?? fact.at) > LATE_MS;
  return (
    <tr data-status={fact.struck ? "struck" : "current"}>
      <th scope="row">
        <span className={styles["value"]}>{when(fact.at)}</span>
        {late && <small>{observationWords.late(when(fact.recordedAt))}</small>}
      </th>
      <td>
        <span className={styles["value"]}>{`${words.what[fact.kind]} · ${detail(fact)}`.replace(/ · $/, "")}</span>
      </td>
      <td>
        {fact.flags.map((flag) => (
          <small key={flag}>{words.flag[flag]}</small>
        ))}
        {fact.struck && <small>{words.struck}</small>}
        {fact.corrections.map(({ from, recordedAt, by, reason }) => (
          <small key={recordedAt}>{words.corrected(when(from), when(recordedAt), name(by), withText(reason))}</small>
        ))}
      </td>
      <td>{name(fact.by)}</td>
    </tr>
  );
};
