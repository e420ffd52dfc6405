import {
  currentProtocol,
  isPrescriber,
  sessionInChair,
  type Clinic,
  type Visit,
  protocolOf,
} from "#shared/clinic/clinic.ts";
import { accept, inOpenSession, reject, sessionFor, type Decide } from "#shared/clinic/decision.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import type { Rejection } from "#shared/clinic/rejection.ts";
import { calendarDay, HOUR } from "#shared/base/time.ts";
import { firstDue, unsignedOf } from "./cosign.ts";
import type { Order } from "./session.ts";

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
  const { type: _, sessionId, patientId, chairId, route, visitId, ...known } = command;
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
    ...known,
  });
};

/** SE3. A visit is checked in once, and by the patient that it is for. */
const isExpected = (visit: Visit | undefined, patientId: Visit["patientId"]): boolean =>
  visit?.status === "expected" && visit.patientId === patientId;

/** OR1-OR6. The arithmetic must agree; what is outside the usual is asked once, and then it is the prescriber's word. */
export const recordOrder: Decide<"record-order"> = (clinic, { sessionId, order }, context) =>
  inOpenSession(clinic, sessionId, context, (session) => {
    if (order.route !== session.route) return reject({ reason: "other-route" });
    const rejected = checkOrder(clinic, order, protocolOf(clinic, session.protocol));
    return rejected ? reject(rejected) : accept({ type: "order-placed", sessionId, order });
  });

/** Shared with the form, so that the field says it before the network does. */
export const checkOrder = (clinic: Clinic, order: Order, protocol: Protocol | undefined): Rejection | undefined => {
  if (!isPrescriber(clinic, order.prescriber)) return { reason: "not-a-prescriber" };
  return impossibleOrder(order) ?? arithmetic(order) ?? (protocol ? beyondUsual(order, protocol.dose) : undefined);
};

/** OR7. What no pump, syringe or box of devices could give is no order, whoever confirms it. */
const MOST = { mg: 2000, mgPerKg: 20, minutes: 600, devices: 10 } as const;

const impossibleOrder = (order: Order): Rejection | undefined => {
  const { mg } = order;
  if (mg > MOST.mg || (order.route === "im" && (order.second?.mgAtMost ?? 0) > MOST.mg))
    return { reason: "dose-unusual", field: "mg", low: 0, high: MOST.mg };
  if (order.route !== "nasal" && (order.mgPerKg ?? 0) > MOST.mgPerKg)
    return { reason: "dose-unusual", field: "mgPerKg", low: 0, high: MOST.mgPerKg };
  if (order.route === "iv" && order.minutes > MOST.minutes)
    return { reason: "dose-unusual", field: "minutes", low: 0, high: MOST.minutes };
  return order.route === "im" && (order.second?.toMin ?? 0) > 24 * 60
    ? { reason: "order-incomplete", field: "second" }
    : undefined;
};

/** OR1. Milligrams agree with dose per kilogram and weight; per kilogram needs a weight, and a fixed dose needs none. */
const arithmetic = (order: Order): Rejection | undefined => {
  if (order.route === "nasal") return undefined;
  const { mgPerKg, weightKg, mg } = order;
  if (mgPerKg === undefined && weightKg === undefined) return undefined;
  if (mgPerKg === undefined) return { reason: "order-incomplete", field: "mgPerKg" };
  if (weightKg === undefined) return { reason: "order-incomplete", field: "weightKg" };
  if (!(weightKg >= 25 && weightKg <= 350)) return { reason: "dose-unusual", field: "weightKg", low: 25, high: 350 };
  const expectedMg = Math.round(mgPerKg * weightKg * 10) / 10;
  return Math.abs(mg - expectedMg) > 0.5 ? { reason: "dose-arithmetic", expectedMg } : undefined;
};

/** OR2, OR4-OR6. Outside what the clinic usually gives, each route by its own measure. */
const beyondUsual = (order: Order, rules: Protocol["dose"]): Rejection | undefined => {
  if (rules.route === "iv" && order.route === "iv") return infusionBeyond(order, rules);
  if (rules.route === "im" && order.route === "im") return injectionBeyond(order, rules);
  return rules.route === "nasal" && order.route === "nasal" ? sprayBeyond(order, rules) : undefined;
};

type OrderFor<Route extends Order["route"]> = Extract<Order, { route: Route }>;
type RulesFor<Route extends Order["route"]> = Extract<Protocol["dose"], { route: Route }>;

/** OR2, OR6. C 1.3 [D]. */
const infusionBeyond = ({ mgPerKg, minutes, confirmed, kind }: OrderFor<"iv">, rules: RulesFor<"iv">) => {
  const [low, high] = rules.usualMgPerKg;
  if (asks(mgPerKg, low, high, confirmed)) return { reason: "dose-unusual", field: "mgPerKg", low, high } as const;
  const [shortest, longest] = rules.usualMinutes;
  if (asks(minutes, shortest, longest, confirmed))
    return { reason: "dose-unusual", field: "minutes", low: shortest, high: longest } as const;
  return kind === "verbal" && mgPerKg > rules.confirmAboveMgPerKg
    ? ({ reason: "needs-signed-order" } as const)
    : undefined;
};

