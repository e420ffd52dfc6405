import { useRef } from "react";

import type { ObservationId } from "#shared/base/ids.ts";
import { CARD_WIDTH, CHART_WIDTH, ribbonLayout } from "./ribbonLayout.ts";
import type { RibbonModel } from "./ribbonModel.ts";
import { ribbonSummary } from "./ribbonWords.ts";
import { RibbonChart } from "./RibbonChart.tsx";
import { RibbonPlot } from "./RibbonPlot.tsx";
import styles from "./Ribbon.module.css";
import { useWidth } from "./useWidth.ts";

interface RibbonProps {
  readonly model: RibbonModel;
  /** `card`: one glance. `chart`: axes, points to choose, a table for screen readers. `print`: black on white. */
  readonly size: "card" | "chart" | "print";
  readonly selected?: ObservationId | undefined;
  readonly onSelect?: (observationId: ObservationId) => void;
  readonly staffName?: (id: string) => string | undefined;
}

/** One picture of one session, the same everywhere. */
export const Ribbon = ({ model, size, ...choice }: RibbonProps) => {
  const frame = useRef<HTMLElement>(null);
  const width = useWidth(frame, size === "card" ? CARD_WIDTH : CHART_WIDTH, size !== "print");
  const layout = ribbonLayout(model, size, width);
  return (
    <figure ref={frame} className={styles["ribbon"]} data-size={size}>
      {size === "chart" ? (
        <RibbonChart model={model} layout={layout} {...choice} />
      ) : (
        <svg
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          {...(size === "card" ? { height: layout.height } : {})}
          className={styles["svg"]}
          role="img"
          aria-label={ribbonSummary(model)}
        >
          <RibbonPlot model={model} layout={layout} />
        </svg>
      )}
    </figure>
  );
};
