import { smoothArea, smoothLine } from "./curve.ts";
import type { Level } from "./ribbonModel.ts";
import type { PartProps } from "./ribbonPart.ts";
import styles from "./Ribbon.module.css";

/** RB5. Dissociation as a filled curve, distress as its line: deep and calm looks unlike moderate and terrified. */
export const LevelsPart = ({ model, layout, ids }: PartProps) => {
  const points = (levels: readonly Level[]) =>
    levels.map(({ at, value }) => ({ x: layout.x(at), y: layout.yLevel(value) }));
  const dot = layout.size === "card" ? 1.7 : 2.6;
  return (
    <g>
      <line
        className={styles["floor"]}
        x1={layout.left}
        x2={layout.right}
        y1={layout.levels.bottom}
        y2={layout.levels.bottom}
      />
      {model.previous.length > 0 && <path className={styles["previous"]} d={smoothLine(points(model.previous))} />}
      {model.dissociation.map((run, index) => (
        <g key={index}>
          <path d={smoothArea(points(run), layout.levels.bottom)} fill={`url(#${ids.depth})`} />
          <path className={styles["depth"]} d={smoothLine(points(run))} />
        </g>
      ))}
      {model.distress.map((run, index) => (
        <path key={index} className={styles["distress"]} d={smoothLine(points(run))} />
      ))}
      <Dots of="depth" runs={model.dissociation} all={layout.size !== "card"} r={dot} points={points} />
      <Dots of="distress" runs={model.distress} all={layout.size !== "card"} r={dot * 0.8} points={points} />
    </g>
  );
};

interface DotsProps {
  readonly of: "depth" | "distress";
  readonly runs: readonly (readonly Level[])[];
  readonly all: boolean;
  readonly r: number;
  readonly points: (levels: readonly Level[]) => readonly { readonly x: number; readonly y: number }[];
}

/** Where somebody looked; on a card the last look alone, and each that stands without a neighbour. */
const Dots = ({ of, runs, all, r, points }: DotsProps) => {
  const shown = all
    ? runs.flat()
    : runs.flatMap((run, index) => (run.length === 1 || index === runs.length - 1 ? run.slice(-1) : []));
  return points(shown).map(({ x, y }) => <circle key={x} className={styles[`${of}Dot`]} cx={x} cy={y} r={r} />);
};
