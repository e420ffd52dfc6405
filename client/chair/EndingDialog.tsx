import { TextInput } from "@mantine/core";

import { whenOf } from "#client/entry/clockText.ts";
import { useForm } from "#client/entry/useForm.ts";
import { useTabletNow, useWish } from "#client/entry/useWish.ts";
import { WhenPicker } from "#client/entry/WhenPicker.tsx";
import { useDirectory } from "#client/store/ClinicProvider.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { ReasonField } from "#client/ui/ReasonField.tsx";
import type { ChairView } from "./chairModel.ts";
import { FactDialog } from "./DoseDialogs.tsx";
import styles from "./DoseDialogs.module.css";
import { ENDING_FIELDS } from "./endingFields.ts";
import {
  answered,
  EMPTY_ENDING,
  endingCommand,
  type Answer,
  type Ending,
  type EndingDraft,
  type EndingField,
} from "./endingModel.ts";
import { endingOptions, fieldLabel } from "./endingWords.ts";
import { moreWords } from "./moreWords.ts";
import { staffName } from "./personWords.ts";
import { treatmentWords } from "./treatmentWords.ts";
import { isCareStaff, membersWho } from "#shared/clinic/clinic.ts";

const { sober } = treatmentWords;

interface EndingDialogProps {
  readonly view: ChairView;
  readonly ending: Ending;
  readonly close: () => void;
}

/** One end, as it was: each question one tap, nothing answered beforehand, and never called discharged. */
export const EndingDialog = ({ view, ending, close }: EndingDialogProps) => {
  const wish = useWish();
  const tabletNow = useTabletNow();
  const [draft, setDraft] = useForm<EndingDraft>(`ending ${ending}`, view.session.id, EMPTY_ENDING);
  const fields = ENDING_FIELDS[ending];
  const now = tabletNow();
  const command = endingCommand(ending, fields, draft, view.session, now);
  return (
    <FactDialog
      title={moreWords.endings[ending]}
      close={close}
      wish={wish}
      ready={command !== undefined}
      act={moreWords.record}
      size="xl"
      record={() => command && wish.send(command, close)}
    >
      <p>{moreWords.endingLead[ending]}</p>
      {fields.map((field) =>
        field.kind === "moment" ? (
          <div key={field.name} role="group" aria-label={fieldLabel(field.name)}>
            <strong>{fieldLabel(field.name)}</strong>
            <WhenPicker
              typed={draft.earlier}
              onChange={(earlier) => setDraft({ ...draft, earlier })}
              when={whenOf(draft.earlier, now, view.session)}
              now={now}
              zone={view.zone}
            />
          </div>
        ) : (
          <Question
            key={field.name}
            view={view}
            ending={ending}
            field={field}
            value={draft.answers[field.name]}
            onChange={(answer) => setDraft(answered(draft, field.name, answer))}
          />
        ),
      )}
    </FactDialog>
  );
};

interface QuestionProps {
  readonly view: ChairView;
  readonly ending: Ending;
  readonly field: Exclude<EndingField, { kind: "moment" }>;
  readonly value: Answer | undefined;
  readonly onChange: (answer: Answer) => void;
}

const Question = ({ view, ending, field, value, onChange }: QuestionProps) => {
  const directory = useDirectory();
  const label = fieldLabel(field.name);
  const chosen = typeof value === "string" ? value : undefined;
  switch (field.kind) {
    case "time":
      return (
        <TextInput
          label={label}
          value={chosen ?? ""}
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          className={styles["time"] ?? ""}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
    case "yes-no":
      return (
        <ChipPicker
          legend={label}
          chips={(["yes", "no"] as const).map((code) => ({ code, word: sober[code] }))}
          value={chosen}
          onChange={onChange}
        />
      );
    case "choice":
      return (
        <ChipPicker
          legend={label}
          chips={endingOptions(ending, field.name, field.codes)}
          value={chosen}
          onChange={onChange}
        />
      );
    case "person":
      return (
        <ChipPicker
          legend={label}
          chips={membersWho(view.clinic, isCareStaff).map((code) => ({ code, word: staffName(directory, code) }))}
          value={chosen}
          onChange={onChange}
        />
      );
    case "reason":
      return (
        <ReasonField
          legend={label}
          chips={endingOptions(ending, field.name, field.codes)}
          value={typeof value === "object" ? value : undefined}
          onChange={onChange}
        />
      );
  }
};
