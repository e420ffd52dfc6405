import type { ReactNode } from "react";

import { useOut } from "#client/ui/shownLive.ts";
import type { Board, Filter } from "./boardModel.ts";
import type { Density } from "./density.ts";
import styles from "./BoardHead.module.css";
import { boardWords } from "./words.ts";

interface BoardHeadProps {
  readonly counts: Board["counts"];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly density: Density;
  /** The sound, and what a nurse does for the whole room. */
  readonly children?: ReactNode;
}

const FILTERS: readonly Filter[] = ["all", "mine", "attention"];

/** How the room stands in one line, and whose chairs to show. */
export const BoardHead = ({ counts, filter, onFilter, density, children }: BoardHeadProps) => {
  const out = useOut();
  return (
    <div className={styles["head"]} data-density={density}>
      <p className={styles["counts"]}>
        <strong>{boardWords.counts.busy(counts.busy)}</strong>
        <span>{boardWords.counts.free(counts.free)}</span>
        <span>{out ? boardWords.unknown : boardWords.counts.attention(counts.attention)}</span>
        {!out && counts.ready > 0 && <span data-ready="true">{boardWords.counts.ready(counts.ready)}</span>}
      </p>
      {children && <div className={styles["acts"]}>{children}</div>}
      <div role="group" aria-label={boardWords.filter.label} className={styles["filters"]}>
        {FILTERS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === filter}
            className={styles["filter"]}
            onClick={() => onFilter(one)}
          >
            {boardWords.filter[one]}
          </button>
        ))}
      </div>
    </div>
  );
};
