import { clockTime } from "#shared/base/time.ts";
import type { Drug } from "#shared/session/care.ts";
import type { SessionRecord } from "#shared/wire/http.ts";
import { careWords } from "./careWords.ts";
import { interventionRows, type InterventionRow } from "./interventionRows.ts";
import { joined } from "./packageWords.ts";
import { plain, withText } from "./recordModel.ts";
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
  const what = one.drug ? drugWords(one.drug, name) : joined(plain(one.kind), litres(one.litresPerMin));
  return (
    <tr data-status={one.struck ? "struck" : "current"}>
      <th scope="row">
        <span className={styles["value"]}>{when(one.at)}</span>
        {one.late && <small>{words.late(when(one.recordedAt))}</small>}
      </th>
      <td>
        <span className={styles["value"]}>{what}</span>
        {one.text && <small>{one.text}</small>}
        {struck && (
          <small className={styles["why"]}>
            {words.struck(when(struck.at), name(struck.by), withText(struck.reason))}
          </small>
        )}
      </td>
      <td>{one.response && plain(one.response)}</td>
      <td>{name(one.by)}</td>
    </tr>
  );
};

const litres = (litresPerMin: number | undefined): string | undefined =>
  litresPerMin === undefined ? undefined : words.litres(litresPerMin);

const drugWords = (drug: Drug, name: (by: string) => string): string =>
  joined(
    words.drug(drug.name === "other" ? (drug.text ?? plain(drug.name)) : drug.name, drug.amount, drug.unit, drug.route),
    drug.name === "other" ? plain(drug.class) : drug.text,
    words.orderedBy(name(drug.orderedBy)),
  );
