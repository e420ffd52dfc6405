import { outcomeWords } from "#client/ui/outcomeWords.ts";
import { restrictionWords } from "#client/ui/restrictionWords.ts";
import { clockTime, dayAndTime } from "#shared/base/time.ts";
import { CHECK_TITLE } from "#shared/protocol/words.ts";
import { unsignedOf } from "#shared/session/cosign.ts";
import type { SessionRecord } from "#shared/wire/http.ts";
import styles from "./Record.module.css";
import { Section, Table } from "./Section.tsx";
import { signatures, type Meaning } from "./signatureRows.ts";
import { usePrintedName } from "./usePrintedName.ts";
import { words } from "./words.ts";

const { signatures: say } = words;

/** RC4. Printed name, time, role, and what the signature means. */
export const Signatures = ({ record }: { readonly record: SessionRecord }) => {
  const { events, session, protocol } = record;
  const rows = signatures(events);
  const name = usePrintedName();
  return (
    <Section title={say.title}>
      {rows.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <Table label={say.title} columns={say.columns}>
          {rows.map(({ seq, at, by, role, meaning, voided }) => (
            <tr key={seq}>
              <th scope="row">{clockTime(at, session.zone)}</th>
              <td className={styles["name"]}>{name(by)}</td>
              <td>{role}</td>
              <td>{[meaningWords(meaning, session.zone, name), voided && say.voided].filter(Boolean).join(" ")}</td>
            </tr>
          ))}
        </Table>
      )}
      {unsignedOf(session, protocol.protocol).map(({ what, prescriber, dueAt }) => (
        <p key={dueAt}>
          {say.unsigned(words.cosign.what[what.kind], name(prescriber), dayAndTime(dueAt, session.zone))}
        </p>
      ))}
    </Section>
  );
};

const meaningWords = (meaning: Meaning, zone: string, name: (by: string) => string): string => {
  switch (meaning.kind) {
    case "fit":
    case "countersigned":
    case "witnessed":
      return say[meaning.kind];
    case "verbal":
      return say.verbal(name(meaning.from));
    case "cosigned":
      return say.cosigned[meaning.what];
    case "overridden":
      return say.overridden(CHECK_TITLE[meaning.check]);
    case "reminder": {
      const { restriction, escort } = meaning;
      return say.reminder(
        say.driving[restriction.kind](restrictionWords(restriction, zone, { later: true })),
        say.escort[escort],
      );
    }
    case "handOut":
      return say.handOut[meaning.language];
    case "end":
      return say.end(outcomeWords(meaning.outcome));
  }
};
