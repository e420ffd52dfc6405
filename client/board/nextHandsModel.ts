import type { By } from "#shared/access/role.ts";
import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { Chair } from "#shared/clinic/clinic.ts";
import { infusionOf } from "#shared/session/dose.ts";
import { latestWith } from "#shared/session/current.ts";
import type { BoardCard, BusyCard } from "./cardModel.ts";

export type HandKind = "set" | "recheck" | "look-in" | "pump-end" | "hold";

/** Something that takes a person's hands at a chair at a time. */
export interface Hand {
  readonly key: string;
  readonly kind: HandKind;
  readonly chair: Chair;
  /** Nobody yet where the desk checked the patient in. */
  readonly nurse: By | undefined;
  readonly at: Instant;
  /** What else the same nurse has at another chair at that time. */
  readonly clashes: readonly Chair[];
}

export const HANDS_WITHIN_MIN = 10;
/** A full set takes a minute or two at the chair: two that lie closer are two at once. Ours. */
const TOGETHER_MIN = 2;

/** BD8. What needs a person within 10 minutes, in time order; what is late needs one now. */
export const nextHands = (cards: readonly BoardCard[], now: Instant): readonly Hand[] => {
  const soon = cards
    .flatMap((card) => (card.kind === "busy" ? handsAt(card, now) : []))
    .filter(({ at }) => at <= now + HANDS_WITHIN_MIN * MINUTE)
    .toSorted((a, b) => a.at - b.at || a.chair.place - b.chair.place);
  return soon.map((hand) => ({ ...hand, clashes: clashesOf(hand, soon, now) }));
};

type Alone = Omit<Hand, "clashes">;

const handsAt = (card: BusyCard, now: Instant): readonly Alone[] => {
  const { chair, session, due } = card;
  const hand = (kind: HandKind, at: Instant): Alone => ({
    key: `${chair.id}-${kind}-${at}`,
    kind,
    chair,
    nurse: session.nurse,
    at,
  });
  const infusion = infusionOf(session.doseFacts);
  return [
    ...(due && !card.hold ? [hand(due.kind, due.at)] : []),
    ...(infusion.phase === "running" ? [hand("pump-end", infusion.plannedEnd(now))] : []),
    ...(card.hold
      ? [hand("hold", (latestWith(session, "sbp")?.observedAt ?? now) + card.protocol.hold.recheckGapMin * MINUTE)]
      : []),
  ];
};

/** BD9. Late things pile up at now, so two late ones are two at once. */
const clashesOf = (hand: Alone, all: readonly Alone[], now: Instant): readonly Chair[] => {
  const when = ({ at }: Alone) => Math.max(at, now);
  const others = all.filter(
    (other) =>
      hand.nurse !== undefined &&
      other.nurse === hand.nurse &&
      other.chair.id !== hand.chair.id &&
      Math.abs(when(other) - when(hand)) < TOGETHER_MIN * MINUTE,
  );
  return [...new Map(others.map(({ chair }) => [chair.id, chair])).values()];
};
