import type { DoseSpan, DoseTick } from "./doseSpans.ts";
import { ribbonWords } from "./ribbonWords.ts";
import type { PartProps } from "./ribbonPart.ts";
import styles from "./Ribbon.module.css";

/** RB2, RB3. The dose as it goes in, the bracket of the window, the flag of the minimum stay. */
export const DosePart = (part: PartProps) => {
  const { model, layout, ids } = part;
  const { left, right, dose } = layout;
  return (
    <g>
      <line className={styles["floor"]} x1={left} x2={right} y1={dose.bottom} y2={dose.bottom} />
      {model.dose.map((span) => (
        <Span
          key={`${span.kind}${span.from}`}
          span={span}
          {...part}
          fill={span.kind === "paused" ? `url(#${ids.hatch})` : undefined}
        />
      ))}
      {model.ticks.map((tick) => (
        <Tick key={`${tick.kind}${tick.at}`} tick={tick} {...part} />
      ))}
      <Bracket {...part} />
      <Stay {...part} />
    </g>
  );
};

const Span = ({
  span,
  layout: { x, dose },
  fill,
}: PartProps & { readonly span: DoseSpan; readonly fill: string | undefined }) => (
  <rect
    className={styles["dose"]}
    data-kind={span.kind}
    x={x(span.from)}
    width={Math.max(1, x(span.to) - x(span.from))}
    y={dose.top}
    height={dose.bottom - dose.top}
    {...(fill ? { fill } : {})}
  />
);

const TICK_PX = { card: 3, chart: 5, print: 5 } as const;

/** RB10. A device that is still to come is hollow. */
const Tick = ({ tick: { at, planned }, layout: { x, dose, size } }: PartProps & { readonly tick: DoseTick }) => (
  <rect
    className={styles["tick"]}
    data-planned={planned}
    x={x(at) - TICK_PX[size] / 2}
    width={TICK_PX[size]}
    y={dose.top}
    height={dose.bottom - dose.top}
  />
);

const Bracket = ({ model: { window, zone }, layout: { x, dose, right, size } }: PartProps) => {
  if (!window) return null;
  const [from, to] = [x(window.from), x(window.to)];
  const y = dose.top - 1;
  const label =
    size === "card" ? ribbonWords.times(window.from, window.to, zone) : ribbonWords.ease(window.from, window.to, zone);
  const half = label.length * (size === "card" ? 2.5 : 3);
  return (
    <>
      <path className={styles["bracket"]} data-planned={window.planned} d={`M${from} ${y + 4}V${y}H${to}V${y + 4}`} />
      <text
        className={styles["windowLabel"]}
        x={Math.min((from + to) / 2, right - half)}
        y={size === "card" ? dose.bottom + 3 : dose.bottom + 15}
        textAnchor="middle"
      >
        {label}
      </text>
    </>
  );
};

/** Nobody leaves before it by the rule, whatever they feel. */
const Stay = ({ model: { minimumStay, zone }, layout: { x, dose, pressure, size } }: PartProps) => {
  if (!minimumStay) return null;
  const at = x(minimumStay.at);
  return (
    <g className={styles["stay"]} data-planned={minimumStay.planned}>
      <line x1={at} x2={at} y1={pressure.top - (size === "card" ? 2 : 16)} y2={dose.bottom} />
      {size !== "card" && (
        <text x={at - 5} y={pressure.top - 8} textAnchor="end">
          {ribbonWords.minimumStay(minimumStay.at, zone)}
        </text>
      )}
    </g>
  );
};
