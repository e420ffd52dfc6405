import type { ClinicId, CommandId, DeviceId, PersonId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import type { Role } from "#shared/access/role.ts";
import type { Session } from "#shared/session/session.ts";
import type { Clinic } from "./clinic.ts";
import type { Command, CommandOf } from "./commands.ts";
import type { Event } from "./events.ts";
import type { Rejection } from "./rejection.ts";

/** Everything that a decision may know besides the state and the command: no clock, no chance. */
export interface Context {
  readonly now: Instant;
  readonly commandId: CommandId;
  readonly person: PersonId | "system";
  readonly role: Role;
  readonly device: DeviceId | "system";
  readonly clinicId: ClinicId;
  /** A session that has left the state, folded from the log because the command names it. */
  readonly recalled?: Session | undefined;
}

export type Decision = { readonly accepted: readonly Event[] } | { readonly rejected: Rejection };

export type Decide<Type extends Command["type"]> = (
  clinic: Clinic,
  command: CommandOf<Type>,
  context: Context,
) => Decision;

export const accept = (...events: readonly Event[]): Decision => ({ accepted: events });
export const reject = (rejected: Rejection): Decision => ({ rejected });

/** The session that a command names: in the state, or folded from the log for it. */
export const sessionFor = (
  clinic: Clinic,
  { sessionId }: { readonly sessionId: Session["id"] },
  { recalled }: Context,
): Session | undefined => clinic.sessions[sessionId] ?? (recalled?.id === sessionId ? recalled : undefined);

export const isClosed = (clinic: Clinic, session: Session): boolean => !(session.id in clinic.sessions);

/** LV9. Wishes about a session that is still here; one that has ended is said to have. */
export const inOpenSession = (
  clinic: Clinic,
  sessionId: Session["id"],
  context: Context,
  then: (session: Session) => Decision,
): Decision => {
  const session = sessionFor(clinic, { sessionId }, context);
  if (!session) return reject({ reason: sessionId in clinic.closed ? "session-ended" : "unknown-thing" });
  return isClosed(clinic, session) ? reject({ reason: "session-ended" }) : then(session);
};
