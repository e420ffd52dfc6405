import { isQuiet } from "#client/ui/callOrder.ts";
import { earliestWords, dueWords, windowWords } from "#client/ui/statusWords.ts";
import type { Alarm } from "#shared/alarm/alarm.ts";
import type { Instant } from "#shared/base/time.ts";
import type { Chair } from "#shared/clinic/clinic.ts";
import type { PatientId } from "#shared/base/ids.ts";
import { latestWith } from "#shared/session/current.ts";
import type { BoardCard, BusyCard } from "./cardModel.ts";

/** Why a chair needs a person, worst first. */
export const ATTENTION = ["high", "medium", "overdue", "low", "held", "affected", "due", "ready"] as const;
export type AttentionKind = (typeof ATTENTION)[number];

export interface Attention {
  readonly key: string;
  readonly kind: AttentionKind;
  readonly chair: Chair;
  readonly patientId: PatientId | undefined;
  readonly words: string;
  /** Since when, or at what time. */
  readonly at: Instant;
  readonly call?: Alarm;
}

/** BD7. One line a reason, in the order in which a person should go; within a kind the one that waits longest. */
export const attentionOf = (cards: readonly BoardCard[], now: Instant): readonly Attention[] =>
  cards
    .flatMap((card) => reasonsOf(card, now))
    .toSorted((a, b) => rank(a) - rank(b) || a.at - b.at || a.chair.place - b.chair.place);

export const reasonsOf = (card: BoardCard, now: Instant): readonly Attention[] => [
  ...callReasons(card).filter(({ call }) => !(call?.rule === "still-affected" && saysAffected(card))),
  ...(card.kind === "busy" ? [...checkReasons(card, now), ...recoveryReasons(card)] : []),
];

/** BD14. What is quiet at the chair is quiet in the list: the window says it, with its minutes. */
const saysAffected = (card: BoardCard): boolean =>
  card.kind === "busy" && (card.recovery.state === "still-affected" || card.recovery.state === "unknown");

const rank = ({ kind, call }: Attention): number => ATTENTION.indexOf(kind) * 2 + (call && isQuiet(call) ? 1 : 0);

const reason = (card: BoardCard, kind: AttentionKind, words: string, at: Instant): Attention => ({
  key: `${card.chair.id}-${kind}`,
  kind,
  chair: card.chair,
  patientId: card.kind === "busy" ? card.session.patientId : undefined,
  words,
  at,
});

const callReasons = (card: BoardCard): readonly Attention[] =>
  card.calls.map(({ alarm, words, asked }) => ({
    ...reason(card, alarm.priority, asked === undefined ? words : `${words} · ${asked}`, alarm.raisedAt),
    key: alarm.id,
    call: alarm,
  }));

/** What an open call says already is not said twice. */
const checkReasons = (card: BusyCard, now: Instant): readonly Attention[] => {
  const { due, hold, session, calls } = card;
  const called = (rule: Alarm["rule"]) => calls.some(({ alarm }) => alarm.rule === rule);
  if (hold)
    return called("pressure-high") ? [] : [reason(card, "held", hold, latestWith(session, "sbp")?.observedAt ?? now)];
  if (!due || due.state === "upcoming" || due.state === "held" || called("check-overdue")) return [];
  const late = due.state === "late" || due.state === "overdue";
  return [reason(card, late ? "overdue" : "due", dueWords(due, now, session.zone, { calling: true }), due.at)];
};

const recoveryReasons = (card: BusyCard): readonly Attention[] => {
  const { recovery, readiness, leaving, session } = card;
  if (recovery.state === "still-affected" || recovery.state === "unknown")
    return [
      reason(
        card,
        "affected",
        windowWords(recovery, session.zone, () => undefined),
        recovery.to,
      ),
    ];
  const leaves = leaving.state === "ready" || (leaving.state !== "unknown" && readiness.verdict === "checks-met");
  if (!leaves) return [];
  const words = [leaving.word, leaving.why || (earliestWords(readiness, session.zone) ?? "")].join(" · ");
  return [reason(card, "ready", words, readiness.earliest ?? session.checkedIn.at)];
};
