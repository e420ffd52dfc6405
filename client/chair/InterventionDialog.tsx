import { TextInput } from "@mantine/core";
import { useState } from "react";

import { useForm } from "#client/entry/useForm.ts";
import { useWish } from "#client/entry/useWish.ts";
import { newId } from "#client/store/ClinicProvider.tsx";
import { INTERVENTION, RESPONSE } from "#client/ui/careWords.ts";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { TypedNumberField } from "#client/ui/TypedNumberField.tsx";
import type { InterventionId } from "#shared/base/ids.ts";
import { InterventionKind, Response } from "#shared/session/care.ts";
import { EMPTY_INTERVENTION, interventionOf, type InterventionDraft } from "./careModel.ts";
import { FactDialog, wrong, type DoseDialogProps } from "./DoseDialogs.tsx";
import styles from "./DoseDialogs.module.css";
import { DrugFields } from "./DrugFields.tsx";
import { moreWords } from "./moreWords.ts";
import { useMoment } from "./useMoment.tsx";

const { intervention: words } = moreWords;

/** IN1. What was done, in a tap; a drug is written as it was ordered and given. */
export const InterventionDialog = ({ view, close }: DoseDialogProps) => {
  const wish = useWish();
  const { picker, at, moment } = useMoment(view);
  const [interventionId] = useState(() => newId<InterventionId>());
  const [draft, setDraft, forget] = useForm<InterventionDraft>("intervention", view.session.id, EMPTY_INTERVENTION);
  const done = (): void => {
    forget();
    close();
  };
  const record = (): void => {
    const told = interventionOf(draft, moment() ?? 0);
    if (told && moment() !== undefined)
      wish.send({ type: "record-intervention", sessionId: view.session.id, interventionId, told }, done);
  };
  return (
    <FactDialog
      title={words.title}
      close={close}
      wish={wish}
      ready={at !== undefined && interventionOf(draft, at) !== undefined}
      size="xl"
      record={record}
    >
      <ChipPicker
        legend={words.what}
        chips={InterventionKind.options.map((code) => ({ code, word: INTERVENTION[code] }))}
        value={draft.kind}
        onChange={(kind) => setDraft({ ...draft, kind })}
      />
      {draft.kind === "drug" && <DrugFields view={view} draft={draft} set={setDraft} />}
      {draft.kind === "oxygen-on" && (
        <div className={styles["numbers"]}>
          <TypedNumberField
            label={words.litres}
            unit="L/min"
            decimals={1}
            value={draft.litres}
            onChange={(litres) => setDraft({ ...draft, litres })}
            problem={wrong(draft.litres, 1)}
          />
        </div>
      )}
      <ChipPicker
        legend={words.response}
        chips={Response.options.map((code) => ({ code, word: RESPONSE[code] }))}
        value={draft.response}
        onChange={(response) => setDraft({ ...draft, response })}
      />
      <TextInput
        label={words.text}
        value={draft.text}
        maxLength={2000}
        onChange={({ currentTarget }) => setDraft({ ...draft, text: currentTarget.value })}
      />
      {picker}
    </FactDialog>
  );
};
