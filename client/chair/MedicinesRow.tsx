import { TextInput } from "@mantine/core";
import { useState } from "react";

import { useForm } from "#client/entry/useForm.ts";
import { useWish } from "#client/entry/useWish.ts";
import { useDirectory } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import type { ChairView } from "./chairModel.ts";
import { factsOf } from "./GateRow.tsx";
import { medicinesWords } from "./medicinesWords.ts";
import { byAt } from "./personWords.ts";
import styles from "./Preparation.module.css";
import { MEDICINES, medicinesOf, type MedicinesDraft } from "./preparationModel.ts";
import { Refusal } from "./Refusal.tsx";
import { Row } from "./Row.tsx";
import { treatmentWords } from "./treatmentWords.ts";

const { preparation, medicines: words, sober } = treatmentWords;

/** GA7. What else was taken that changes the risk: five answers of their own. */
export const MedicinesRow = ({ view, soft }: { readonly view: ChairView; readonly soft: boolean }) => {
  const [open, setOpen] = useState(false);
  const directory = useDirectory();
  const told = view.session.medicines;
  return (
    <Row
      name={preparation.items.medicines}
      done={told !== undefined}
      facts={factsOf(soft, told && [medicinesWords(told), preparation.by(...byAt(directory, told, view.zone))])}
    >
      <Action aria-expanded={open} onClick={() => setOpen(!open)}>
        {told ? words.again : words.ask}
      </Action>
      {open && <MedicinesForm view={view} done={() => setOpen(false)} />}
    </Row>
  );
};

const YES_NO = [
  { code: "no", word: sober.no },
  { code: "yes", word: sober.yes },
] as const;

const MedicinesForm = ({ view, done }: { readonly view: ChairView; readonly done: () => void }) => {
  const wish = useWish();
  const [draft, setDraft, forget] = useForm<MedicinesDraft>("medicines", view.session.id, { text: "" });
  const medicines = medicinesOf(draft);
  return (
    <div className={styles["form"]}>
      <div className={styles["pairs"]}>
        {MEDICINES.map((name) => (
          <ChipPicker
            key={name}
            legend={words.names[name]}
            chips={YES_NO}
            value={draft[name]}
            onChange={(answer) => setDraft({ ...draft, [name]: answer })}
          />
        ))}
      </div>
      <TextInput
        label={words.text}
        value={draft.text}
        maxLength={2000}
        onChange={({ currentTarget }) => setDraft({ ...draft, text: currentTarget.value })}
      />
      <Refusal words={wish.refusal} />
      <span className={styles["end"]}>
        {!medicines && <span className={styles["hint"]}>{words.needsAll}</span>}
        <Action
          kind="primary"
          busy={wish.busy}
          disabled={!medicines}
          onClick={() =>
            medicines &&
            wish.send({ type: "record-medicines", sessionId: view.session.id, medicines }, () => {
              forget();
              done();
            })
          }
        >
          {words.save}
        </Action>
      </span>
    </div>
  );
};
