import type { Alarm } from "#shared/alarm/alarm.ts";
import type { Instant } from "#shared/base/time.ts";
import type { EventOf, Recorded } from "#shared/clinic/events.ts";
import type { DoseFact } from "#shared/session/dose.ts";
import type { JudgedCriterion, Session } from "#shared/session/session.ts";
import type { Observation } from "#shared/vitals/observation.ts";

/** RC1. Every observation that ever was, by when it was true; what replaced another stands after it. */
export const observationRows = ({ observations }: Pick<Session, "observations">): readonly Observation[] =>
  observations.toSorted((a, b) => a.observedAt - b.observedAt || a.seq - b.seq);

/** RC1. Why a row no longer stands: its own reason when it was struck, the reason of its successor when it was corrected. */
export const reasonOf = (
  { observations }: Pick<Session, "observations">,
  { id, status, reason }: Observation,
): Observation["reason"] => {
  if (status === "current") return undefined;
  return observations.find(({ replaces }) => replaces === id)?.reason ?? reason;
};

export const doseRows = ({ doseFacts }: Pick<Session, "doseFacts">): readonly DoseFact[] =>
  doseFacts.toSorted((a, b) => a.at - b.at || a.recordedAt - b.recordedAt);

/** One call from raised to closed. */
export interface CallRow {
  readonly alarm: Alarm;
  readonly worsenedAt: readonly Instant[];
  readonly accepted: { readonly at: Instant; readonly by: string; readonly afterMs: number } | undefined;
  readonly settledAt: Instant | undefined;
  readonly cleared:
    { readonly at: Instant; readonly by: string; readonly outcome: EventOf<"alarm-cleared">["outcome"] } | undefined;
}

/** RC2. Every call of the session with its response time; the first acceptance counts, a call that got worse keeps its first time. */
export const callRows = (events: readonly Recorded[]): readonly CallRow[] => {
  const rows = new Map<string, CallRow>();
  for (const recorded of events) step(rows, recorded);
  return [...rows.values()];
};

const step = (rows: Map<string, CallRow>, { event, at, by }: Recorded): void => {
  if (event.type === "alarm-raised") {
    const { type: _, alarmId, ...rest } = event;
    const alarm: Alarm = { ...rest, id: alarmId, raisedAt: at, raisedBy: by };
    rows.set(alarmId, { alarm, worsenedAt: [], accepted: undefined, settledAt: undefined, cleared: undefined });
    return;
  }
  if (!("alarmId" in event)) return;
  const row = rows.get(event.alarmId);
  if (!row) return;
  switch (event.type) {
    case "alarm-worsened":
      rows.set(event.alarmId, { ...row, worsenedAt: [...row.worsenedAt, at], settledAt: undefined });
      return;
    case "alarm-accepted":
      rows.set(event.alarmId, { ...row, accepted: row.accepted ?? { at, by, afterMs: at - row.alarm.raisedAt } });
      return;
    case "alarm-settled":
      rows.set(event.alarmId, { ...row, settledAt: at });
      return;
    case "alarm-cleared":
      rows.set(event.alarmId, { ...row, cleared: { at, by, outcome: event.outcome } });
  }
};

export interface Judged {
  readonly when: "discharged" | "fit";
  readonly at: Instant;
  readonly criteria: readonly JudgedCriterion[];
}

/** RC3. The checks as they were judged when somebody signed last; they are never worked out again. */
export const judgedAtTheEnd = (events: readonly Recorded[]): Judged | undefined => {
  const last =
    events.findLast(({ event }) => event.type === "discharged") ??
    events.findLast(({ event }) => event.type === "fit-to-leave-confirmed");
  if (!last) return undefined;
  const { event, at } = last;
  if (event.type === "discharged") return { when: "discharged", at, criteria: event.judged };
  return event.type === "fit-to-leave-confirmed" ? { when: "fit", at, criteria: event.judged } : undefined;
};

export type SignatureKind = "fit" | "countersigned" | "reminder" | "handOut" | "discharged" | "against" | "aborted";

export interface Signature {
  readonly seq: number;
  readonly at: Instant;
  readonly by: string;
  readonly role: Recorded["role"];
  readonly kind: SignatureKind;
  /** A fit-to-leave that something newer took back. */
  readonly voided: boolean;
  readonly until?: Instant;
  readonly escort?: "heard" | "not-present";
}

const KIND: Readonly<Partial<Record<Recorded["event"]["type"], SignatureKind>>> = {
  "fit-to-leave-confirmed": "fit",
  "fit-to-leave-countersigned": "countersigned",
  "door-reminder-acknowledged": "reminder",
  "hand-out-given": "handOut",
  discharged: "discharged",
  "left-against-advice": "against",
  "aborted-before-dose": "aborted",
};

/** RC4. Who signed what, when and as what, taken from the envelopes: a signature that was taken back stays, and says so. */
export const signatures = (events: readonly Recorded[]): readonly Signature[] =>
  events.flatMap(({ event, seq, at, by, role }) => {
    const kind = KIND[event.type];
    if (!kind) return [];
    const more =
      event.type === "door-reminder-acknowledged" ? { until: event.restriction.until, escort: event.escort } : {};
    return [{ seq, at, by, role, kind, voided: isVoided(kind, seq, events), ...more }];
  });

const isVoided = (kind: SignatureKind, seq: number, events: readonly Recorded[]): boolean =>
  (kind === "fit" || kind === "countersigned") &&
  events.some((later) => later.seq > seq && later.event.type === "fit-to-leave-voided");

/** "3f9a 02c1": enough of a chain value to compare by eye. */
export const shortChain = (chain: string): string => `${chain.slice(0, 4)} ${chain.slice(4, 8)}`;

/** A code as a reader says it. */
export const plain = (code: string): string => code.replaceAll("-", " ");

export const withText = ({ code, text }: { readonly code: string; readonly text?: string | undefined }): string =>
  text ? `${plain(code)}: ${text}` : plain(code);
