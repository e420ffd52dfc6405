import type { KeyboardEvent } from "react";

import { clockTime } from "#shared/base/time.ts";
import type { ObservationId } from "#shared/base/ids.ts";
import type { Observation } from "#shared/vitals/observation.ts";
import type { RibbonLayout } from "./ribbonLayout.ts";
import type { RibbonModel } from "./ribbonModel.ts";
import { observationWords, ribbonWords } from "./ribbonWords.ts";
import styles from "./Ribbon.module.css";

interface RibbonPointsProps {
  readonly model: RibbonModel;
  readonly layout: RibbonLayout;
  /** The one that is read out: the only stop for the tab key; arrows go on from it. */
  readonly shown: ObservationId | undefined;
  readonly selected: ObservationId | undefined;
  readonly onLook: (observationId: ObservationId | undefined) => void;
  readonly onSelect: ((observationId: ObservationId) => void) | undefined;
  readonly staffName: (id: string) => string | undefined;
}

/** RB8. Each observation can be hovered, tapped and reached by the keyboard, over the whole height of the chart. */
export const RibbonPoints = ({ model, layout, shown, selected, onLook, onSelect, staffName }: RibbonPointsProps) => {
  const { observations, zone } = model;
  return (
    <g role="toolbar" aria-label={ribbonWords.points} onMouseLeave={() => onLook(undefined)}>
      {observations.map((observation, index) => (
        <g
          key={observation.id}
          role="button"
          className={styles["point"]}
          tabIndex={observation.id === shown ? 0 : -1}
          aria-label={[
            clockTime(observation.observedAt, zone),
            observationWords(observation),
            staffName(observation.by),
          ]
            .filter(Boolean)
            .join(" · ")}
          aria-pressed={observation.id === selected}
          data-shown={observation.id === shown}
          onMouseEnter={() => onLook(observation.id)}
          onFocus={() => onLook(observation.id)}
          onBlur={() => onLook(undefined)}
          onClick={() => onSelect?.(observation.id)}
          onKeyDown={(event) => go(event, () => onSelect?.(observation.id))}
        >
          <Target
            observation={observation}
            before={observations[index - 1]}
            after={observations[index + 1]}
            layout={layout}
          />
        </g>
      ))}
    </g>
  );
};

const go = (event: KeyboardEvent<SVGGElement>, select: () => void): void => {
  const { currentTarget, key } = event;
  const to =
    key === "ArrowRight"
      ? currentTarget.nextElementSibling
      : key === "ArrowLeft"
        ? currentTarget.previousElementSibling
        : undefined;
  if (key === "Enter" || key === " ") select();
  else if (to instanceof SVGElement) to.focus();
  else return;
  event.preventDefault();
};

const WIDEST = 28;

interface TargetProps {
  readonly observation: Observation;
  readonly before: Observation | undefined;
  readonly after: Observation | undefined;
  readonly layout: RibbonLayout;
}

/** A column as wide as a finger, or half the way to its neighbour. */
const Target = ({ observation, before, after, layout: { x, height, pressure, dose } }: TargetProps) => {
  const at = x(observation.observedAt);
  const half = (other: Observation | undefined) =>
    other ? Math.min(WIDEST, Math.abs(x(other.observedAt) - at) / 2) : WIDEST;
  return (
    <>
      <rect
        x={at - half(before)}
        width={half(before) + half(after)}
        y={0}
        height={height}
        className={styles["target"]}
      />
      <line className={styles["reticle"]} x1={at} x2={at} y1={pressure.top - 6} y2={dose.bottom} />
    </>
  );
};
