import type { Ledger } from "#shared/alarm/ledger.ts";
import styles from "./Ledger.module.css";
import { perHourWords, shareFigure, type Figure } from "./ledgerModel.ts";
import { words } from "./words.ts";

const { figures } = words;

/** The few numbers that a director looks at first, each with what it rests on. */
export const InShort = ({ ledger }: { readonly ledger: Ledger }) => {
  const { sessions, open, chairHours, calls } = ledger;
  const rows: readonly (readonly [name: string, figure: Figure])[] = [
    [figures.sessions, { main: String(sessions.length), rests: figures.open(open) }],
    [figures.chairHours, { main: figures.hours(chairHours), rests: figures.checkInToLeaving }],
    [figures.raised, { main: String(calls.raised), rests: perHourWords(calls.raised, chairHours) }],
    [figures.sounded, { main: String(calls.sounded), rests: perHourWords(calls.sounded, chairHours) }],
    [figures.actionable, shareFigure(calls.actionable, calls.raised)],
    [figures.accepted, shareFigure(calls.accepted, calls.raised)],
  ];
  return (
    <section aria-label={figures.label}>
      <dl className={styles["figures"]}>
        {rows.map(([name, { main, rests }]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <strong>{main}</strong>
              <small>{rests}</small>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
