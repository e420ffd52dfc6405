import { clockTime } from "#shared/base/time.ts";
import { timeTicks } from "./ribbonLayout.ts";
import { ribbonWords } from "./ribbonWords.ts";
import type { PartProps } from "./ribbonPart.ts";
import styles from "./Ribbon.module.css";

const APART_PX = 44;

/** The lines that a chart is read against, and what they say. */
export const TimeAxis = ({ model, layout }: PartProps) => {
  const { x, left, right, pressure, levels, dose, yPressure, yLevel } = layout;
  const labelY = dose.bottom + 34;
  const needle = x(model.now);
  const ticks = timeTicks(model, right - left);
  return (
    <g className={styles["axis"]}>
      {ticks.map((at) => (
        <g key={at}>
          <line className={styles["grid"]} x1={x(at)} x2={x(at)} y1={pressure.top} y2={dose.bottom + 20} />
          {Math.abs(x(at) - needle) > APART_PX && (
            <text x={x(at)} y={labelY} textAnchor="middle">
              {clockTime(at, model.zone)}
            </text>
          )}
        </g>
      ))}
      {PRESSURES.map((mmHg) => (
        <Across key={mmHg} y={yPressure(mmHg)} label={String(mmHg)} left={left} right={right} />
      ))}
      {[0, 5, 10].map((level) => (
        <Across key={level} y={yLevel(level)} label={String(level)} left={left} right={right} />
      ))}
      <text className={styles["heading"]} x={left} y={pressure.top - 8}>
        {ribbonWords.pressure}
      </text>
      <text className={styles["heading"]} x={left} y={levels.top - 8}>
        {ribbonWords.levels}
      </text>
      <text className={styles["heading"]} x={left} y={dose.top - 6}>
        {ribbonWords.dose(model.mg)}
      </text>
      {model.t0 !== undefined && <T0 x={x(model.t0)} y={labelY - 16} />}
      <text className={styles["nowLabel"]} x={clamp(needle, left + 14, right - 14)} y={labelY} textAnchor="middle">
        {clockTime(model.now, model.zone)}
      </text>
    </g>
  );
};

const PRESSURES = [60, 120, 180];

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

const Across = ({
  y,
  label,
  left,
  right,
}: {
  readonly y: number;
  readonly label: string;
  readonly left: number;
  readonly right: number;
}) => (
  <>
    <line className={styles["grid"]} x1={left} x2={right} y1={y} y2={y} />
    <text x={left - 6} y={y + 3.5} textAnchor="end">
      {label}
    </text>
  </>
);

const T0 = ({ x, y }: { readonly x: number; readonly y: number }) => (
  <text className={styles["quiet"]} x={x} y={y} textAnchor="middle">
    {ribbonWords.t0}
  </text>
);
