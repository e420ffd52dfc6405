import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import type { Session } from "#shared/session/session.ts";
import { newestFirst } from "#shared/session/current.ts";
import { satisfies } from "./routine.ts";
import type { Slot } from "./slot.ts";
import { slotsOf } from "./slots.ts";

export type DueState = "done" | "upcoming" | "due-soon" | "due" | "held" | "late" | "overdue" | "not-done";

export interface Due extends Slot {
  readonly state: DueState;
}

/** DU1-DU11. Every slot up to the next one after `now`, oldest first, each with its state. */
export const dueList = (session: Session, protocol: Protocol, now: Instant): readonly Due[] => {
  const slots = slotsOf(session, protocol, now);
  const over = overOf(session, slots, now);
  return slots.map((slot) => ({ ...slot, state: stateOf(session, over, slot, protocol, now) }));
};

/** The slot that a person must see to now or next: the oldest that is open. */
export const nextDue = (session: Session, protocol: Protocol, now: Instant): Due | undefined =>
  mostPressing(dueList(session, protocol, now).filter(({ state }) => state !== "done" && state !== "not-done"));

/** What is held is nobody's to see to while something else is due: a recheck is not hidden behind a set that waits. */
const mostPressing = (open: readonly Due[]): Due | undefined =>
  open.find(({ state }) => state !== "held" && state !== "upcoming") ?? open[0];

/**
 * DU6. A value is stale when the next slot after it is due plus the grace: one rule everywhere. A slot that asks for
 * sedation alone makes no pressure old.
 */
export const staleAt = (
  session: Session,
  protocol: Protocol,
  observedAt: Instant,
  now: Instant,
  field?: "sedation",
): Instant => {
  const early = protocol.schedule.countsFromMin * MINUTE;
  const next = slotsOf(session, protocol, Math.max(now, observedAt)).find(
    ({ at, kind, window }) =>
      kind !== "recheck" && (kind !== "sedation" || field === "sedation") && (window?.from ?? at - early) > observedAt,
  );
  const due = next ? (next.window?.to ?? next.at) : observedAt + protocol.schedule.afterDoseEveryMin * MINUTE;
  return due + protocol.schedule.lateAfterMin * MINUTE;
};

export const isStale = (
  session: Session,
  protocol: Protocol,
  observedAt: Instant,
  now: Instant,
  field?: "sedation",
): boolean => now > staleAt(session, protocol, observedAt, now, field);

/**
 * DU7, DU9, WP2. Quiet amber until 5 min late, sound from 8; a slot with its own window is late, and sounds, at its end.
 * While somebody stays with the patient routine checks are held, and count their lateness from then on. The first one
 * missed stays open, however late, until somebody looks: that look counts for the slot of its own time, and what was
 * missed stays "not done" for ever.
 */
const stateOf = (session: Session, over: ReadonlySet<Slot>, slot: Slot, protocol: Protocol, now: Instant): DueState => {
  const { schedule } = protocol;
  if (slot.doneBy) return "done";
  if (over.has(slot)) return "not-done";
  const counted = slot.kind === "recheck" ? slot.at : heldUntil(session, slot, schedule);
  const after = (minutes: number) => now >= counted + minutes * MINUTE;
  if (slot.window) {
    if (now > slot.window.to && after(0)) return "overdue";
  } else {
    if (after(schedule.soundAfterMin)) return "overdue";
    if (after(schedule.lateAfterMin)) return "late";
  }
  if (now >= slot.at) return after(0) ? "due" : "held";
  return now >= slot.at - schedule.dueSoonMin * MINUTE ? "due-soon" : "upcoming";
};

/** WP2. From when its lateness counts: who stays with a patient holds what is due, and nothing that already calls. */
const heldUntil = ({ withPatient }: Session, slot: Slot, { soundAfterMin }: Protocol["schedule"]): Instant =>
  [...(withPatient?.earlier ?? []), ...(withPatient ? [withPatient] : [])].reduce(
    (counted, { at, until }) => (at <= counted + soundAfterMin * MINUTE ? Math.max(counted, until) : counted),
    slot.at,
  );

/**
 * Nothing can be done about them any more: a later one was done, or is to be done instead, or a signature ended the sets.
 * One pass over each kind: a session that somebody forgot has thousands.
 */
const overOf = (session: Session, slots: readonly Slot[], now: Instant): ReadonlySet<Slot> => {
  const looks = newestFirst(session);
  const signedAt = Math.max(session.fit?.at ?? -Infinity, ...session.fitLost.map((lost) => lost.signedAt));
  const over = (kind: Slot["kind"]): readonly Slot[] => {
    const same = slots.filter((slot) => slot.kind === kind);
    return same.filter((slot, index) => {
      if (kind !== "look-in" && (session.fit || slot.at <= signedAt)) return true;
      const before = same[index - 1];
      const lastLook = looks.find((look) => satisfies(look, slot))?.observedAt ?? -Infinity;
      const isFirstMissed = before === undefined || before.doneBy !== undefined;
      return lastLook >= slot.until || (now >= slot.until && !isFirstMissed);
    });
  };
  return new Set([...over("set"), ...over("sedation"), ...over("look-in")]);
};
