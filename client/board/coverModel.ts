import { dueWords, windowWords } from "#client/ui/statusWords.ts";
import type { PersonId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import { membersWho, sitsAtChairs, type Clinic, type Cover } from "#shared/clinic/clinic.ts";
import type { BoardCard, BusyCard } from "./cardModel.ts";
import { boardWords } from "./words.ts";

/** How one hand-over of chairs concerns a person. */
export interface CoverLine {
  readonly cover: Cover;
  readonly state: "i-asked" | "i-am-covered" | "i-am-asked" | "i-cover";
  /** Past its time it goes on until somebody hands back, so that nobody is without a nurse. */
  readonly over: boolean;
}

/** CV1-CV4, BD16. Every hand-over that I asked for, was asked for, or have. */
export const coverLines = ({ covers }: Clinic, me: PersonId, now: Instant): readonly CoverLine[] =>
  Object.values(covers)
    .flatMap((cover): CoverLine[] => {
      const taken = cover.takenAt !== undefined;
      const over = now >= cover.until;
      if (cover.nurse === me) return [{ cover, over, state: taken ? "i-am-covered" : "i-asked" }];
      return cover.by === me ? [{ cover, over, state: taken ? "i-cover" : "i-am-asked" }] : [];
    })
    .toSorted((a, b) => a.cover.askedAt - b.cover.askedAt);

const isBusy = (card: BoardCard): card is BusyCard => card.kind === "busy";

/** The patients of a nurse, whoever looks after them now. */
export const cardsOfNurse = (cards: readonly BoardCard[], nurse: PersonId): readonly BusyCard[] =>
  cards.filter(isBusy).filter(({ session }) => session.nurse === nurse);

/** The patients whom a person looks after now. */
export const cardsInHand = (cards: readonly BoardCard[], person: PersonId): readonly BusyCard[] =>
  cards.filter(isBusy).filter(({ owner }) => owner === person);

export interface Colleague {
  readonly id: PersonId;
  /** As the shift's setting says. */
  readonly backsMeUp: boolean;
}

/** BD16. Who could take over, the back-up of this shift first; nobody is an answer, too. */
export const colleaguesOf = (clinic: Clinic, me: PersonId): readonly Colleague[] =>
  membersWho(clinic, sitsAtChairs)
    .filter((id) => id !== me)
    .map((id) => ({ id, backsMeUp: clinic.backUps[me] === id }))
    .toSorted((a, b) => Number(b.backsMeUp) - Number(a.backsMeUp));

/** BD16. What a colleague must know of one chair, in five lines; words and numbers that the card shows. */
export const summaryOf = (card: BusyCard, now: Instant): readonly string[] => {
  const { session, readings, due, hold, recovery, leaving, calls, phase } = card;
  const values = (["bp", "hr", "spo2", "dissociation", "distress"] as const).flatMap((of) => {
    const reading = readings[of];
    return reading ? [boardWords.cover.value(of, reading.text, reading.ageMs)] : [];
  });
  return [
    `${boardWords.route[session.route]} · ${phase}`,
    values.length === 0 ? boardWords.cover.nothingTaken : values.join(" · "),
    hold ?? dueWords(due, now, session.zone, { calling: calls.length > 0 }),
    recovery.state === "not-started"
      ? boardWords.leftBefore(card.before)
      : `${windowWords(recovery, session.zone, () => undefined)} · ${leaving.word}`,
    ...calls.map(({ words }) => words),
  ];
};
