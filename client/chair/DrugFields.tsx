import { TextInput } from "@mantine/core";

import { useDirectory } from "#client/store/ClinicProvider.tsx";
import { DRUG, DRUG_CLASS_WORD, DRUG_ROUTE } from "#client/ui/careWords.ts";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { TypedNumberField } from "#client/ui/TypedNumberField.tsx";
import { Drug, DrugClass, DrugName } from "#shared/session/care.ts";
import type { InterventionDraft } from "./careModel.ts";
import type { ChairView } from "./chairModel.ts";
import { wrong } from "./DoseDialogs.tsx";
import styles from "./DoseDialogs.module.css";
import { moreWords } from "./moreWords.ts";
import { staffName } from "./personWords.ts";
import { isPrescriber, membersWho } from "#shared/clinic/clinic.ts";

const { intervention: words } = moreWords;

interface DrugFieldsProps {
  readonly view: ChairView;
  readonly draft: InterventionDraft;
  readonly set: (draft: InterventionDraft) => void;
}

/** IN2. As a person ordered and gave it: every part is asked for, and none is proposed. */
export const DrugFields = ({ view, draft, set }: DrugFieldsProps) => {
  const directory = useDirectory();
  return (
    <>
      <ChipPicker
        legend={words.drug}
        chips={DrugName.options.map((code) => ({ code, word: DRUG[code] }))}
        value={draft.drug}
        onChange={(drug) => set({ ...draft, drug })}
      />
      {draft.drug === "other" && <OtherDrug draft={draft} set={set} />}
      <div className={styles["pairs"]}>
        <TypedNumberField
          label={words.amount}
          decimals={3}
          value={draft.amount}
          onChange={(amount) => set({ ...draft, amount })}
          problem={wrong(draft.amount, 3)}
        />
        <ChipPicker
          legend={words.unit}
          chips={Drug.shape.unit.options.map((code) => ({ code, word: words.units[code] }))}
          value={draft.unit}
          onChange={(unit) => set({ ...draft, unit })}
        />
      </div>
      <ChipPicker
        legend={words.route}
        chips={Drug.shape.route.options.map((code) => ({ code, word: DRUG_ROUTE[code] }))}
        value={draft.route}
        onChange={(route) => set({ ...draft, route })}
      />
      <ChipPicker
        legend={words.orderedBy}
        chips={membersWho(view.clinic, isPrescriber).map((code) => ({ code, word: staffName(directory, code) }))}
        value={draft.orderedBy}
        onChange={(orderedBy) => set({ ...draft, orderedBy })}
      />
    </>
  );
};

/** What is not on the list says what it is and what it means for leaving. */
const OtherDrug = ({ draft, set }: Omit<DrugFieldsProps, "view">) => (
  <>
    <TextInput
      label={words.drugName}
      value={draft.drugName}
      maxLength={200}
      onChange={({ currentTarget }) => set({ ...draft, drugName: currentTarget.value })}
    />
    <ChipPicker
      legend={words.drugClass}
      chips={DrugClass.options.map((code) => ({ code, word: DRUG_CLASS_WORD[code] }))}
      value={draft.drugClass}
      onChange={(drugClass) => set({ ...draft, drugClass })}
    />
  </>
);
