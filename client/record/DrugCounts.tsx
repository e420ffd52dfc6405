import { clockTime } from "#shared/base/time.ts";
import type { DrugCount } from "#shared/session/care.ts";
import type { Session } from "#shared/session/session.ts";
import { doseWords } from "./doseWords.ts";
import { packageWords } from "./packageWords.ts";
import { Section, Table } from "./Section.tsx";
import { usePrintedName } from "./usePrintedName.ts";

const { count: words } = doseWords;

/** RC6, IN3. What was drawn, given and wasted, what does not add up, and who saw it. */
export const DrugCounts = ({ session: { drugCounts, zone } }: { readonly session: Session }) =>
  drugCounts.length > 0 && (
    <Section title={words.title}>
      <Table label={words.title} columns={words.columns}>
        {drugCounts.map((count) => (
          <CountRow key={count.id} count={count} zone={zone} />
        ))}
      </Table>
    </Section>
  );

const CountRow = ({ count, zone }: { readonly count: DrugCount; readonly zone: string }) => {
  const name = usePrintedName();
  const { recordedAt, drawnMg, givenMg, wastedMg, witness, by } = count;
  return (
    <tr>
      <th scope="row">
        {clockTime(recordedAt, zone)}
        <small>{packageWords(count.package)}</small>
      </th>
      <td>{words.mg(drawnMg)}</td>
      <td>{words.mg(givenMg)}</td>
      <td>{words.mg(wastedMg)}</td>
      <td>
        {openFlags(count).map((flag) => (
          <small key={flag}>{words.flag[flag]}</small>
        ))}
      </td>
      <td>{name(by)}</td>
      <td>{witness ? `${name(witness.by)}, ${clockTime(witness.at, zone)}` : words.none}</td>
    </tr>
  );
};

/** A witness may follow: then nothing is missing any more. */
const openFlags = ({ flags, witness }: DrugCount) => flags.filter((flag) => flag !== "no-witness" || !witness);
