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
import type { Protocol } from "#shared/protocol/protocol.ts";
import { doseOf, type Dose, type DoseFlag } from "./dose.ts";
import { deviceFlags, devicesOf, firstFlags, injectionFlags, sprayOf } from "./doseFlags.ts";
import type { Session } from "./session.ts";
import { whenTrue } from "./times.ts";

/** IV2. The pump was started: recorded whatever the state, and flagged where something was not in order. */
export const startInfusion: Decide<"start-infusion"> = (clinic, command, context) =>
  doseFact(clinic, command, context, ({ session, at, after, protocol }) => {
    const { sessionId, factId, mg, plannedMin, rateMlPerH } = command;
    const flags = [...firstFlags({ clinic, session, protocol, at }, mg), ...after];
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

/** IM2. An injection was given: the first one like a start, a further one against what the order allowed beforehand. */
export const giveInjection: Decide<"give-injection"> = (clinic, command, context) =>
  doseFact(clinic, command, context, ({ session, at, after, protocol }) => {
    const { sessionId, factId, mg, site, package: pack } = command;
    const flags = injectionFlags({ clinic, session, protocol, at }, mg);
    return accept({
      type: "injection-given",
      sessionId,
      factId,
      at,
      flags: [...flags, ...after],
      mg,
      site,
      package: pack,
    });
  });

/** NS2, NS3. A device was given: the first one like a start, each next one against the rest of five minutes and the order. */
export const giveDevice: Decide<"give-device"> = (clinic, command, context) =>
  doseFact(clinic, command, context, ({ session, at, after, protocol }) => {
    const { sessionId, factId, package: pack } = command;
    const rules = sprayOf(protocol);
    const flags = deviceFlags({ clinic, session, protocol, at });
    const of = session.route === "nasal" ? devicesOf(session.orders.at(-1)?.order, rules) : 1;
    return accept({
      type: "device-given",
      sessionId,
      factId,
      at,
      flags: [...flags, ...after],
      mg: rules.mgPerDevice,
      of,
      gapMin: rules.gapMin,
      package: pack,
    });
  });

/** NS4. No more devices will be given: the dose ended with the last one. */
export const stopDevices: Decide<"stop-devices"> = (clinic, command, context) =>
  doseFact(clinic, command, context, ({ at, flags }) =>
    accept({
      type: "devices-stopped",
      sessionId: command.sessionId,
      factId: command.factId,
      at,
      flags,
      reason: command.reason,
    }),
  );

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
  readonly protocol: Protocol | undefined;
  readonly at: number;
  /** What was out of order about any dose fact but a first one. */
  readonly flags: DoseFlag[];
  readonly after: DoseFlag[];
}

/** IV3. Only an impossible time refuses a dose fact. */
const doseFact = (
  clinic: Clinic,
  command: { readonly type: string; readonly sessionId: SessionId; readonly factId: DoseFactId; readonly at: number },
  context: Context,
  then: (fact: Fact) => Decision,
): Decision => {
  const { sessionId, factId, at } = command;
  const session = sessionFor(clinic, { sessionId }, context);
  if (!session) return reject({ reason: "unknown-thing" });
  if (session.doseFacts.some(({ id }) => id === factId)) return reject({ reason: "id-taken" });
  const when = whenTrue(session, at, context.now, "at");
  if ("rejected" in when) return when;
  const after: DoseFlag[] = [
    ...(isClosed(clinic, session) ? (["after-leaving"] as const) : []),
    ...(routeOf(command.type) === session.route ? [] : (["other-route"] as const)),
  ];
  const protocol = protocolOf(clinic, session.protocol);
  return then({ session, protocol, at: when.at, after, flags: [...outOfOrder(doseOf(session.doseFacts)), ...after] });
};

/** IV5. A drug given another way than checked in for is recorded all the same, and says so. */
const routeOf = (type: string): Session["route"] =>
  type === "give-injection" ? "im" : type === "give-device" || type === "stop-devices" ? "nasal" : "iv";

const outOfOrder = ({ phase }: Dose): readonly DoseFlag[] =>
  phase === "not-started" ? ["not-started"] : phase === "ended" ? ["already-ended"] : [];
