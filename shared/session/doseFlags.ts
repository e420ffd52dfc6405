import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import { SPRAY } from "#shared/protocol/nasal.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { doseOf, standing, type Dose, type DoseFlag } from "./dose.ts";
import { isAboveOrder, isCleared, startFlags } from "./gate.ts";
import type { Order, Session } from "./session.ts";

/** CH9. What the rules say of a dose that is given at this moment: the form says it before, the server keeps it with the fact. */
interface Giving {
  readonly clinic: Pick<Clinic, "onSite">;
  readonly session: Session;
  readonly protocol: Protocol | undefined;
  readonly at: Instant;
}

/** IV2, IM2, NS2. Of the first one, whatever the route. */
export const firstFlags = ({ clinic, session, protocol, at }: Giving, mg: number): readonly DoseFlag[] =>
  protocol ? startFlags(clinic, session, protocol, mg, at) : [];

/** IM2, IM3. */
export const injectionFlags = (giving: Giving, mg: number): readonly DoseFlag[] => {
  const { session, at } = giving;
  const dose = doseOf(session.doseFacts);
  if (dose.phase === "not-started") return firstFlags(giving, mg);
  const allowed = secondAllowed(session);
  if (!allowed) return ["not-pre-authorised"];
  const above = mg > allowed.mgAtMost + 0.5 && !isCleared(session, "dose-above-order");
  return [
    ...(above ? (["dose-above-order"] as const) : []),
    ...(at < allowed.from || at > allowed.to ? (["outside-authorised-time"] as const) : []),
  ];
};

/** What the order allows besides the first injection, in clock times; nothing where it allows none, or no more. P 3. */
export interface Allowed {
  readonly mgAtMost: number;
  readonly from: Instant;
  readonly to: Instant;
}

export const secondAllowed = ({ doseFacts, orders }: Session): Allowed | undefined => {
  const dose = doseOf(doseFacts);
  const order = orders.at(-1)?.order;
  const second = order?.route === "im" ? order.second : undefined;
  const given = standing(doseFacts).filter(({ kind }) => kind === "injection").length;
  return dose.phase === "not-started" || given !== 1 || !second
    ? undefined
    : { mgAtMost: second.mgAtMost, from: dose.t0 + second.fromMin * MINUTE, to: dose.t0 + second.toMin * MINUTE };
};

type Spray = Extract<Protocol["dose"], { route: "nasal" }>;

/** IV5. Where the session's protocol is of another route a device holds what we ship: the label's 28 mg. */
export const sprayOf = (protocol: Protocol | undefined): Spray =>
  protocol?.dose.route === "nasal" ? protocol.dose : SPRAY;

/** NS1. As many as the order asks for; without an order the largest dose, so that it is never called over too early. */
export const devicesOf = (order: Order | undefined, { mgPerDevice, dosesMg }: Spray): number =>
  Math.max(1, Math.ceil((order?.mg ?? Math.max(...dosesMg)) / mgPerDevice - 1e-9));

/** NS2, NS3. */
export const deviceFlags = (giving: Giving): readonly DoseFlag[] => {
  const { session, protocol } = giving;
  const rules = sprayOf(protocol);
  const dose = doseOf(session.doseFacts);
  return dose.phase === "not-started" ? firstFlags(giving, rules.mgPerDevice) : furtherDevice(giving, dose, rules);
};

const furtherDevice = (
  { session, at }: Giving,
  dose: Exclude<Dose, { phase: "not-started" }>,
  { mgPerDevice, gapMin }: Spray,
): readonly DoseFlag[] => {
  const last = standing(session.doseFacts).findLast((fact) => fact.kind === "device" && fact.at <= at);
  const soon = last !== undefined && at - last.at < gapMin * MINUTE;
  const tooMany = isAboveOrder(session, session.orders.at(-1)?.order, dose.mg + mgPerDevice);
  return [
    ...(soon ? (["too-soon-after-device"] as const) : []),
    ...(tooMany ? (["more-devices-than-ordered"] as const) : []),
  ];
};
