import { useClinic, useDirectory } from "#client/store/ClinicProvider.tsx";
import { chairName } from "#client/ui/statusWords.ts";
import { clockTime, dayAndTime } from "#shared/base/time.ts";
import { recoveryOf } from "#shared/recovery/window.ts";
import { infusionOf } from "#shared/session/dose.ts";
import type { SessionRecord } from "#shared/wire/http.ts";
import { plain, withText } from "./recordModel.ts";
import styles from "./Record.module.css";
import { Section } from "./Section.tsx";
import { usePrintedName } from "./usePrintedName.ts";
import { words } from "./words.ts";

type Facts = readonly (readonly [label: string, value: string])[];

/** The session in a dozen facts. */
export const Summary = ({ record }: { readonly record: SessionRecord }) => {
  const { session, closed } = record;
  const chair = useClinic((clinic) => clinic.chairs[session.chairId]);
  const escort = useEscortWords(record);
  const name = usePrintedName();
  const { summary } = words;
  const when = (at: number): string => clockTime(at, session.zone);
  const course =
    session.course &&
    (session.course.of === undefined ? `no. ${session.course.n}` : `${session.course.n} of ${session.course.of}`);
  const restriction = closed?.restriction ?? session.reminder?.restriction;
  const facts: Facts = [
    [summary.checkedIn, dayAndTime(session.checkedIn.at, session.zone)],
    [summary.chair, chair ? chairName(chair.label) : summary.none],
    [summary.course, course ?? summary.none],
    ...doseFacts(record, when),
    [summary.gone, goneWords(record, when, name)],
    [summary.left, closed ? `${when(closed.endedAt)}, ${summary.outcome[closed.outcome]}` : summary.stillHere],
    [summary.ride, escort],
    ...adviceFacts(record, name),
    [summary.restriction, restriction ? dayAndTime(restriction.until, session.zone) : summary.none],
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

/** Leaving against advice in all that was written down: it is what a reader years later will ask for. */
const adviceFacts = ({ events, session }: SessionRecord, name: (id: string) => string): Facts =>
  events.flatMap(({ event }) => {
    if (event.type !== "left-against-advice") return [];
    const { against } = words;
    const followUp = event.followUpAt === undefined ? against.none : dayAndTime(event.followUpAt, session.zone);
    return [
      [against.why, withText(event.reason)],
      [against.lastValues, plain(event.lastValues)],
      [against.risks, name(event.risksToldBy)],
      [against.ride, plain(event.ride)],
      [against.keys, plain(event.keys)],
      [against.prescriber, event.prescriberTold ? against.yes : against.no],
      [against.followUp, followUp],
    ] as const;
  });

const doseFacts = ({ session }: SessionRecord, when: (at: number) => string): Facts => {
  const { summary } = words;
  const infusion = infusionOf(session.doseFacts);
  if (infusion.phase === "not-started") return [[summary.t0, summary.notStarted]];
  const ended = infusion.phase === "ended";
  return [
    [summary.t0, when(infusion.t0)],
    [summary.end, ended ? when(infusion.endedAt) : summary.running],
    [summary.given, ended ? summary.mg(infusion.givenMg, infusion.mg) : summary.running],
  ];
};

const goneWords = (
  { session, protocol, closed, now }: SessionRecord,
  when: (at: number) => string,
  name: (by: string) => string,
): string => {
  const recovery = recoveryOf(session, protocol.protocol, closed?.endedAt ?? now);
  return recovery.state === "effects-gone"
    ? words.summary.by(when(recovery.at), name(recovery.by))
    : words.summary.notSeen;
};

const useEscortWords = ({ session }: SessionRecord): string => {
  const directory = useDirectory();
  const { ride } = session;
  if (!ride) return words.summary.none;
  const escort = ride.escortId && directory.escort(ride.escortId);
  const person = escort && [escort.name, escort.relation].filter(Boolean).join(", ");
  return [plain(ride.status), ride.kind && plain(ride.kind), person].filter(Boolean).join(" · ");
};
