import { Users } from "lucide-react";
import { Link } from "wouter";

import { useOut } from "#client/ui/shownLive.ts";
import { chairName, firstName } from "#client/ui/statusWords.ts";
import { clockTime, type Instant } from "#shared/base/time.ts";
import type { Hand } from "./nextHandsModel.ts";
import ink from "./Ink.module.css";
import styles from "./Lists.module.css";
import { boardWords } from "./words.ts";

interface NextHandsProps {
  readonly hands: readonly Hand[];
  readonly now: Instant;
  readonly zone: string;
  readonly staffName: (id: string) => string | undefined;
}

/** BD8, BD9. The next ten minutes of the room, and where one nurse would have to be at two chairs. */
export const NextHands = ({ hands, now, zone, staffName }: NextHandsProps) => {
  const out = useOut();
  return (
    <section className={styles["list"]} aria-label={boardWords.hands.title}>
      <h2>
        {boardWords.hands.title}
        <span className={styles["within"]}>{boardWords.hands.within}</span>
      </h2>
      {hands.length === 0 && <p className={styles["nobody"]}>{out ? boardWords.unknown : boardWords.hands.nobody}</p>}
      <ol>
        {hands.map((hand) => {
          const name = hand.nurse && staffName(hand.nurse);
          return (
            <li key={hand.key} className={ink["ink"]} data-kind="hand" data-now={hand.at <= now}>
              <Link href={`/chairs/${hand.chair.id}`} className={styles["row"]}>
                <span className={styles["time"]}>
                  {hand.at <= now ? boardWords.hands.now : clockTime(hand.at, zone)}
                </span>
                <span className={styles["what"]}>
                  <span className={styles["words"]}>{`${chairName(hand.chair.label)} · ${hand.words}`}</span>
                  {hand.nurseIsAt && <Colleague at={hand.nurseIsAt.label} name={name} />}
                  {hand.clashes.length > 0 && !hand.nurseIsAt && <Clash hand={hand} name={name} />}
                </span>
                <span className={styles["since"]}>{name && firstName(name)}</span>
              </Link>
            </li>
          );
        })}
      </ol>
    </section>
  );
};

/** BD13. Whose chair it is cannot come. */
const Colleague = ({ at, name }: { readonly at: string; readonly name: string | undefined }) => (
  <span className={styles["clash"]}>
    <Users aria-hidden="true" />
    {boardWords.hands.colleague(name ? firstName(name) : boardWords.hands.somebody, chairName(at))}
  </span>
);

const Clash = ({ hand, name }: { readonly hand: Hand; readonly name: string | undefined }) => (
  <span className={styles["clash"]}>
    <Users aria-hidden="true" />
    {boardWords.hands.clash(
      name ? firstName(name) : boardWords.hands.somebody,
      [hand.chair, ...hand.clashes]
        .map(({ label }) => label)
        .toSorted()
        .join(" and "),
    )}
  </span>
);
