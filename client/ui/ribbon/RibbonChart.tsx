import { VisuallyHidden } from "@mantine/core";
import { useState } from "react";

import { clockTime } from "#shared/base/time.ts";
import type { ObservationId } from "#shared/base/ids.ts";
import type { Observation } from "#shared/vitals/observation.ts";
import type { RibbonLayout } from "./ribbonLayout.ts";
import type { RibbonModel } from "./ribbonModel.ts";
import { RibbonPlot } from "./RibbonPlot.tsx";
import { RibbonPoints } from "./RibbonPoints.tsx";
import { RibbonTable } from "./RibbonTable.tsx";
import { observationWords, ribbonSummary, ribbonWords } from "./ribbonWords.ts";
import styles from "./Ribbon.module.css";

interface RibbonChartProps {
  readonly model: RibbonModel;
  readonly layout: RibbonLayout;
  readonly selected?: ObservationId | undefined;
  readonly onSelect?: (observationId: ObservationId) => void;
  readonly staffName?: (id: string) => string | undefined;
}

/** The ribbon at its largest: the point under the finger is read out above, and all of it stands in a table as well. */
export const RibbonChart = ({ model, layout, selected, onSelect, staffName = () => undefined }: RibbonChartProps) => {
  const [looked, setLooked] = useState<ObservationId>();
  const { observations } = model;
  const read = find(observations, looked) ?? find(observations, selected) ?? observations.at(-1);
  return (
    <>
      <p className={styles["readout"]} aria-hidden="true">
        {read ? <Readout observation={read} zone={model.zone} name={staffName(read.by)} /> : ribbonWords.nothingYet}
      </p>
      <svg
        width={layout.width}
        height={layout.height}
        className={styles["svg"]}
        role="group"
        aria-label={`${ribbonWords.chart}. ${ribbonSummary(model)}`}
      >
        <RibbonPlot model={model} layout={layout} />
        <RibbonPoints
          model={model}
          layout={layout}
          shown={read?.id}
          selected={selected}
          onLook={setLooked}
          onSelect={onSelect}
          staffName={staffName}
        />
      </svg>
      <VisuallyHidden>
        <RibbonTable model={model} staffName={staffName} />
      </VisuallyHidden>
    </>
  );
};

const find = (observations: readonly Observation[], id: ObservationId | undefined) =>
  observations.find((one) => one.id === id);

const Readout = ({
  observation,
  zone,
  name,
}: {
  readonly observation: Observation;
  readonly zone: string;
  readonly name: string | undefined;
}) => (
  <>
    <strong>{clockTime(observation.observedAt, zone)}</strong>
    <span>{observationWords(observation)}</span>
    {name && <span className={styles["by"]}>{name}</span>}
  </>
);
