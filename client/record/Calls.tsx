import { useClinic } from "#client/store/ClinicProvider.tsx";
import { raisedWords } from "#client/ui/callWords.ts";
import { duration } from "#client/words.ts";
import { callRows, type CallRow } from "#shared/alarm/callRows.ts";
import { clockTime } from "#shared/base/time.ts";
import type { SessionRecord } from "#shared/wire/http.ts";
import { withText } from "./recordModel.ts";
import { Section, Table } from "./Section.tsx";
import { usePrintedName } from "./usePrintedName.ts";
import { words } from "./words.ts";

/** Every call: raised, accepted by whom and how soon, and how it ended. */
export const Calls = ({ record }: { readonly record: SessionRecord }) => {
  const rows = callRows(record.events);
  return (
    <Section title={words.calls.title}>
      {rows.length === 0 ? (
        <p>{words.calls.none}</p>
      ) : (
        <Table label={words.calls.title} columns={words.calls.columns}>
          {rows.map((row) => (
            <Call key={row.alarm.id} row={row} record={record} />
          ))}
        </Table>
      )}
    </Section>
  );
};

const Call = ({ row, record: { session, protocol } }: { readonly row: CallRow; readonly record: SessionRecord }) => {
  const name = usePrintedName();
  const chair = useClinic((clinic) => clinic.chairs[session.chairId]);
  const { alarm, accepted, worsenedAt, passedOn, escalated } = row;
  const when = (at: number): string => clockTime(at, session.zone);
  return (
    <tr>
      <th scope="row">
        {when(alarm.raisedAt)}
        {worsenedAt.map((at) => (
          <small key={at}>{words.calls.worse(when(at))}</small>
        ))}
      </th>
      <td>{words.calls.priority[alarm.priority]}</td>
      <td>{raisedWords(alarm, chair?.label ?? "", session, protocol.protocol)}</td>
      <td>
        {accepted ? `${when(accepted.at)}, ${name(accepted.by)}` : words.calls.notAccepted}
        {passedOn.map(({ at, by }) => (
          <small key={at}>{words.calls.passedOn(when(at), name(by))}</small>
        ))}
        {escalated.map(({ at, to }) => (
          <small key={at}>{words.calls.escalated(when(at), to)}</small>
        ))}
      </td>
      <td>{accepted ? duration(accepted.afterMs) : ""}</td>
      <td>{endWords(row, when, name)}</td>
    </tr>
  );
};

const endWords = (
  { cleared, settledAt }: CallRow,
  when: (at: number) => string,
  name: (by: string) => string,
): string => {
  if (cleared) {
    const by = cleared.outcome ? name(cleared.by) : words.calls.bySystem; // closed without a word: its cause was gone
    return [when(cleared.at), by, cleared.outcome && withText(cleared.outcome)].filter(Boolean).join(", ");
  }
  return settledAt === undefined ? words.calls.openStill : words.calls.settled(when(settledAt));
};
