import { useId } from "react";

import { DosePart } from "./DosePart.tsx";
import { LevelsPart } from "./LevelsPart.tsx";
import { PressurePart } from "./PressurePart.tsx";
import type { DueMark } from "./ribbonModel.ts";
import type { PartProps } from "./ribbonPart.ts";
import { TimeAxis } from "./TimeAxis.tsx";
import styles from "./Ribbon.module.css";

/** What a ribbon shows, back to front. */
export const RibbonPlot = ({ model, layout }: Omit<PartProps, "ids">) => {
  const id = useId();
  const ids = { hatch: `${id}hatch`, depth: `${id}depth` };
  const part = { model, layout, ids };
  return (
    <>
      <Paints {...part} />
      <WindowBand {...part} />
      {layout.size !== "card" && <TimeAxis {...part} />}
      <PressurePart {...part} />
      <LevelsPart {...part} />
      <DosePart {...part} />
      {model.dues.map((mark) => (
        <Due
          key={`${mark.kind}${mark.at}`}
          mark={mark}
          x={layout.x(mark.at)}
          y={layout.dues}
          r={layout.size === "card" ? 2.4 : 4}
        />
      ))}
      <Needle {...part} />
    </>
  );
};

const Paints = ({ ids: { hatch, depth }, layout: { levels } }: PartProps) => (
  <defs>
    <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1="1" x2="1" y1="0" y2="4" className={styles["hatch"]} />
    </pattern>
    <linearGradient id={depth} gradientUnits="userSpaceOnUse" x1="0" x2="0" y1={levels.top} y2={levels.bottom}>
      <stop offset="0" className={styles["depthTop"]} />
      <stop offset="1" className={styles["depthFloor"]} />
    </linearGradient>
  </defs>
);

/** RB3. Where the clinic expects effects to ease: a light behind everything, its bracket stands with the dose. */
const WindowBand = ({ model: { window }, layout: { x, pressure, levels } }: PartProps) =>
  window && (
    <rect
      className={styles["window"]}
      data-planned={window.planned}
      x={x(window.from)}
      width={x(window.to) - x(window.from)}
      y={pressure.top - 2}
      height={levels.bottom - pressure.top + 2}
      rx="2"
    />
  );

/** RB4. Done ●, due ○, overdue ▲, not done ×: told apart by shape before colour. */
const Due = ({
  mark: { state },
  x,
  y,
  r,
}: {
  readonly mark: DueMark;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}) => {
  const className = styles["due"];
  switch (state) {
    case "done":
    case "due":
      return <circle className={className} data-state={state} cx={x} cy={y} r={r} />;
    case "overdue":
      return (
        <path className={className} data-state={state} d={`M${x} ${y - r * 1.4}l${r * 1.4} ${r * 2.4}h${r * -2.8}z`} />
      );
    case "not-done":
      return (
        <path
          className={className}
          data-state={state}
          d={`M${x - r} ${y - r}l${2 * r} ${2 * r}m0 ${-2 * r}l${-2 * r} ${2 * r}`}
        />
      );
  }
};

const Needle = ({ model: { now }, layout: { x, dose, dues, size } }: PartProps) => {
  const at = x(now);
  const head = size === "card" ? 2.6 : 4;
  return (
    <g className={styles["needle"]}>
      <line x1={at} x2={at} y1={dues} y2={dose.bottom} />
      <path d={`M${at - head} ${dose.bottom + head * 1.5}h${2 * head}l${-head} ${-head * 1.5}z`} />
    </g>
  );
};
