import { RESPONSE } from "#client/ui/careWords.ts";
import { clockTime } from "#shared/base/time.ts";
import type { SessionRecord } from "#shared/wire/http.ts";
import { careWords } from "./careWords.ts";
import { interventionRows, interventionText, type InterventionRow } from "./interventionRows.ts";
import { withText } from "./recordModel.ts";
import styles from "./Record.module.css";
import { Section, Table } from "./Section.tsx";
import { usePrintedName } from "./usePrintedName.ts";

const { intervention: words } = careWords;

/** RC7. What people did and gave; the program suggested none of it. */
export const Interventions = ({ record: { session, events } }: { readonly record: SessionRecord }) => {
  const rows = interventionRows(session, events);
  if (rows.length === 0) return null;
  return (
    <Section title={words.title}>
      <Table label={words.title} columns={words.columns}>
        {rows.map((row) => (
          <Row key={row.one.id} row={row} zone={session.zone} />
        ))}
      </Table>
    </Section>
  );
};

const Row = ({ row: { one, struck }, zone }: { readonly row: InterventionRow; readonly zone: string }) => {
  const name = usePrintedName();
  const when = (at: number): string => clockTime(at, zone);
  return (
    <tr data-status={one.struck ? "struck" : "current"}>
      <th scope="row">
        <span className={styles["value"]}>{when(one.at)}</span>
        {one.late && <small>{words.late(when(one.recordedAt))}</small>}
      </th>
      <td>
        <span className={styles["value"]}>{interventionText(one, name)}</span>
        {one.text && <small>{one.text}</small>}
        {struck && (
          <small className={styles["why"]}>
            {words.struck(when(struck.at), name(struck.by), withText(struck.reason))}
          </small>
        )}
      </td>
      <td>{one.response && RESPONSE[one.response]}</td>
      <td>{name(one.by)}</td>
    </tr>
  );
};
