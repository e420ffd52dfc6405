import type { Ref } from "react";

import { useDevice } from "#client/connection/LinkProvider.tsx";
import { problemWords, rejectionWords } from "#client/rejectionWords.ts";
import { Action } from "#client/ui/Action.tsx";
import { clockTime, type Instant } from "#shared/base/time.ts";
import type { When } from "./clockText.ts";
import type { Judgement } from "./entryJudge.ts";
import type { Draft } from "./entryModel.ts";
import styles from "./EntrySheet.module.css";
import type { Entry } from "./useEntry.ts";
import { WhenPicker } from "./WhenPicker.tsx";
import { entryWords } from "./words.ts";

interface SaveBarProps {
  readonly draft: Draft;
  readonly entry: Entry;
  readonly when: When;
  readonly problems: Judgement;
  readonly now: Instant;
  readonly zone: string;
  readonly out: boolean;
  readonly save: () => void;
  readonly ref: Ref<HTMLButtonElement>;
}

/** When it was true, what stands in the way, and the way on: bottom right. */
export const SaveBar = ({ draft, entry, when, problems, now, zone, out, save, ref }: SaveBarProps) => {
  const { busy, refusal } = entry.slot;
  const { where } = useDevice();
  const kept =
    where === "page"
      ? entryWords.notKept
      : out && `${entryWords.kept} ${clockTime(now, zone)}, ${entryWords.tabletClock}.`;
  const say = refusal ? refusedWords(refusal, zone) : draft.tried ? firstWords(problems, when) : kept;
  return (
    <div className={styles["foot"]}>
      <WhenPicker
        typed={draft.earlier}
        onChange={(earlier) => entry.change((one) => ({ ...one, earlier }))}
        when={when}
        now={now}
        zone={zone}
        base={draft.correcting?.observedAt}
      />
      <p className={styles["say"]} role="alert" data-wrong={refusal !== undefined || draft.tried}>
        {say}
      </p>
      {draft.sheet !== "look-in" && (
        <Action ref={ref} kind="primary" size="large" busy={busy} disabled={busy} onClick={save}>
          {busy ? entryWords.saving : entryWords.save}
        </Action>
      )}
    </div>
  );
};

const refusedWords = (refusal: NonNullable<Entry["slot"]["refusal"]>, zone: string): string =>
  refusal === "full" ? entryWords.full : `${entryWords.refused}. ${rejectionWords(refusal, zone)}`;

const firstWords = ({ refusals: [first] }: Judgement, when: When): string => {
  if (first) return first.kind === "not-a-number" ? first.words : problemWords(first);
  if ("at" in when) return "";
  return {
    "not-a-time": entryWords.when.notATime,
    future: entryWords.when.future,
    "before-check-in": entryWords.when.beforeCheckIn,
  }[when.problem];
};
