import { TextInput } from "@mantine/core";
import { useState } from "react";

import { useForm } from "#client/entry/useForm.ts";
import { useWish } from "#client/entry/useWish.ts";
import { newId } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { ADVERSE_EVENT, AE_OUTCOME, RELATEDNESS, SERIOUS, SEVERITY } from "#client/ui/careWords.ts";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import type { AdverseEventId } from "#shared/base/ids.ts";
import { AdverseEventKind, AdverseEventTold, type AdverseEvent } from "#shared/session/care.ts";
import { adverseDraft, adverseEventOf, EMPTY_ADVERSE, type AdverseDraft } from "./careModel.ts";
import { FactDialog, type DoseDialogProps } from "./DoseDialogs.tsx";
import { moreWords } from "./moreWords.ts";
import { useMoment } from "./useMoment.tsx";

const { adverse: words } = moreWords;
const { severity, outcome, relatedness, serious } = AdverseEventTold.shape;

/** AE1, AE2. What happened, short; told again under the same id it grows, and what was told before stays. */
export const AdverseEventDialog = ({
  view,
  close,
  before,
}: DoseDialogProps & { readonly before?: AdverseEvent | undefined }) => {
  const wish = useWish();
  const { picker, at, moment } = useMoment(view);
  const [adverseEventId] = useState(() => before?.id ?? newId<AdverseEventId>());
  const begun = before ? adverseDraft(before) : EMPTY_ADVERSE;
  const [draft, setDraft, forget] = useForm(`adverse-event ${before?.id ?? ""}`, view.session.id, begun);
  const done = (): void => {
    forget();
    close();
  };
  const record = (): void => {
    const onset = moment();
    const told = onset === undefined ? undefined : adverseEventOf(draft, onset, before);
    if (told) wish.send({ type: "record-adverse-event", sessionId: view.session.id, adverseEventId, told }, done);
  };
  return (
    <FactDialog
      title={before ? words.again : words.title}
      close={close}
      wish={wish}
      ready={at !== undefined && adverseEventOf(draft, at, before) !== undefined}
      size="xl"
      record={record}
    >
      <Kind draft={draft} set={setDraft} />
      <ChipPicker
        legend={words.severity}
        chips={severity.options.map((code) => ({ code, word: SEVERITY[code] }))}
        value={draft.severity}
        onChange={(chosen) => setDraft({ ...draft, severity: chosen })}
      />
      <ChipPicker
        legend={words.outcome}
        chips={outcome.options.map((code) => ({ code, word: AE_OUTCOME[code] }))}
        value={draft.outcome}
        onChange={(chosen) => setDraft({ ...draft, outcome: chosen })}
      />
      <ChipPicker
        legend={words.relatedness}
        chips={relatedness.options.map((code) => ({ code, word: RELATEDNESS[code] }))}
        value={draft.relatedness}
        onChange={(chosen) => setDraft({ ...draft, relatedness: chosen })}
      />
      <ChipPicker<keyof typeof SERIOUS>
        many
        legend={words.serious}
        chips={serious.element.options.map((code) => ({ code, word: SERIOUS[code] }))}
        value={draft.serious}
        onChange={(chosen) => setDraft({ ...draft, serious: [...chosen] })}
      />
      <TextInput
        label={words.text}
        value={draft.text}
        maxLength={2000}
        onChange={({ currentTarget }) => setDraft({ ...draft, text: currentTarget.value })}
      />
      {!before && picker}
    </FactDialog>
  );
};

/** The usual ones at once; thirty-five chips would be read by nobody. */
const USUAL = [
  "nausea",
  "vomiting",
  "hypertension",
  "dizziness",
  "headache",
  "severe-dissociation",
  "agitation",
  "over-sedation",
  "desaturation",
  "fall",
] as const satisfies readonly Told[];
type Told = (typeof AdverseEventKind.options)[number];

const Kind = ({ draft, set }: { readonly draft: AdverseDraft; readonly set: (draft: AdverseDraft) => void }) => {
  const chosen = draft.kind !== undefined && !(USUAL as readonly string[]).includes(draft.kind);
  const [all, setAll] = useState(chosen);
  return (
    <>
      <ChipPicker<Told>
        legend={words.what}
        chips={(all ? AdverseEventKind.options : USUAL).map((code) => ({ code, word: ADVERSE_EVENT[code] }))}
        value={draft.kind}
        onChange={(kind) => set({ ...draft, kind })}
      />
      <span>
        <Action kind="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.fewerKinds : words.moreKinds}
        </Action>
      </span>
    </>
  );
};
