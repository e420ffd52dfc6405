import styles from "./PhaseChip.module.css";

interface PhaseChipProps {
  readonly word: string;
  /** How far through its session: 0 at check-in, 1 when gone. Drawn as a dial that fills and never moves backwards. */
  readonly progress: number;
  readonly tone?: "quiet" | "active" | "ready";
}

const RADIUS = 5;
const AROUND = 2 * Math.PI * RADIUS;

/** Where a session stands, as a word and a small dial. */
export const PhaseChip = ({ word, progress, tone = "quiet" }: PhaseChipProps) => (
  <span className={styles["chip"]} data-tone={tone}>
    <svg viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r={RADIUS} className={styles["ring"]} />
      <circle
        cx="7"
        cy="7"
        r={RADIUS}
        className={styles["done"]}
        strokeDasharray={`${clamp(progress) * AROUND} ${AROUND}`}
        transform="rotate(-90 7 7)"
      />
    </svg>
    {word}
  </span>
);

const clamp = (share: number): number => Math.min(1, Math.max(0, share));
