import { protocolOf, type Clinic } from "#shared/clinic/clinic.ts";
import {
  accept,
  isClosed,
  reject,
  sessionFor,
  type Context,
  type Decide,
  type Decision,
} from "#shared/clinic/decision.ts";
import type { DoseFactId, SessionId } from "#shared/base/ids.ts";
import { infusionOf, type DoseFlag, type Infusion } from "./dose.ts";
import { startFlags } from "./gate.ts";
import type { Session } from "./session.ts";
import { whenTrue } from "./times.ts";

/** IV2. The pump was started: recorded whatever the state, and flagged where something was not in order. */
export const startInfusion: Decide<"start-infusion"> = (clinic, command, context) =>
  doseFact(clinic, command, context, ({ session, at, after }) => {
    const { sessionId, factId, mg, plannedMin, rateMlPerH } = command;
    const protocol = protocolOf(clinic, session.protocol);
    const flags = [...(protocol ? startFlags(session, protocol, mg) : []), ...after];
    return accept({ type: "infusion-started", sessionId, factId, at, flags, mg, plannedMin, rateMlPerH });
  });

export const pauseInfusion: Decide<"pause-infusion"> = (clinic, command, context) =>
  doseFact(clinic, command, context, ({ at, flags }) =>
    accept({
      type: "infusion-paused",
      sessionId: command.sessionId,
      factId: command.factId,
      at,
      flags,
      reason: command.reason,
    }),
  );

export const resumeInfusion: Decide<"resume-infusion"> = (clinic, command, context) =>
  doseFact(clinic, command, context, ({ at, flags }) =>
    accept({ type: "infusion-resumed", sessionId: command.sessionId, factId: command.factId, at, flags }),
  );

export const changeRate: Decide<"change-rate"> = (clinic, command, context) =>
  doseFact(clinic, command, context, ({ at, flags }) => {
    const { sessionId, factId, rateMlPerH, remainingMin } = command;
    return accept({ type: "infusion-rate-changed", sessionId, factId, at, flags, rateMlPerH, remainingMin });
  });

export const endInfusion: Decide<"end-infusion"> = (clinic, command, context) =>
  doseFact(clinic, command, context, ({ at, flags }) => {
    const { sessionId, factId, givenMg, reason } = command;
    return accept({ type: "infusion-ended", sessionId, factId, at, flags, givenMg, reason });
  });

/** IV4. A time typed wrong is corrected like an observation: the first one stays, and everything that hangs on it moves. */
export const correctDoseFact: Decide<"correct-dose-fact"> = (
  clinic,
  { sessionId, factId, at, struck, reason },
  context,
) => {
  const session = sessionFor(clinic, { sessionId }, context);
  const fact = session?.doseFacts.find(({ id }) => id === factId);
  if (!session || !fact) return reject({ reason: "unknown-thing" });
  const when = whenTrue(session, at, context.now, "at");
  return "rejected" in when
    ? when
    : accept({ type: "dose-fact-corrected", sessionId, factId, at: when.at, struck, reason });
};

interface Fact {
  readonly session: Session;
  readonly at: number;
  /** What was out of order about any dose fact but a start. */
  readonly flags: DoseFlag[];
  readonly after: DoseFlag[];
}

/** IV3. Only an impossible time refuses a dose fact. */
const doseFact = (
  clinic: Clinic,
  { sessionId, factId, at }: { readonly sessionId: SessionId; readonly factId: DoseFactId; readonly at: number },
  context: Context,
  then: (fact: Fact) => Decision,
): Decision => {
  const session = sessionFor(clinic, { sessionId }, context);
  if (!session) return reject({ reason: "unknown-thing" });
  if (session.doseFacts.some(({ id }) => id === factId)) return reject({ reason: "id-taken" });
  const when = whenTrue(session, at, context.now, "at");
  if ("rejected" in when) return when;
  const after: DoseFlag[] = isClosed(clinic, session) ? ["after-leaving"] : [];
  return then({ session, at: when.at, after, flags: [...outOfOrder(infusionOf(session.doseFacts)), ...after] });
};

const outOfOrder = ({ phase }: Infusion): readonly DoseFlag[] =>
  phase === "not-started" ? ["not-started"] : phase === "ended" ? ["already-ended"] : [];
