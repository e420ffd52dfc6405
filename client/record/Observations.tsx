import { clockTime } from "#shared/base/time.ts";
import type { Session } from "#shared/session/session.ts";
import type { Observation } from "#shared/vitals/observation.ts";
import { also, cells, COLUMNS } from "./observationText.ts";
import { observationWords as words } from "./observationWords.ts";
import { observationRows, reasonOf, withText } from "./recordModel.ts";
import styles from "./Record.module.css";
import { Section, Table } from "./Section.tsx";
import { usePrintedName } from "./usePrintedName.ts";

/** Time runs down, measures run across; what was corrected stays, struck through, with its reason. */
export const Observations = ({ session }: { readonly session: Session }) => {
  const rows = observationRows(session);
  return (
    <Section title={words.title}>
      {rows.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table label={words.title} columns={COLUMNS}>
          {rows.map((one) => (
            <ObservationRow key={one.id} one={one} session={session} />
          ))}
        </Table>
      )}
    </Section>
  );
};

const ObservationRow = ({ one, session }: { readonly one: Observation; readonly session: Session }) => {
  const name = usePrintedName();
  const { status, values, observedAt, recordedAt, late, clamped } = one;
  const reason = reasonOf(session, one);
  return (
    <tr data-status={status}>
      <th scope="row">
        <span className={styles["value"]}>{clockTime(observedAt, session.zone)}</span>
        {late && <small>{words.late(clockTime(recordedAt, session.zone))}</small>}
        {clamped && <small>{words.clamped}</small>}
      </th>
      {cells(values).map(({ column, text, meaning }) => (
        <td key={column}>
          <span className={styles["value"]}>{text}</span>
          {meaning && <small className={styles["value"]}>{meaning}</small>}
        </td>
      ))}
      <td>
        {also(one).map((text) => (
          <small key={text}>{text}</small>
        ))}
        {reason && status !== "current" && <small className={styles["why"]}>{words[status](withText(reason))}</small>}
      </td>
      <td>{name(one.by)}</td>
    </tr>
  );
};
