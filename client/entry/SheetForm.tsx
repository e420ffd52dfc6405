import { useRef, useState } from "react";

import { latestWith } from "#shared/session/current.ts";
import { requiredFields } from "#shared/session/decideObservation.ts";
import type { Instant } from "#shared/base/time.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import type { Session } from "#shared/session/session.ts";
import type { NotAssessedField, Values } from "#shared/vitals/observation.ts";
import { whenOf, type When } from "./clockText.ts";
import { judge, likelyValues, shown } from "./entryJudge.ts";
import type { Draft } from "./entryModel.ts";
import { excuseOf, type NumberField } from "./fields.ts";
import type { FieldsProps } from "./NumberFields.tsx";
import { SaveBar } from "./SaveBar.tsx";
import { SheetBody } from "./SheetBody.tsx";
import { asksOf, fieldsOf, holds, type Part } from "./sheetFields.ts";
import type { Entry } from "./useEntry.ts";
import { useTyping } from "./useTyping.ts";
import { useTabletNow } from "./useWish.ts";

interface SheetFormProps {
  readonly draft: Draft;
  readonly session: Session;
  readonly protocol: Protocol;
  readonly entry: Entry;
  readonly now: Instant;
  /** The link is out: what is saved waits on this tablet. */
  readonly out: boolean;
  /** A line for the keyboard in the place of the pad. */
  readonly keyboard: boolean;
}

export const SheetForm = ({ draft, session, protocol, entry, now, out, keyboard: line }: SheetFormProps) => {
  const { change } = entry;
  const [page, setPage] = useState<"main" | "more">("main");
  const keyboard = line && page === "main" && (draft.sheet === "full" || draft.sheet === "bp");
  const asks = asksOf(session, protocol, draft.sheet, now);
  const fields = fieldsOf(draft, asks);
  const required = requiredFields(session, protocol, { sheet: draft.sheet, values: likelyValues(draft, fields) });
  const asked = page === "more" ? required : required.filter((field) => !asks.required.includes(field));
  const before = { sedation: lastSedation(session, draft) };
  const [excusing, setExcusing] = useState<NotAssessedField>();
  const words = useRef<HTMLDivElement>(null);
  const saveButton = useRef<HTMLButtonElement>(null);
  const typing = useTyping({ draft, numbers: fields[page].numbers, required, change, scales: words, saveButton });
  const problems = shown(judge(draft, fields, required, before), draft, typing.active);
  const when = timeOf(draft, now, session);

  const tabletNow = useTabletNow();
  const save = (said: Partial<Draft> = {}): void => {
    const judged = judge({ ...draft, ...said }, fields, required, before);
    change((one) => ({ ...one, ...said, tried: true }));
    const first = [...judged.refusals, ...judged.questions][0];
    if (first) {
      if (page !== pageOf(fields, first.field)) setPage(pageOf(fields, first.field));
      return typing.show(first.field);
    }
    const then = timeOf(draft, tabletNow(), session);
    if ("at" in then) entry.save(then.at, fields);
  };
  const props: FieldsProps = { draft, session, required, asked, problems, now, change, excusing, excuse: setExcusing };

  return (
    <>
      <SheetBody
        {...props}
        fields={fields}
        page={page}
        turn={(to) => {
          setExcusing(undefined);
          setPage(to);
        }}
        typing={typing}
        keyboard={keyboard}
        busy={entry.slot.busy}
        look={(seen: Values["seen"]) => save({ seen })}
        words={words}
        lineDone={() => saveButton.current?.focus()}
      />
      <SaveBar
        draft={draft}
        entry={entry}
        when={when}
        problems={problems}
        now={now}
        zone={session.zone}
        out={out}
        save={() => save()}
        ref={saveButton}
      />
    </>
  );
};

/** EN21. As it was before this entry: a correction is not compared with itself. */
const lastSedation = (session: Session, { correcting }: Draft): number | undefined =>
  latestWith({ ...session, observations: session.observations.filter(({ id }) => id !== correcting?.id) }, "sedation")
    ?.values.sedation;

/** Where the eye has to go for what stands in the way. */
const pageOf = ({ main, more }: { main: Part; more: Part }, field: string): "main" | "more" => {
  const at = (part: Part): boolean =>
    holds(part, field) || part.numbers.some((number: NumberField) => excuseOf(number) === field);
  return !at(main) && at(more) ? "more" : "main";
};

const timeOf = (draft: Draft, now: Instant, session: Session): When =>
  draft.correcting && draft.earlier === undefined
    ? { at: draft.correcting.observedAt }
    : whenOf(draft.earlier, now, session);
