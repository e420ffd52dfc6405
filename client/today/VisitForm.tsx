import { TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";

import { newId } from "#client/store/ClinicProvider.tsx";
import { birthDay, fullName } from "#client/store/names.ts";
import { useAct } from "#client/store/useAct.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { TypedNumberField } from "#client/ui/TypedNumberField.tsx";
import { chairName } from "#client/ui/statusWords.ts";
import type { VisitId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import { chairsInPlace, type Clinic } from "#shared/clinic/clinic.ts";
import { RideStatus } from "#shared/session/session.ts";
import type { PatientRow } from "#shared/wire/http.ts";
import styles from "./Form.module.css";
import { RouteChoice } from "./RouteChoice.tsx";
import { routesOf } from "./todayModel.ts";
import { checkVisit, EMPTY_VISIT, type VisitDraft, type VisitProblems } from "./visitDraft.ts";
import { words } from "./words.ts";

interface VisitFormProps {
  readonly clinic: Clinic;
  readonly now: Instant;
  readonly live: boolean;
  readonly patient: PatientRow;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

const RIDES = RideStatus.options.filter((code) => code !== "here").map((code) => ({ code, word: words.rides[code] }));

/** When, where, which treatment, and how they get home: asked today, not at the door. */
export const VisitForm = ({ clinic, now, live, patient, onBack, onDone }: VisitFormProps) => {
  const routes = routesOf(clinic);
  const [draft, setDraft] = useState<VisitDraft>({
    ...EMPTY_VISIT,
    route: routes.length === 1 ? routes[0] : undefined,
  });
  const [problems, setProblems] = useState<VisitProblems>({});
  const [visitId] = useState(() => newId<VisitId>());
  const act = useAct();
  const change = (part: Partial<VisitDraft>): void => setDraft({ ...draft, ...part });
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const checked = checkVisit(draft, { visitId, patientId: patient.id }, now, clinic.zone);
    setProblems("problems" in checked ? checked.problems : {});
    if ("command" in checked && (await act.run(checked.command))) onDone();
  };
  return (
    <form className={styles["form"]} onSubmit={(event) => void save(event)} noValidate>
      <p className={styles["chosen"]}>
        <strong>{fullName(patient)}</strong>
        <span>{words.patient.born(birthDay(patient) ?? "")}</span>
      </p>
      <div className={styles["when"]}>
        <TextInput
          label={words.visit.time}
          description={words.visit.timeHelp}
          error={problems.time}
          value={draft.time}
          maxLength={8}
          inputMode="numeric"
          autoComplete="off"
          data-autofocus
          inputWrapperOrder={["label", "input", "description", "error"]}
          classNames={{
            label: styles["label"] ?? "",
            input: styles["input"] ?? "",
            description: styles["help"] ?? "",
            error: styles["problem"] ?? "",
          }}
          onChange={({ currentTarget }) => change({ time: currentTarget.value })}
        />
        <TypedNumberField
          label={words.visit.course}
          value={draft.n}
          problem={problems.n}
          onChange={(n) => change({ n })}
        />
        <TypedNumberField label={words.visit.of} value={draft.of} onChange={(of) => change({ of })} />
      </div>
      <RouteChoice
        routes={routes}
        value={draft.route}
        problem={problems.route}
        onChange={(route) => change({ route })}
      />
      <ChairChips clinic={clinic} value={draft.chairId} onChange={(chairId) => change({ chairId })} />
      <ChipPicker legend={words.visit.ride} chips={RIDES} value={draft.ride} onChange={(ride) => change({ ride })} />
      <ActLine act={act} zone={clinic.zone} />
      <div className={styles["acts"]}>
        <Action size="glove" onClick={onBack}>
          {words.visit.change}
        </Action>
        <Action kind="primary" size="glove" type="submit" busy={act.busy} disabled={!live}>
          {words.visit.save}
        </Action>
      </div>
    </form>
  );
};

const LATER = "later";

interface ChairChipsProps {
  readonly clinic: Clinic;
  readonly value: VisitDraft["chairId"];
  readonly onChange: (chairId: VisitDraft["chairId"]) => void;
}

/** Any chair: who sits there now may be gone by then. */
const ChairChips = ({ clinic, value, onChange }: ChairChipsProps) => {
  const chairs = chairsInPlace(clinic);
  const chips = [
    ...chairs.map(({ id, label }) => ({ code: String(id), word: chairName(label) })),
    { code: LATER, word: words.visit.noChair },
  ];
  const choose = (code: string): void => onChange(chairs.find(({ id }) => id === code)?.id);
  return <ChipPicker legend={words.visit.chair} chips={chips} value={value ?? LATER} onChange={choose} />;
};
