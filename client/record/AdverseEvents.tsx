import {
  ADVERSE_EVENT,
  AE_OUTCOME,
  drugWords,
  INTERVENTION,
  RELATEDNESS,
  SERIOUS,
  SEVERITY,
} from "#client/ui/careWords.ts";
import { clockTime } from "#shared/base/time.ts";
import { fieldName } from "#shared/protocol/words.ts";
import type { AdverseEvent } from "#shared/session/care.ts";
import type { Session } from "#shared/session/session.ts";
import { careWords } from "./careWords.ts";
import { plain, tellings, type Telling } from "./recordModel.ts";
import styles from "./Record.module.css";
import { Section, Table } from "./Section.tsx";
import { usePrintedName } from "./usePrintedName.ts";

const { adverse: words } = careWords;

/** RC7, AE2. Every telling, oldest first; the last one of an event counts, and says so. */
export const AdverseEvents = ({ session }: { readonly session: Session }) => {
  const rows = tellings(session);
  if (rows.length === 0) return null;
  return (
    <Section title={words.title}>
      <Table label={words.title} columns={words.columns}>
        {rows.map((telling) => (
          <Row key={`${telling.event.id}-${telling.nth}`} telling={telling} session={session} />
        ))}
      </Table>
    </Section>
  );
};

const Row = ({
  telling: { event, nth, counts },
  session,
}: {
  readonly telling: Telling;
  readonly session: Session;
}) => {
  const name = usePrintedName();
  const when = (at: number): string => clockTime(at, session.zone);
  return (
    <tr data-status={counts ? "current" : "corrected"}>
      <th scope="row">
        <span className={styles["value"]}>{when(event.onsetAt)}</span>
      </th>
      <td>
        <span className={styles["value"]}>{ADVERSE_EVENT[event.kind]}</span>
        {[event.text, ...detail(event, session, when)].map((text) => text && <small key={text}>{text}</small>)}
      </td>
      <td>
        {SEVERITY[event.severity]}
        {event.serious.length > 0 && (
          <small>{words.serious(event.serious.map((why) => SERIOUS[why]).join(", "))}</small>
        )}
        <small>{RELATEDNESS[event.relatedness]}</small>
      </td>
      <td>
        {AE_OUTCOME[event.outcome]}
        {event.resolvedAt !== undefined && <small>{words.resolved(when(event.resolvedAt))}</small>}
      </td>
      <td>
        {`${when(event.recordedAt)}, ${name(event.by)}`}
        <small>{`${words.telling(nth)}, ${counts ? words.counts : words.replaced}`}</small>
      </td>
    </tr>
  );
};

/** The worst value, what was done about it, and who was told. */
const detail = (
  { worst, interventions, notified }: AdverseEvent,
  session: Session,
  when: (at: number) => string,
): readonly string[] => {
  const done = session.interventions.filter(({ id }) => interventions.includes(id));
  const what = done
    .map(({ kind, drug, at }) => `${drug ? drugWords(drug) : INTERVENTION[kind]} ${when(at)}`)
    .join(", ");
  return [
    ...(worst ? [words.worst(fieldName(worst.measure), worst.value)] : []),
    ...(what === "" ? [] : [words.after(what)]),
    ...notified.map(({ who, at }) => words.notified(plain(who), when(at))),
  ];
};
