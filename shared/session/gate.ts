import { above, atLeast, pressureOf } from "#shared/protocol/pressure.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { latestWith } from "#shared/session/current.ts";
import { infusionOf, type DoseFlag } from "./dose.ts";
import { HARD_GATE, type GateItem, type Session } from "./session.ts";

/** Where the way to the dose stands: what is still open, and what a clinician must look at first. */
export interface Gate {
  readonly open: readonly (GateItem | "order" | "baseline" | "sober-reminder")[];
  readonly hold: "none" | "held" | "do-not-start";
  readonly cleared: boolean;
  readonly green: boolean;
}

/** GA1-GA4. Green when all is done and the pressure is not held, or a clinician cleared it. A start is never refused for it; it is flagged. */
export const gateOf = (session: Session, protocol: Protocol): Gate => {
  const open = [
    ...HARD_GATE.filter((item) => !passed(session, item)),
    ...(session.orders.length === 0 ? (["order"] as const) : []),
    ...(hasBaseline(session, protocol) ? [] : (["baseline"] as const)),
    ...(session.soberReminder?.acknowledged ? [] : (["sober-reminder"] as const)),
  ];
  const hold = holdOf(session, protocol);
  const cleared = hold === "held" && isCleared(session);
  return { open, hold, cleared, green: open.length === 0 && (hold === "none" || cleared) };
};

/** GA4. A clinician clears the pressure that stood when she said so: a newer held one is held again, and nobody clears "do not start". */
const isCleared = (session: Session): boolean =>
  session.clearances.some(
    ({ why, at }) => why.code === "pressure-held" && at >= (latestWith(session, "sbp")?.recordedAt ?? 0),
  );

const passed = ({ gate }: Session, item: GateItem): boolean => {
  const answer = gate[item]?.answer;
  return answer === "done" || answer === "reviewed-unchanged";
};

/** GA2. Every baseline value of the protocol was taken, or its absence has a reason. */
const hasBaseline = (session: Session, protocol: Protocol): boolean =>
  protocol.required.baseline.every((field) =>
    field === "bp"
      ? latestWith(session, "sbp") !== undefined
      : latestWith(session, field) !== undefined ||
        session.observations.some(
          ({ status, notAssessed = [] }) => status === "current" && notAssessed.some((one) => one.field === field),
        ),
  );

/** GA3. Held at 160/100 or more; above 180/110 do not start. By the newest pressure. */
const holdOf = (session: Session, { hold }: Protocol): Gate["hold"] => {
  const pressure = pressureOf(latestWith(session, "sbp")?.values ?? {});
  if (!pressure) return "none";
  if (above(pressure, hold.doNotStartAbove)) return "do-not-start";
  return atLeast(pressure, hold.atLeast) ? "held" : "none";
};

/** IV2. What was not in order when the pump was started: recorded with the fact, never a reason to lose it. */
export const startFlags = (session: Session, protocol: Protocol, mg: number): readonly DoseFlag[] => {
  const { open, hold, cleared } = gateOf(session, protocol);
  const order = session.orders.at(-1);
  const flags: readonly (readonly [DoseFlag, boolean])[] = [
    ["already-started", infusionOf(session.doseFacts).phase !== "not-started"],
    ["no-order", open.includes("order")],
    ["no-baseline", open.includes("baseline")],
    ["no-sober-reminder", open.includes("sober-reminder")],
    ["gate-incomplete", open.some((item) => (HARD_GATE as readonly string[]).includes(item))],
    ["held-pressure", hold === "held" && !cleared],
    ["above-do-not-start", hold === "do-not-start"],
    ["dose-above-order", order !== undefined && mg > order.mg + 0.5],
  ];
  return flags.filter(([, holds]) => holds).map(([flag]) => flag);
};
