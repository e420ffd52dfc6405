import { useRef, useState } from "react";

import { requiredFields } from "#shared/session/decideObservation.ts";
import type { Instant } from "#shared/base/time.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import type { Session } from "#shared/session/session.ts";
import type { NotAssessedField, Values } from "#shared/vitals/observation.ts";
import { whenOf, type When } from "./clockText.ts";
import styles from "./EntrySheet.module.css";
import { judge, shown } from "./entryJudge.ts";
import { NUMBERS, type Draft } from "./entryModel.ts";
import { ExitChecks } from "./ExitChecks.tsx";
import { LookIn } from "./LookIn.tsx";
import { NumberFields, type FieldsProps } from "./NumberFields.tsx";
import { PadRegion } from "./PadRegion.tsx";
import { SaveBar } from "./SaveBar.tsx";
import { Scales } from "./Scales.tsx";
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
  const keyboard = line && (draft.sheet === "full" || draft.sheet === "bp");
  const required = requiredFields(session, protocol, draft.sheet);
  const numbers = NUMBERS[draft.sheet];
  const [excusing, setExcusing] = useState<NotAssessedField>();
  const scales = useRef<HTMLDivElement>(null);
  const saveButton = useRef<HTMLButtonElement>(null);
  const typing = useTyping({ draft, required, change, scales, saveButton });
  const { active, focus, next, type } = typing;
  const problems = shown(judge(draft, required), draft, active);
  const when = timeOf(draft, now, session);

  const tabletNow = useTabletNow();
  const save = (said: Partial<Draft> = {}): void => {
    const judged = judge({ ...draft, ...said }, required);
    change((one) => ({ ...one, ...said, tried: true }));
    const first = [...judged.refusals, ...judged.questions][0];
    if (first) return typing.show(first.field);
    const then = timeOf(draft, tabletNow(), session);
    if ("at" in then) entry.save(then.at);
  };
  const props: FieldsProps = { draft, session, required, problems, now, change, excusing, excuse: setExcusing };

  return (
    <>
      <div className={styles["body"]} data-sheet={draft.sheet}>
        {numbers.length > 0 && (
          <div className={styles["numbers"]}>
            <NumberFields
              {...props}
              fields={numbers}
              padOpen={!keyboard}
              register={typing.register}
              type={type}
              next={next}
              activate={typing.activate}
            />
            <PadRegion
              {...props}
              active={active}
              keyboard={keyboard}
              type={type}
              next={next}
              focus={(field) => {
                setExcusing(undefined);
                focus(field);
              }}
              lineDone={() => saveButton.current?.focus()}
            />
          </div>
        )}
        {draft.sheet === "full" && <Scales {...props} first={scales} />}
        {draft.sheet === "look-in" && (
          <LookIn seen={draft.seen} busy={entry.slot.busy} choose={(seen: Values["seen"]) => save({ seen })} />
        )}
        {draft.sheet === "exit" && <ExitChecks {...props} />}
      </div>
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

const timeOf = (draft: Draft, now: Instant, session: Session): When =>
  draft.correcting && draft.earlier === undefined
    ? { at: draft.correcting.observedAt }
    : whenOf(draft.earlier, now, session);
