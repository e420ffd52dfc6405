import type { Alarm } from "#shared/alarm/alarm.ts";
import type { ChairId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import { protocolOf, sessionInChair, type Chair, type Clinic } from "#shared/clinic/clinic.ts";
import type { Command } from "#shared/clinic/commands.ts";
import { protocolKey, type Protocol } from "#shared/protocol/protocol.ts";
import { nextDue } from "#shared/recovery/due.ts";
import { readiness } from "#shared/recovery/readiness.ts";
import { infusionOf, type DoseFact } from "#shared/session/dose.ts";
import { gateOf } from "#shared/session/gate.ts";
import type { Session } from "#shared/session/session.ts";

/** All that the parts of the page draw from: the facts, and the clock that this screen may believe. */
export interface ChairView {
  readonly clinic: Clinic;
  readonly chair: Chair;
  readonly session: Session;
  readonly protocol: Protocol;
  readonly approved: boolean;
  readonly zone: string;
  /** Stands still while the screen is not LIVE. */
  readonly now: Instant;
  readonly live: boolean;
}

type Found = Pick<ChairView, "clinic" | "chair" | "session" | "protocol" | "approved" | "zone">;

export const findChair = (clinic: Clinic, chairId: ChairId): Found | { readonly chair: Chair } | undefined => {
  const chair = clinic.chairs[chairId];
  const session = sessionInChair(clinic, chairId);
  const protocol = session && protocolOf(clinic, session.protocol);
  if (!chair || !session || !protocol) return chair && { chair };
  return {
    clinic,
    chair,
    session,
    protocol,
    zone: session.zone,
    approved: clinic.protocols[protocolKey(session.protocol)]?.approved !== undefined,
  };
};

export type NextAction =
  | { readonly kind: "complete-preparation"; readonly open: number }
  | {
      readonly kind:
        "start-infusion" | "baseline" | "record-set" | "recheck" | "look-in" | "resume" | "end-infusion" | "leaving";
    };

/** CH1. The one thing that this chair needs from a person now. */
export const nextAction = (clinic: Clinic, session: Session, protocol: Protocol, now: Instant): NextAction => {
  const infusion = infusionOf(session.doseFacts);
  if (infusion.phase === "not-started") return beforeDose(session, protocol);
  const due = nextDue(session, protocol, now);
  if (due && due.state !== "upcoming") return { kind: due.kind === "set" ? "record-set" : due.kind };
  if (infusion.phase === "running") return { kind: now >= infusion.plannedEnd(now) ? "end-infusion" : "record-set" };
  if (infusion.phase === "paused") return { kind: "resume" };
  const { verdict, earliest } = readiness(clinic, session, protocol, now);
  const toLeave = verdict !== "not-yet" || (earliest !== undefined && now >= earliest);
  return { kind: toLeave ? "leaving" : "record-set" };
};

const beforeDose = (session: Session, protocol: Protocol): NextAction => {
  const { open, hold, cleared, green } = gateOf(session, protocol);
  if (green) return { kind: "start-infusion" };
  if (open.length === 1 && open[0] === "baseline") return { kind: "baseline" };
  if (open.length === 0 && hold !== "none" && !cleared) return { kind: "recheck" };
  return { kind: "complete-preparation", open: open.length };
};

/** Calls of this chair, the loudest first; what nobody took stands before what somebody has. */
export const callsOf = (clinic: Clinic, chairId: ChairId): readonly Alarm[] =>
  Object.values(clinic.alarms)
    .filter((alarm) => alarm.chairId === chairId)
    .toSorted(
      (a, b) =>
        RANK[a.priority] - RANK[b.priority] ||
        Number(a.accepted !== undefined) - Number(b.accepted !== undefined) ||
        b.raisedAt - a.raisedAt,
    );

const RANK = { high: 0, medium: 1, low: 2 } as const;

/** CH2. The start of a pump that this tablet still keeps: her own timers count from it, the clinic's facts do not know it yet. */
export const t0Of = (session: Session, kept: readonly Command[]): Instant | undefined => {
  const infusion = infusionOf(session.doseFacts);
  if (infusion.phase !== "not-started") return infusion.t0;
  const starts = kept.flatMap((command) =>
    command.type === "start-infusion" && command.sessionId === session.id ? [command.at] : [],
  );
  return starts.length > 0 ? Math.min(...starts) : undefined;
};

/** How much is in by the clock, when the whole was planned: a hint beside the empty field, never in it. */
export const plannedMg = (facts: readonly DoseFact[]): number | undefined => {
  const infusion = infusionOf(facts);
  return infusion.phase === "not-started" ? undefined : infusion.mg;
};
