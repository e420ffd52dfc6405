import type { AlarmId, CommandId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Event } from "#shared/clinic/events.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import type { Session } from "#shared/session/session.ts";
import { RANK, type Alarm, type RuleId } from "./alarm.ts";
import type { Called } from "./called.ts";
import { alarmsCalledFor } from "./rules.ts";

/**
 * AL2, AL3, AL9. What the calls of a session become once its facts are these: raised, worse, settled or cleared. Decided with the
 * fact that caused them, so they stand or fall with it; doing it twice changes nothing.
 */
export const alarmChanges = (
  clinic: Clinic,
  session: Session,
  protocol: Protocol,
  now: Instant,
  commandId: CommandId,
): readonly Event[] => {
  const called = alarmsCalledFor(session, protocol, now);
  const open = Object.values(clinic.alarms).filter((alarm) => alarm.sessionId === session.id && alarm.rule !== "help");
  return [
    ...[...called].flatMap(([rule, condition]) => {
      const alarm = open.find((one) => one.rule === rule);
      if (!alarm)
        return isAnswered(session, rule, condition)
          ? []
          : [raised(session, rule, condition, freeId(clinic, `${rule}-${commandId}`))];
      return isWorse(alarm, condition) ? [worsened(session, alarm, condition)] : [];
    }),
    ...open.filter(({ rule }) => !called.has(rule)).flatMap((alarm) => ended(session, alarm)),
  ];
};

const raised = (
  session: Session,
  rule: RuleId,
  { priority, severity, observation }: Called,
  alarmId: AlarmId,
): Event => ({
  type: "alarm-raised",
  alarmId,
  rule,
  priority,
  severity,
  chairId: session.chairId,
  sessionId: session.id,
  observationId: observation?.id,
});

/** AT7. Ids of commands and of HELP are made by senders: whatever they chose, no call takes the place of another. */
const freeId = (clinic: Clinic, wanted: string, tries = 0): AlarmId => {
  const id = (tries === 0 ? wanted.slice(0, 64) : `${wanted.slice(0, 58)}-${tries}`) as AlarmId;
  return clinic.alarms[id] ? freeId(clinic, wanted, tries + 1) : id;
};

/** A call never loses priority: what was high stays until a person closes it. */
const worsened = (
  session: Session,
  { id, priority: was }: Alarm,
  { priority: is, severity, observation }: Called,
): Event => ({
  type: "alarm-worsened",
  alarmId: id,
  sessionId: session.id,
  priority: RANK[is] > RANK[was] ? is : was,
  severity,
  observationId: observation?.id,
});

/** AL3. A higher priority sounds again; within high, so does a worse value, or a condition that came back before anybody closed the call. */
const isWorse = (alarm: Alarm, { priority, severity }: Called): boolean =>
  RANK[priority] > RANK[alarm.priority] ||
  (priority === "high" && severity > alarm.severity) ||
  alarm.settledAt !== undefined;

/** AL9. A person said how it ended: the value that called then does not call again, a newer one does. */
const isAnswered = ({ answered = [] }: Session, rule: RuleId, { observation, priority }: Called): boolean =>
  answered.some(
    (one) => one.rule === rule && one.observationId === observation?.id && RANK[priority] <= RANK[one.priority],
  );

/** AL9. Low and medium clear themselves and stay in the log; high stays until a person closes it with an outcome. */
const ended = (session: Session, { id, priority, settledAt }: Alarm): readonly Event[] => {
  if (priority !== "high") return [{ type: "alarm-cleared", alarmId: id, sessionId: session.id }];
  return settledAt === undefined ? [{ type: "alarm-settled", alarmId: id, sessionId: session.id }] : [];
};
