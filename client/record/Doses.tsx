import { clockTime, MINUTE } from "#shared/base/time.ts";
import type { DoseFact } from "#shared/session/dose.ts";
import type { Session } from "#shared/session/session.ts";
import { doseRows, plain, withText } from "./recordModel.ts";
import styles from "./Record.module.css";
import { Section, Table } from "./Section.tsx";
import { usePrintedName } from "./usePrintedName.ts";
import { words } from "./words.ts";

/** What the pump did: every fact with what was out of order about it, and its first time where it was corrected. */
export const Doses = ({ session }: { readonly session: Session }) => {
  const rows = doseRows(session);
  return (
    <Section title={words.dose.title}>
      {rows.length === 0 ? (
        <p>{words.dose.none}</p>
      ) : (
        <Table label={words.dose.title} columns={words.dose.columns}>
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
        {late && <small>{words.observations.late(when(fact.recordedAt))}</small>}
      </th>
      <td>
        <span className={styles["value"]}>{`${words.dose.what[fact.kind]} · ${detail(fact)}`.replace(/ · $/, "")}</span>
      </td>
      <td>
        {fact.flags.map((flag) => (
          <small key={flag}>{words.dose.flag[flag]}</small>
        ))}
        {fact.struck && <small>{words.dose.struck}</small>}
        {fact.corrections.map(({ from, recordedAt, by, reason }) => (
          <small key={recordedAt}>
            {words.dose.corrected(when(from), when(recordedAt), name(by), withText(reason))}
          </small>
        ))}
      </td>
      <td>{name(fact.by)}</td>
    </tr>
  );
};

const detail = (fact: DoseFact): string => {
  const { dose } = words;
  switch (fact.kind) {
    case "start":
      return [
        dose.started(fact.mg, fact.plannedMin),
        ...(fact.rateMlPerH === undefined ? [] : [dose.mlPerH(fact.rateMlPerH)]),
      ].join(" · ");
    case "pause":
      return plain(withText(fact.reason));
    case "resume":
      return "";
    case "rate":
      return `${dose.mlPerH(fact.rateMlPerH)} · ${dose.remaining(fact.remainingMin)}`;
    case "end":
      return `${dose.given(fact.givenMg)} · ${withText(fact.reason)}`;
  }
};
