import {
  currentProtocol,
  rolesOf,
  sessionInChair,
  type Clinic,
  type Visit,
  protocolOf,
} from "#shared/clinic/clinic.ts";
import {
  accept,
  isClosed,
  reject,
  sessionFor,
  type Context,
  type Decide,
  type Decision,
} from "#shared/clinic/decision.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import type { Rejection } from "#shared/clinic/rejection.ts";
import { HOUR } from "#shared/base/time.ts";
import type { Order, Session } from "./session.ts";

/** Days around today for which a visit can be planned: what is further away was typed wrong. */
const PLANNED_DAYS = { back: 2, ahead: 800 } as const;

/** AT1. A visit is for a day that people plan for. */
export const expectPatient: Decide<"expect-patient"> = (clinic, { type: _, ...visit }, { now }) => {
  const days = (visit.expectedAt - now) / (24 * HOUR);
  if (!(days > -PLANNED_DAYS.back && days < PLANNED_DAYS.ahead))
    return reject({ reason: "invalid", field: "expectedAt", problem: "too-far-away" });
  if (clinic.visits[visit.visitId]) return reject({ reason: "id-taken" });
  if (visit.chairId !== undefined && !clinic.chairs[visit.chairId]) return reject({ reason: "unknown-thing" });
  return accept({ type: "visit-expected", ...visit });
};

export const withdrawVisit: Decide<"withdraw-visit"> = (clinic, { visitId, outcome }) =>
  clinic.visits[visitId]?.status === "expected"
    ? accept({ type: "visit-withdrawn", visitId, outcome })
    : reject({ reason: "unknown-thing" });

/** SE1. One patient in one chair: a taken chair says by whom, and a patient cannot sit in two. */
export const checkIn: Decide<"check-in"> = (clinic, command, context) => {
  const { sessionId, patientId, chairId, route, visitId, course } = command;
  if (sessionFor(clinic, command, context) || sessionId in clinic.closed) return reject({ reason: "id-taken" });
  if (!clinic.chairs[chairId] || (visitId !== undefined && !isExpected(clinic.visits[visitId], patientId)))
    return reject({ reason: "unknown-thing" });
  const there = sessionInChair(clinic, chairId);
  if (there) return reject({ reason: "chair-taken", chairId, sessionId: there.id });
  if (Object.values(clinic.sessions).some((session) => session.patientId === patientId))
    return reject({ reason: "patient-already-here" });
  const version = currentProtocol(clinic, route);
  if (!version) return reject({ reason: "no-protocol" });
  const { id, version: number } = version.protocol;
  return accept({
    type: "checked-in",
    sessionId,
    patientId,
    chairId,
    route,
    protocol: { id, version: number },
    zone: clinic.zone,
    visitId,
    course,
  });
};

/** SE3. A visit is checked in once, and by the patient that it is for. */
const isExpected = (visit: Visit | undefined, patientId: Visit["patientId"]): boolean =>
  visit?.status === "expected" && visit.patientId === patientId;

/** OR1-OR3. The arithmetic must agree; what is outside the usual is asked once, and then it is the prescriber's word. */
export const recordOrder: Decide<"record-order"> = (clinic, { sessionId, order }, context) =>
  inOpenSession(clinic, sessionId, context, (session) => {
    const rejected = checkOrder(clinic, order, protocolOf(clinic, session.protocol));
    return rejected ? reject(rejected) : accept({ type: "order-recorded", sessionId, order });
  });

/** Shared with the form, so that the field says it before the network does. */
export const checkOrder = (clinic: Clinic, order: Order, protocol: Protocol | undefined): Rejection | undefined => {
  const { prescriber, mgPerKg, weightKg, mg, minutes, confirmed } = order;
  const prescribes = rolesOf(clinic, prescriber).some((role) => role === "clinician" || role === "director");
  if (!prescribes) return { reason: "not-a-prescriber" };
  if (!(weightKg >= 25 && weightKg <= 350)) return { reason: "dose-unusual", field: "weightKg", low: 25, high: 350 };
  const expectedMg = Math.round(mgPerKg * weightKg * 10) / 10;
  if (Math.abs(mg - expectedMg) > 0.5) return { reason: "dose-arithmetic", expectedMg };
  const rules = protocol?.dose;
  if (!rules) return undefined;
  const [low, high] = rules.usualMgPerKg;
  if (asks(mgPerKg, low, high, confirmed)) return { reason: "dose-unusual", field: "mgPerKg", low, high };
  const [shortest, longest] = rules.usualMinutes;
  return asks(minutes, shortest, longest, confirmed)
    ? { reason: "dose-unusual", field: "minutes", low: shortest, high: longest }
    : undefined;
};

/** Nothing and less than nothing is no order, whoever confirms it. */
const asks = (value: number, low: number, high: number, confirmed: boolean): boolean =>
  !(value > 0) || (!confirmed && (value < low || value > high));

export const recordGateItem: Decide<"record-gate-item"> = (clinic, { sessionId, item, answer, text }, context) =>
  inOpenSession(clinic, sessionId, context, () =>
    accept({ type: "gate-item-recorded", sessionId, item, answer, text }),
  );

export const giveSoberReminder: Decide<"give-sober-reminder"> = (clinic, { type: _, ...said }, context) =>
  inOpenSession(clinic, said.sessionId, context, () => accept({ type: "sober-reminder-given", ...said }));

export const giveClearance: Decide<"give-clearance"> = (clinic, { sessionId, why }, context) =>
  inOpenSession(clinic, sessionId, context, () => accept({ type: "clearance-given", sessionId, why }));

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
