import { useRef, useState } from "react";

import { requiredFields } from "#shared/session/decideObservation.ts";
import type { Instant } from "#shared/base/time.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import type { Session } from "#shared/session/session.ts";
import type { NotAssessedField, Values } from "#shared/vitals/observation.ts";
import { whenOf, type When } from "./clockText.ts";
import styles from "./EntrySheet.module.css";
import { fieldAfter, goesOn, judge, NUMBERS, shown, typeInto, type Draft, type NumberField } from "./entryModel.ts";
import { ExitChecks } from "./ExitChecks.tsx";
import { LookIn } from "./LookIn.tsx";
import { NumberFields, type FieldsProps } from "./NumberFields.tsx";
import { PadRegion } from "./PadRegion.tsx";
import { SaveBar } from "./SaveBar.tsx";
import { Scales } from "./Scales.tsx";
import type { Entry } from "./useEntry.ts";

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
  const keyboard = line && (draft.sheet === "full" || draft.sheet === "bp");
  const required = requiredFields(session, protocol, draft.sheet);
  const numbers = NUMBERS[draft.sheet];
  const [active, setActive] = useState<NumberField | undefined>(numbers[0]);
  const [excusing, setExcusing] = useState<NotAssessedField>();
  const inputs = useRef<Partial<Record<NumberField, HTMLInputElement>>>({});
  const scales = useRef<HTMLDivElement>(null);
  const saveButton = useRef<HTMLButtonElement>(null);
  const problems = shown(judge(draft, required), draft, active);
  const when = timeOf(draft, now, session);

  const focus = (field: NumberField): void => {
    setActive(field);
    setExcusing(undefined);
    inputs.current[field]?.focus();
  };
  const next = (field: NumberField): void => {
    const following = fieldAfter(draft, field, required);
    if (following) return focus(following);
    setActive(undefined);
    (scales.current?.querySelector("input") ?? saveButton.current)?.focus();
  };
  /** EN2, EN3. "120/" and "120/80" go on as if Next had been tapped. */
  const type = (field: NumberField, text: string): void => {
    const [first = "", second] = field === "sbp" ? text.split("/") : [text];
    change((one) => (second ? typeInto(typeInto(one, "sbp", first), "dbp", second) : typeInto(one, field, first)));
    if (second !== undefined && first !== "") focus("dbp");
    else if (text.length > draft.typed[field].length && goesOn(field, first)) next(field);
  };
  const save = (said: Partial<Draft> = {}): void => {
    const judged = judge({ ...draft, ...said }, required);
    change((one) => ({ ...one, ...said, tried: true }));
    setActive(undefined);
    const first = [...judged.refusals, ...judged.questions][0];
    if (first) return inputs.current[first.field === "bp" ? "sbp" : (first.field as NumberField)]?.focus();
    if ("at" in when) entry.save(when.at);
  };
  const props: FieldsProps = { draft, session, required, problems, now, change, excusing, excuse: setExcusing };

  return (
    <>
      <div className={styles["body"]} data-sheet={draft.sheet}>
        {numbers.length > 0 && (
          <div className={styles["numbers"]}>
            <NumberFields {...props} fields={numbers} padOpen={!keyboard} inputs={inputs} type={type} next={next} activate={setActive} />
            <PadRegion
              {...props}
              active={active}
              keyboard={keyboard}
              type={type}
              next={next}
              focus={focus}
              lineDone={() => saveButton.current?.focus()}
            />
          </div>
        )}
        {draft.sheet === "full" && <Scales {...props} first={scales} />}
        {draft.sheet === "look-in" && <LookIn seen={draft.seen} busy={entry.slot.busy} choose={(seen: Values["seen"]) => save({ seen })} />}
        {draft.sheet === "exit" && <ExitChecks {...props} />}
      </div>
      <SaveBar draft={draft} entry={entry} when={when} problems={problems} now={now} zone={session.zone} out={out} save={() => save()} ref={saveButton} />
    </>
  );
};

const timeOf = (draft: Draft, now: Instant, session: Session): When =>
  draft.correcting && draft.earlier === undefined ? { at: draft.correcting.observedAt } : whenOf(draft.earlier, now, session);
