import type { Instant } from "#shared/base/time.ts";
import { above, atLeast, pressureOf } from "#shared/protocol/pressure.ts";
import type { GateItem, Protocol } from "#shared/protocol/protocol.ts";
import { prescriberOnSite, type Clinic } from "#shared/clinic/clinic.ts";
import { latestWith } from "#shared/session/current.ts";
import { doseOf, type DoseFlag } from "./dose.ts";
import type { Order, Session } from "./session.ts";

/** What a prescriber has to look at before the dose. */
export type ClearanceNeed = "pressure-held" | "first-treatment" | "protocol-asks" | "dose-above-order";

/** Where the way to the dose stands: what is still open, and what a clinician must look at first. */
export interface Gate {
  readonly open: readonly (GateItem | "order" | "baseline" | "sober-reminder" | "prescriber-on-site")[];
  /** Not done and not in the way; a start without them is no flag. */
  readonly soft: readonly GateItem[];
  readonly hold: "none" | "held" | "do-not-start";
  /** What a prescriber has yet to clear. */
  readonly needs: readonly ClearanceNeed[];
  readonly cleared: boolean;
  /** Baseline values that a clinician is asked to look at; they hold nothing up. */
  readonly look: readonly ("hr" | "spo2")[];
  readonly green: boolean;
}

/** GA1-GA9. Green when all is done and a prescriber cleared what asks for it. A start is never refused for it; it is flagged. */
export const gateOf = (clinic: Pick<Clinic, "onSite">, session: Session, protocol: Protocol, now: Instant): Gate => {
  const open = [
    ...protocol.gate.hard.filter((item) => !passed(session, item)),
    ...(session.orders.length === 0 ? (["order"] as const) : []),
    ...(hasBaseline(session, protocol) ? [] : (["baseline"] as const)),
    ...(session.soberReminder?.acknowledged ? [] : (["sober-reminder"] as const)),
    ...(protocol.gate.prescriberOnSite && !prescriberOnSite(clinic, now) ? (["prescriber-on-site"] as const) : []),
  ];
  const hold = holdOf(session, protocol);
  const needs = needsOf(session, protocol, hold);
  return {
    open,
    soft: protocol.gate.soft.filter((item) => !passed(session, item)),
    hold,
    needs,
    cleared: hold === "held" && isCleared(session, "pressure-held"),
    look: lookAt(session, protocol),
    green: open.length === 0 && needs.length === 0 && hold !== "do-not-start",
  };
};

/** GA5. What waits for a clinician before the dose; a dose above the order is asked about when it is given. P 3. */
const needsOf = (session: Session, { gate }: Protocol, hold: Gate["hold"]): readonly ClearanceNeed[] => {
  const asked: readonly (readonly [ClearanceNeed, boolean])[] = [
    ["pressure-held", hold === "held"],
    ["first-treatment", gate.clinicianClearsFirst && session.course?.n === 1],
    ["protocol-asks", gate.clinicianClears],
  ];
  return asked.filter(([need, holds]) => holds && !isCleared(session, need)).map(([need]) => need);
};

/** GA4, GA5. A clinician clears the pressure, or the order, that stood when she said so: a newer one asks again, and nobody clears "do not start". */
export const isCleared = (session: Session, need: ClearanceNeed): boolean =>
  session.clearances.some(({ why, at }) => why.code === need && at >= clearedFrom(session, need));

/** What a clearance was about: the pressure or the order that stood. */
const clearedFrom = (session: Session, need: ClearanceNeed): Instant => {
  if (need === "pressure-held") return latestWith(session, "sbp")?.recordedAt ?? 0;
  return need === "dose-above-order" ? (session.orders.at(-1)?.at ?? 0) : 0;
};

/** GA7. Medicines are answered with their own form; everything else by its row. */
const passed = ({ gate, medicines }: Session, item: GateItem): boolean => {
  if (item === "medicines") return medicines !== undefined;
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

/** GA3. Held at the limit or more, above the second one do not start. By the newest pressure; from 65 years by the clinic's own limit. */
const holdOf = (session: Session, { hold }: Protocol): Gate["hold"] => {
  const pressure = pressureOf(latestWith(session, "sbp")?.values ?? {});
  if (!pressure) return "none";
  if (hold.doNotStartAbove && above(pressure, hold.doNotStartAbove)) return "do-not-start";
  return atLeast(pressure, holdLimit(session, hold)) ? "held" : "none";
};

/** Who is not known to be 65 is held by the lower limit. */
export const holdLimit = ({ from65 }: Session, { atLeast: limit, atLeastFrom65 }: Protocol["hold"]) =>
  from65 === true && atLeastFrom65 ? atLeastFrom65 : limit;

/** GA9. A baseline outside the protocol's limits: a clinician is asked to look, and nothing is held up. C 1.2, S51 [V2]. */
const lookAt = (session: Session, { gate: { look } }: Protocol): Gate["look"] => {
  const hr = latestWith(session, "hr")?.values.hr;
  const spo2 = latestWith(session, "spo2")?.values.spo2;
  return [
    ...(look && hr !== undefined && (hr < look.hr[0] || hr > look.hr[1]) ? (["hr"] as const) : []),
    ...(look && spo2 !== undefined && spo2 < look.spo2Below ? (["spo2"] as const) : []),
  ];
};

/** IV2, IM2, NS2. What was not in order when the first dose was given: recorded with the fact, never a reason to lose it. */
export const startFlags = (
  clinic: Pick<Clinic, "onSite">,
  session: Session,
  protocol: Protocol,
  mg: number,
  now: Instant,
): readonly DoseFlag[] => {
  const { open, hold, cleared, needs } = gateOf(clinic, session, protocol, now);
  const order = session.orders.at(-1)?.order;
  const flags: readonly (readonly [DoseFlag, boolean])[] = [
    ["already-started", doseOf(session.doseFacts).phase !== "not-started"],
    ["no-order", open.includes("order")],
    ["no-baseline", open.includes("baseline")],
    ["no-sober-reminder", open.includes("sober-reminder")],
    ["no-prescriber-on-site", open.includes("prescriber-on-site")],
    ["gate-incomplete", open.some((item) => (protocol.gate.hard as readonly string[]).includes(item))],
    ["held-pressure", hold === "held" && !cleared],
    ["above-do-not-start", hold === "do-not-start"],
    ["no-clearance", needs.some((need) => need !== "pressure-held")],
    ["dose-above-order", isAboveOrder(session, order, mg)],
  ];
  return flags.filter(([, holds]) => holds).map(([flag]) => flag);
};

/** GA5. More than the order says, unless a prescriber cleared just that. Half a milligram is rounding. */
export const isAboveOrder = (session: Session, order: Order | undefined, mg: number): boolean =>
  order !== undefined && mg > order.mg + 0.5 && !isCleared(session, "dose-above-order");
