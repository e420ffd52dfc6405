import { ArrowLeft, Ellipsis } from "lucide-react";
import type { RefObject } from "react";

import { Action } from "#client/ui/Action.tsx";
import type { Values } from "#shared/vitals/observation.ts";
import { Choices } from "./Choices.tsx";
import styles from "./EntrySheet.module.css";
import { LookIn } from "./LookIn.tsx";
import { NumberFields, type FieldsProps } from "./NumberFields.tsx";
import { PadRegion } from "./PadRegion.tsx";
import { Ratings } from "./Ratings.tsx";
import { Scales } from "./Scales.tsx";
import { filledIn, holds, type SheetFields } from "./sheetFields.ts";
import { Symptoms } from "./Symptoms.tsx";
import type { useTyping } from "./useTyping.ts";
import { entryWords } from "./words.ts";

interface SheetBodyProps extends FieldsProps {
  readonly fields: SheetFields;
  readonly page: "main" | "more";
  readonly turn: (page: "main" | "more") => void;
  readonly typing: ReturnType<typeof useTyping>;
  readonly keyboard: boolean;
  readonly busy: boolean;
  /** A look-in is saved by the tap that says what was seen. */
  readonly look: (seen: Values["seen"]) => void;
  readonly lineDone: () => void;
}

/** EN18. One page of the sheet: numbers with the keys under them, words beside them. What is rarely needed is the second page. */
export const SheetBody = ({
  words,
  ...props
}: SheetBodyProps & { readonly words: RefObject<HTMLDivElement | null> }) => {
  const { fields, page, draft } = props;
  const { numbers, scales, choices } = fields[page];
  const hasWords = scales.length + choices.length > 0 || draft.sheet === "full" || draft.sheet === "look-in";
  const shape = numbers.length === 0 ? "words" : hasWords || page === "more" ? "both" : "numbers";
  return (
    <div className={styles["body"]} data-sheet={draft.sheet} data-shape={shape} data-page={page}>
      {numbers.length > 0 && <Numbers {...props} />}
      {shape !== "numbers" && (
        <div className={styles["words"]} ref={words}>
          {page === "more" ? <MoreWords {...props} /> : <MainWords {...props} />}
        </div>
      )}
    </div>
  );
};

const Numbers = (props: SheetBodyProps) => {
  const { fields, page, typing, keyboard, excuse, lineDone, draft } = props;
  const { numbers } = fields[page];
  const { active, register, type, next, activate, focus } = typing;
  return (
    <div className={styles["numbers"]}>
      <NumberFields
        {...props}
        fields={numbers}
        padOpen={!keyboard}
        register={register}
        type={type}
        next={next}
        activate={activate}
      />
      <PadRegion
        {...props}
        numbers={numbers}
        active={active}
        keyboard={keyboard}
        type={type}
        next={next}
        focus={(field) => {
          excuse(undefined);
          focus(field);
        }}
        lineDone={lineDone}
      />
      {page === "main" && draft.sheet === "bp" && <More {...props} />}
    </div>
  );
};

const MainWords = (props: SheetBodyProps) => {
  const { fields, draft, busy, look } = props;
  const { scales, choices } = fields.main;
  return (
    <>
      <Scales {...props} fields={scales} />
      {draft.sheet === "full" && (
        <>
          <Ratings {...props}>
            <More {...props} />
          </Ratings>
          <Symptoms {...props} />
        </>
      )}
      {draft.sheet === "look-in" && (
        <LookIn seen={draft.seen} busy={busy} choose={look} withSedation={scales.includes("sedation")} />
      )}
      <Choices {...props} fields={choices} large={draft.sheet === "exit"} />
      {draft.sheet === "exit" && <More {...props} />}
    </>
  );
};

const MoreWords = (props: SheetBodyProps) => {
  const { scales, choices } = props.fields.more;
  return (
    <>
      <div className={styles["back"]}>
        <Action icon={<ArrowLeft aria-hidden="true" size={18} />} onClick={() => props.turn("main")}>
          {entryWords.more.back}
        </Action>
      </div>
      <Scales {...props} fields={scales} />
      <Choices {...props} fields={choices} />
    </>
  );
};

const More = ({ fields: { more }, draft, required, turn }: SheetBodyProps) => {
  if (more.numbers.length + more.scales.length + more.choices.length === 0) return null;
  const asked = required.filter((field) => holds(more, field)).length;
  return (
    <Action icon={<Ellipsis aria-hidden="true" size={18} />} onClick={() => turn("more")}>
      {entryWords.more.open(filledIn(draft, more), asked)}
    </Action>
  );
};
