import { useClinic, useDirectory } from "#client/store/ClinicProvider.tsx";
import { outcomeWords } from "#client/ui/outcomeWords.ts";
import { restrictionWords } from "#client/ui/restrictionWords.ts";
import { chairName } from "#client/ui/statusWords.ts";
import { clockTime, dayAndTime, MINUTE } from "#shared/base/time.ts";
import { RIDE_KIND } from "#shared/protocol/words.ts";
import { recoveryOf } from "#shared/recovery/window.ts";
import type { SessionRecord } from "#shared/wire/http.ts";
import { endFacts, type Facts } from "./endFacts.ts";
import { doseFacts } from "./doseFacts.ts";
import { joined } from "./packageWords.ts";
import { lower, plain } from "./recordModel.ts";
import styles from "./Record.module.css";
import { Section } from "./Section.tsx";
import { usePrintedName } from "./usePrintedName.ts";
import { words } from "./words.ts";

const { summary } = words;

/** The session in a dozen facts. */
export const Summary = ({ record }: { readonly record: SessionRecord }) => {
  const { session, events } = record;
  const chair = useClinic((clinic) => clinic.chairs[session.chairId]);
  const escort = useEscortWords(record);
  const name = usePrintedName();
  const facts: Facts = [
    [summary.checkedIn, dayAndTime(session.checkedIn.at, session.zone)],
    [summary.chair, chair ? chairName(chair.label) : summary.none],
    [summary.course, courseWords(session.course)],
    ...doseFacts(session),
    [summary.gone, goneWords(record, name)],
    [summary.left, leftWords(record)],
    [summary.ride, escort],
    ...endFacts(events, { zone: session.zone, name }),
    ...driving(record),
  ];
  return (
    <Section title={summary.title}>
      <dl className={styles["facts"]}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
};

const courseWords = (course: SessionRecord["session"]["course"]): string => {
  if (!course) return summary.none;
  return course.of === undefined ? `no. ${course.n}` : `${course.n} of ${course.of}`;
};

const LATE_MS = 5 * MINUTE;

/** RC10. An end is printed as what it is, and one that was entered afterwards says so. */
const leftWords = ({ closed, session }: SessionRecord): string => {
  if (!closed) return summary.stillHere;
  const { endedAt, recordedAt, outcome } = closed;
  const when = (at: number): string => clockTime(at, session.zone);
  const entered = recordedAt - endedAt > LATE_MS ? [summary.entered(when(recordedAt))] : [];
  return [when(endedAt), lower(outcomeWords(outcome)), ...entered].join(", ");
};

/** "No driving: until …"; of the spray the day from which they may, which no clock time belongs to. */
const driving = ({ closed, session }: SessionRecord): Facts => {
  const restriction = closed?.restriction ?? session.reminder?.restriction;
  if (!restriction) return [[summary.driving.until, summary.none]];
  return [[summary.driving[restriction.kind], restrictionWords(restriction, session.zone, { later: true })]];
};

const goneWords = ({ session, protocol, closed, now }: SessionRecord, name: (by: string) => string): string => {
  const recovery = recoveryOf(session, protocol.protocol, closed?.endedAt ?? now);
  return recovery.state === "effects-gone"
    ? summary.by(clockTime(recovery.at, session.zone), name(recovery.by))
    : summary.notSeen;
};

const useEscortWords = ({ session }: SessionRecord): string => {
  const directory = useDirectory();
  const { ride } = session;
  if (!ride) return summary.none;
  const escort = ride.escortId && directory.escort(ride.escortId);
  const person = escort && [escort.name, escort.relation].filter(Boolean).join(", ");
  return joined(plain(ride.status), ride.kind && RIDE_KIND[ride.kind], person);
};