/** OR2, OR4, OR6. A second injection counts with the first. C 1.4, S52 [V]. */
const injectionBeyond = ({ mg, second, confirmed, kind }: OrderFor<"im">, rules: RulesFor<"im">) => {
  if (second && !(second.mgAtMost > 0 && second.fromMin > 0 && second.toMin > second.fromMin))
    return { reason: "order-incomplete", field: "second" } as const;
  const [low, high] = rules.usualMg;
  if (asks(mg, low, high, confirmed) || (second && asks(second.mgAtMost, 0, high, confirmed)))
    return { reason: "dose-unusual", field: "mg", low, high } as const;
  const inAll = mg + (second?.mgAtMost ?? 0);
  return kind === "verbal" && inAll > rules.confirmAboveMg ? ({ reason: "needs-signed-order" } as const) : undefined;
};

/** OR5. One of the doses of the protocol; another number of whole devices is asked once, and half a device is none. */
const sprayBeyond = ({ mg, confirmed }: OrderFor<"nasal">, { dosesMg, mgPerDevice }: RulesFor<"nasal">) => {
  const whole = mg > 0 && Number.isInteger(mg / mgPerDevice) && mg / mgPerDevice <= MOST.devices;
  const fits = dosesMg.includes(mg) || (confirmed && whole);
  return fits
    ? undefined
    : ({ reason: "dose-unusual", field: "mg", low: Math.min(...dosesMg), high: Math.max(...dosesMg) } as const);
};

/** Nothing and less than nothing is no order, whoever confirms it. */
const asks = (value: number, low: number, high: number, confirmed: boolean): boolean =>
  !(value > 0) || (!confirmed && (value < low || value > high));

/** GA8. A prescriber signs what was said: another one may, for a colleague who is away, and the record says who did. */
export const cosign: Decide<"cosign"> = (clinic, { sessionId, what }, context) => {
  const session = sessionFor(clinic, { sessionId }, context);
  if (!session) return reject({ reason: "unknown-thing" });
  const unsigned = unsignedOf(session, protocolOf(clinic, session.protocol));
  if (!unsigned.some((one) => isSame(one.what, what))) return reject({ reason: "already-signed" });
  const nextDueAt = firstDue(unsigned.filter((one) => !isSame(one.what, what)));
  return accept({ type: "cosigned", sessionId, what, last: nextDueAt === undefined, nextDueAt });
};

type What = ReturnType<typeof unsignedOf>[number]["what"];
const isSame = (one: What, other: What): boolean =>
  one.kind === other.kind && (one.kind !== "order" || (other.kind === "order" && one.seq === other.seq));

export const recordGateItem: Decide<"record-gate-item"> = (clinic, { sessionId, item, answer, text }, context) =>
  inOpenSession(clinic, sessionId, context, () =>
    accept({ type: "gate-item-recorded", sessionId, item, answer, text }),
  );

/** GA6. History, contraindications and allergies of a patient who is known: one act, with the list in view. P 3. */
export const reviewHistory: Decide<"review-history"> = (clinic, { sessionId, unchangedSince }, context) =>
  inOpenSession(clinic, sessionId, context, ({ zone }) => {
    if (unchangedSince > calendarDay(context.now, zone))
      return reject({ reason: "in-the-future", field: "unchangedSince" });
    return accept(
      ...(["allergies", "contraindications"] as const).map(
        (item) =>
          ({
            type: "gate-item-recorded",
            sessionId,
            item,
            answer: "reviewed-unchanged",
            since: unchangedSince,
          }) as const,
      ),
    );
  });

export const recordMedicines: Decide<"record-medicines"> = (clinic, { sessionId, medicines }, context) =>
  inOpenSession(clinic, sessionId, context, () => accept({ type: "medicines-recorded", sessionId, medicines }));

/** NS5. Attested per shift, for at most sixteen hours: who prescribes is in the building. P 3. */
export const attestPrescriberOnSite: Decide<"attest-prescriber-on-site"> = (clinic, { prescriber, until }, { now }) => {
  if (!isPrescriber(clinic, prescriber)) return reject({ reason: "not-a-prescriber" });
  if (until <= now || until > now + 16 * HOUR)
    return reject({ reason: "invalid", field: "until", problem: "not-this-shift" });
  return accept({ type: "prescriber-on-site-attested", prescriber, until });
};

export const giveSoberReminder: Decide<"give-sober-reminder"> = (clinic, { type: _, ...said }, context) =>
  inOpenSession(clinic, said.sessionId, context, () => accept({ type: "sober-reminder-given", ...said }));

export const giveClearance: Decide<"give-clearance"> = (clinic, { sessionId, why }, context) =>
  inOpenSession(clinic, sessionId, context, () => accept({ type: "clearance-given", sessionId, why }));
