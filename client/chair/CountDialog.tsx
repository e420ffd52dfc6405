import { useState } from "react";

import { useWish } from "#client/entry/useWish.ts";
import { newId } from "#client/store/ClinicProvider.tsx";
import { TypedNumberField } from "#client/ui/TypedNumberField.tsx";
import type { DrugCountId } from "#shared/base/ids.ts";
import { addsUp } from "#shared/session/care.ts";
import { countOf, EMPTY_COUNT } from "./careModel.ts";
import { FactDialog, wrong, type DoseDialogProps } from "./DoseDialogs.tsx";
import styles from "./DoseDialogs.module.css";
import { LotField } from "./LotField.tsx";
import { moreWords } from "./moreWords.ts";

const { count: words } = moreWords;

/** IN3. Drawn, given, wasted: what does not add up is recorded, and said beforehand. */
export const CountDialog = ({ view, close }: DoseDialogProps) => {
  const wish = useWish();
  const [drugCountId] = useState(() => newId<DrugCountId>());
  const [draft, setDraft] = useState(EMPTY_COUNT);
  const told = countOf(draft);
  return (
    <FactDialog
      title={words.title}
      close={close}
      wish={wish}
      ready={told !== undefined}
      record={() => told && wish.send({ type: "count-drug", sessionId: view.session.id, drugCountId, told }, close)}
    >
      <div className={styles["numbers"]}>
        {(["drawn", "given", "wasted"] as const).map((field) => (
          <TypedNumberField
            key={field}
            label={words[field]}
            unit="mg"
            decimals={1}
            value={draft[field]}
            onChange={(text) => setDraft({ ...draft, [field]: text })}
            problem={wrong(draft[field], 1)}
          />
        ))}
      </div>
      <LotField value={draft.lot} onChange={(lot) => setDraft({ ...draft, lot })} />
      {told && !addsUp(told) && (
        <p className={styles["flagged"]} role="alert">
          {words.differs}
        </p>
      )}
    </FactDialog>
  );
};
