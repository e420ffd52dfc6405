import type { PersonId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import { audioPausedUntil, isHeard } from "#shared/alarm/life.ts";
import { chairsInPlace, type Clinic } from "#shared/clinic/clinic.ts";
import { attentionOf, type Attention, type AttentionKind } from "./attentionModel.ts";
import { cardOf, type BoardCard } from "./cardModel.ts";
import { nextHands, type Hand } from "./nextHandsModel.ts";

export type Filter = "all" | "mine" | "attention";

export interface Board {
  /** As the chairs stand in the room: they never change places by themselves. */
  readonly cards: readonly BoardCard[];
  readonly attention: readonly Attention[];
  readonly hands: readonly Hand[];
  readonly counts: { readonly busy: number; readonly free: number; readonly attention: number; readonly ready: number };
}

/** BD1. The whole board from the clinic and the clock. */
export const boardOf = (clinic: Clinic, now: Instant, live: boolean): Board => {
  const cards = chairsInPlace(clinic).map((chair) => cardOf(clinic, chair, now, live));
  const attention = attentionOf(cards, now);
  const busy = cards.filter(({ kind }) => kind === "busy").length;
  return {
    cards,
    attention,
    hands: nextHands(cards, now),
    counts: {
      busy,
      free: cards.length - busy,
      attention: new Set(attention.filter(({ kind }) => kind !== "ready").map(({ chair }) => chair.id)).size,
      ready: cards.filter((card) => card.kind === "busy" && card.leaving.state === "ready").length,
    },
  };
};

/** The worst reason of each chair: its frame. */
export const framesOf = (attention: readonly Attention[]): ReadonlyMap<string, AttentionKind> =>
  new Map(attention.toReversed().map(({ chair, kind }) => [chair.id, kind]));

/** BD2. A filter takes cards away and moves none before another. */
export const shownCards = ({ cards, attention }: Board, filter: Filter, me: PersonId): readonly BoardCard[] => {
  if (filter === "all") return cards;
  if (filter === "mine") return cards.filter((card) => card.kind === "busy" && card.owner === me);
  const waiting = framesOf(attention);
  return cards.filter(({ chair }) => waiting.has(chair.id));
};

/** BD15. How the sound of this clinic stands: paused until then, or whether there is a call to hear. */
export const soundOf = (
  clinic: Clinic,
  now: Instant,
): { readonly pausedUntil: Instant | undefined; readonly heard: boolean } => {
  return {
    pausedUntil: audioPausedUntil(clinic, now),
    heard: Object.values(clinic.alarms).some((alarm) => isHeard(clinic, alarm, now)),
  };
};
