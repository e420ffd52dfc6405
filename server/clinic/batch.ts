import type { ClinicId, Seq, SessionId } from "#shared/base/ids.ts";
import { seq } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import { roleFor } from "#shared/access/permission.ts";
import type { Role } from "#shared/access/role.ts";
import { stamp } from "#shared/clinic/apply.ts";
import { rolesOf, type Clinic } from "#shared/clinic/clinic.ts";
import { decide } from "#shared/clinic/decide.ts";
import type { Recorded } from "#shared/clinic/events.ts";
import { evolve } from "#shared/clinic/evolve.ts";
import { evolveSession } from "#shared/session/evolve.ts";
import type { Session } from "#shared/session/session.ts";
import type { SubmitReply } from "#shared/wire/messages.ts";
import type { LogEntry } from "#server/store/eventLog.ts";
import { entryOf, sessionNamedBy, type Job, type Prepared } from "./job.ts";

/** A batch as decided on a working copy: nothing of it may be answered before it is on disk. */
export interface Decided {
  readonly clinic: Clinic;
  readonly events: readonly Recorded[];
  readonly entries: readonly LogEntry[];
  readonly answers: readonly { readonly job: Job; readonly answer: SubmitReply }[];
  /** What broke while one job was decided: a mistake of ours, for the log. */
  readonly defects: readonly unknown[];
}

/** LA2, LA3. Each job in turn, on the state that the ones before it made; a command id that stands twice in the batch is decided once. */
export const decideBatch = (clinicId: ClinicId, start: Clinic, jobs: readonly Prepared[], now: Instant): Decided => {
  let clinic = start;
  const events: Recorded[] = [];
  const entries: LogEntry[] = [];
  const known = new Map<string, { bodyHash: string; person: string; answer: SubmitReply }>();
  const ended = new Map<SessionId, Session>();
  const defects: unknown[] = [];
  const answerOne = (prepared: Prepared): SubmitReply => {
    const { job, bodyHash } = prepared;
    const earlier = known.get(job.commandId) ?? remembered(prepared);
    if (earlier) return earlier.bodyHash === bodyHash && earlier.person === job.person ? earlier.answer : ID_USED;
    const named = sessionNamedBy(job.command);
    const recalled = (named && ended.get(named)) ?? prepared.recalled;
    const { answer, recorded } = decideOne(clinicId, clinic, { ...prepared, recalled }, now);
    if (recorded.length > 0) {
      const session = (named && clinic.sessions[named]) ?? recalled;
      const next = recorded.reduce(evolve, clinic);
      const entry = entryOf(prepared, recorded);
      // LA10. Whoever comes behind the end of a session in its own batch finds it as it then is.
      if (session && !(session.id in next.sessions)) ended.set(session.id, recorded.reduce(evolveSession, session));
      clinic = next;
      events.push(...recorded);
      entries.push(entry);
      known.set(job.commandId, { bodyHash, person: job.person, answer });
    }
    return answer;
  };
  /** AT3. What breaks while one is decided is that one's alone: nothing of it is kept, and the others are answered. */
  const answers = jobs.map((prepared) => {
    try {
      return { job: prepared.job, answer: answerOne(prepared) };
    } catch (error) {
      defects.push(error);
      return { job: prepared.job, answer: TRY_AGAIN };
    }
  });
  return { clinic, events, entries, answers, defects };
};

const TRY_AGAIN: SubmitReply = { failed: "try-again" };

const ID_USED: SubmitReply = { rejected: { reason: "command-id-used" } };

/** LA1. A retry gets the first answer; the same id with another body or by another person gets none. */
const remembered = ({ earlier }: Prepared) =>
  earlier && { bodyHash: earlier.bodyHash, person: earlier.person, answer: accepted(earlier.lastSeq) };

const accepted = (at: Seq): SubmitReply => ({ accepted: { seq: at } });

/** AC3. Rights are read from the state that the append is checked against, in the same turn. */
const decideOne = (
  clinicId: ClinicId,
  clinic: Clinic,
  { job, recalled }: Prepared,
  now: Instant,
): { answer: SubmitReply; recorded: readonly Recorded[] } => {
  const { commandId, command, person, device } = job;
  const roles: readonly Role[] = person === "system" ? ["system"] : rolesOf(clinic, person);
  const role = roleFor(roles, command.type);
  if (role === undefined) return { answer: { rejected: { reason: "not-allowed" } }, recorded: [] };
  const context = { now, commandId, person, role, device, clinicId, recalled };
  const decision = decide(clinic, command, context);
  if ("rejected" in decision) return { answer: decision, recorded: [] };
  const recorded = stamp(clinic, decision.accepted, context);
  return { answer: accepted(seq(clinic.seq + recorded.length)), recorded };
};
