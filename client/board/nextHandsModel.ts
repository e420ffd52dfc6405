import { dueKindWords } from "#client/ui/statusWords.ts";
import type { By } from "#shared/access/role.ts";
import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { Chair } from "#shared/clinic/clinic.ts";
import { doseOf, standing } from "#shared/session/dose.ts";
import { latestWith } from "#shared/session/current.ts";
import type { BoardCard, BusyCard } from "./cardModel.ts";
import { boardWords } from "./words.ts";

export type HandKind = "set" | "sedation" | "recheck" | "look-in" | "pump-end" | "device" | "hold" | "watch";

/** Something that takes a person's hands at a chair at a time. */
export interface Hand {
  readonly key: string;
  readonly kind: HandKind;
  readonly words: string;
  readonly chair: Chair;
  /** Nobody yet where the desk checked the patient in. */
  readonly nurse: By | undefined;
  readonly at: Instant;
  /** What else the same nurse has at another chair at that time. */
  readonly clashes: readonly Chair[];
  /** Where its nurse stays with a patient until after that time: a colleague has to go. */
  readonly nurseIsAt: Chair | undefined;
}

export const HANDS_WITHIN_MIN = 10;
/** A full set takes a minute or two at the chair: two that lie closer are two at once. Ours. */
const TOGETHER_MIN = 2;

/** BD8, BD13. What needs a person within 10 minutes, in time order; what is late needs one now. */
export const nextHands = (cards: readonly BoardCard[], now: Instant): readonly Hand[] => {
  const busy = cards.filter((card) => card.kind === "busy");
  const soon = busy.flatMap((card) => handsAt(card, now)).filter(({ at }) => at <= now + HANDS_WITHIN_MIN * MINUTE);
  const all = [...soon, ...watched(busy, soon, now)].toSorted((a, b) => a.at - b.at || a.chair.place - b.chair.place);
  return all.map((hand) => ({ ...hand, clashes: clashesOf(hand, soon, now), nurseIsAt: staysAt(busy, hand, now) }));
};

type Alone = Omit<Hand, "clashes" | "nurseIsAt">;

const handOf = ({ chair, owner }: BusyCard, kind: HandKind, words: string, at: Instant): Alone => ({
  key: `${chair.id}-${kind}-${at}`,
  kind,
  words,
  chair,
  nurse: owner,
  at,
});

const handsAt = (card: BusyCard, now: Instant): readonly Alone[] => {
  const { session, due } = card;
  const recheckAt = (latestWith(session, "sbp")?.observedAt ?? now) + card.protocol.hold.recheckGapMin * MINUTE;
  return [
    ...(due && !card.hold ? [handOf(card, due.kind, upper(dueKindWords(due)), dueAt(card, due.at, due.state))] : []),
    ...doseHands(card, now),
    ...(card.hold ? [handOf(card, "hold", boardWords.hands.hold, recheckAt)] : []),
  ];
};

/** While somebody stays with the patient the routine check waits, and is theirs when they go. */
const dueAt = ({ session: { withPatient } }: BusyCard, at: Instant, state: string): Instant =>
  state === "held" ? (withPatient?.until ?? at) : at;

/** BD12, CH25. The end of the pump, or the next device of the order: the rest after the last one over. */
const doseHands = (card: BusyCard, now: Instant): readonly Alone[] => {
  const { doseFacts, orders } = card.session;
  const dose = doseOf(doseFacts);
  if (dose.phase !== "running") return [];
  const last = standing(doseFacts).findLast(({ kind }) => kind === "device");
  return last?.kind === "device"
    ? [
        handOf(
          card,
          "device",
          boardWords.hands.device(dose.count + 1, orders.length === 0 ? undefined : last.of),
          last.at + last.gapMin * MINUTE,
        ),
      ]
    : [handOf(card, "pump-end", boardWords.hands["pump-end"], dose.plannedEnd(now))];
};

/** BD13. The other chairs of a nurse who stays with a patient, also where nothing is due soon: somebody has an eye on them. */
const watched = (busy: readonly BusyCard[], soon: readonly Alone[], now: Instant): readonly Alone[] =>
  busy
    .map((card) => handOf(card, "watch", boardWords.hands.watch, now))
    .filter((hand) => staysAt(busy, hand, now) && !soon.some(({ chair }) => chair.id === hand.chair.id));

const staysAt = (busy: readonly BusyCard[], { nurse, chair, at }: Alone, now: Instant): Chair | undefined =>
  busy.find(
    ({ session: { withPatient }, chair: other }) =>
      nurse !== undefined &&
      withPatient?.by === nurse &&
      other.id !== chair.id &&
      now < withPatient.until &&
      at < withPatient.until,
  )?.chair;

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

const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
