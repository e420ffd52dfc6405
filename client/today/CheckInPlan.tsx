import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { TypedNumberField } from "#client/ui/TypedNumberField.tsx";
import { chairName } from "#client/ui/statusWords.ts";
import type { ChairId } from "#shared/base/ids.ts";
import { currentProtocol, type Chair, type Clinic } from "#shared/clinic/clinic.ts";
import styles from "./CheckIn.module.css";
import { asksAltitude, type CheckInDraft } from "./checkInDraft.ts";
import { RouteChoice } from "./RouteChoice.tsx";
import { freeChairs, routesOf, type TodayRow } from "./todayModel.ts";
import { words } from "./words.ts";

interface CheckInPlanProps {
  readonly clinic: Clinic;
  readonly row: TodayRow;
  readonly draft: CheckInDraft;
  readonly chair: Chair | undefined;
  readonly problem: string | undefined;
  readonly change: (part: Partial<CheckInDraft>) => void;
}

/** Which treatment, by which route, in which chair: the plan, to be seen once more. */
export const CheckInPlan = ({ clinic, row, draft, chair, problem, change }: CheckInPlanProps) => {
  const current = draft.route && currentProtocol(clinic, draft.route);
  return (
    <>
      <div className={styles["plan"]}>
        <RouteChoice
          routes={routesOf(clinic)}
          planned={row.route}
          value={draft.route}
          onChange={(route) => change({ route })}
        />
        <div className={styles["course"]}>
          <TypedNumberField
            label={words.visit.course}
            value={draft.n}
            problem={problem}
            onChange={(n) => change({ n })}
          />
          <TypedNumberField label={words.visit.of} value={draft.of} onChange={(of) => change({ of })} />
        </div>
      </div>
      {current && !current.approved && <p role="status">{words.checkIn.notApproved}</p>}
      {asksAltitude(clinic, draft.route) && (
        <ChipPicker
          legend={words.checkIn.altitude}
          chips={(["yes", "no"] as const).map((code) => ({ code, word: words.checkIn.yesOrNo[code] }))}
          value={draft.livesAtAltitude === undefined ? undefined : draft.livesAtAltitude ? "yes" : "no"}
          onChange={(code) => change({ livesAtAltitude: code === "yes" })}
        />
      )}
      <ChairChoice
        free={freeChairs(clinic)}
        planned={row.chairId}
        value={chair?.id}
        onChange={(chairId) => change({ chairId })}
      />
    </>
  );
};

interface ChairChoiceProps {
  readonly free: readonly Chair[];
  readonly planned: ChairId | undefined;
  readonly value: ChairId | undefined;
  readonly onChange: (chairId: ChairId) => void;
}

/** Only free chairs; the planned one says so, and is taken unless another is chosen. */
const ChairChoice = ({ free, planned, value, onChange }: ChairChoiceProps) => {
  if (free.length === 0) return <p role="status">{words.checkIn.noneFree}</p>;
  const chips = free.map(({ id, label }) => ({
    code: id,
    word: id === planned ? `${chairName(label)} · ${words.checkIn.planned}` : chairName(label),
  }));
  return <ChipPicker legend={words.checkIn.chair} chips={chips} value={value} onChange={onChange} />;
};
