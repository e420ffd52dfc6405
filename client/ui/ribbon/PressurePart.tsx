import { ribbonWords } from "./ribbonWords.ts";
import type { PartProps } from "./ribbonPart.ts";
import styles from "./Ribbon.module.css";

/** RB6. Each pressure from diastolic to systolic, against the band of the patient's own baseline. */
export const PressurePart = ({ model, layout }: PartProps) => {
  const { x, yPressure, size } = layout;
  const cap = size === "card" ? 0 : 3;
  return (
    <g>
      {model.baseline && <Baseline model={model} layout={layout} baseline={model.baseline} />}
      {model.pressures.map(({ at, sbp, dbp }, index) => (
        <path
          key={`${at}-${index}`}
          className={styles["pressure"]}
          d={`M${x(at)} ${yPressure(sbp)}V${yPressure(dbp)}M${x(at) - cap} ${yPressure(sbp)}h${2 * cap}M${x(at) - cap} ${yPressure(dbp)}h${2 * cap}`}
        />
      ))}
    </g>
  );
};

const Baseline = ({
  model,
  layout,
  baseline,
}: Omit<PartProps, "ids"> & { readonly baseline: { readonly sbp: number; readonly dbp: number } }) => {
  const { x, yPressure, right, size } = layout;
  const left = x(model.t0 ?? model.from);
  const [top, bottom] = [yPressure(baseline.sbp), yPressure(baseline.dbp)];
  return (
    <>
      <rect className={styles["baseline"]} x={left} width={right - left} y={top} height={bottom - top} />
      <path className={styles["baselineEdge"]} d={`M${left} ${top}H${right}M${left} ${bottom}H${right}`} />
      {size !== "card" && (
        <text className={styles["quiet"]} x={right - 4} y={(top + bottom) / 2 + 4} textAnchor="end">
          {ribbonWords.baseline(baseline)}
        </text>
      )}
    </>
  );
};
