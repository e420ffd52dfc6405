import { clockTime, dayAndTime } from "#shared/base/time.ts";
import type { SessionRecord } from "#shared/wire/http.ts";
import { signatures, type Signature } from "./recordModel.ts";
import styles from "./Record.module.css";
import { Section, Table } from "./Section.tsx";
import { usePrintedName } from "./usePrintedName.ts";
import { words } from "./words.ts";

/** RC4. Printed name, time, role, and what the signature means. */
export const Signatures = ({ record: { events, session } }: { readonly record: SessionRecord }) => {
  const rows = signatures(events);
  const name = usePrintedName();
  return (
    <Section title={words.signatures.title}>
      {rows.length === 0 ? (
        <p>{words.signatures.none}</p>
      ) : (
        <Table label={words.signatures.title} columns={words.signatures.columns}>
          {rows.map((row) => (
            <tr key={row.seq}>
              <th scope="row">{clockTime(row.at, session.zone)}</th>
              <td className={styles["name"]}>{name(row.by)}</td>
              <td>{row.role}</td>
              <td>{meaning(row, session.zone)}</td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  );
};

const meaning = ({ kind, until, escort, voided }: Signature, zone: string): string => {
  if (kind !== "reminder")
    return voided ? `${words.signatures[kind]} ${words.signatures.voided}` : words.signatures[kind];
  const heard = escort ? `, ${words.signatures.escort[escort]}` : "";
  return `${words.signatures.reminder(until === undefined ? "" : dayAndTime(until, zone))}${heard}.`;
};
