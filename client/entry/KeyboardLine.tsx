import { TextInput } from "@mantine/core";
import { useId, useState, type KeyboardEvent } from "react";

import { SEDATION } from "#shared/scales/levels.ts";
import { MEASURES } from "#shared/vitals/measures.ts";
import type { Draft } from "./entryModel.ts";
import { lineIsClear, parseLine, withLine, type LinePart } from "./keyboardLine.ts";
import styles from "./KeyboardLine.module.css";
import { entryWords } from "./words.ts";

const { line: words } = entryWords;

interface KeyboardLineProps {
  readonly change: (change: (draft: Draft) => Draft) => void;
  /** It is all in the form: the way leads to Save. */
  readonly done: () => void;
}

/** For a desk: one line, understood as it is typed; Enter puts it into the form, where it is judged like the rest. */
export const KeyboardLine = ({ change, done }: KeyboardLineProps) => {
  const [line, setLine] = useState("");
  const id = useId();
  const parts = parseLine(line);
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (!lineIsClear(parts)) return;
    change((draft) => withLine(draft, parts));
    setLine("");
    done();
  };
  return (
    <div className={styles["line"]}>
      <TextInput
        label={words.label}
        description={words.help}
        inputWrapperOrder={["label", "input", "description"]}
        placeholder={words.example}
        value={line}
        autoComplete="off"
        maxLength={60}
        aria-controls={id}
        classNames={{ label: styles["label"] ?? "", input: styles["input"] ?? "", description: styles["help"] ?? "" }}
        onChange={({ currentTarget }) => setLine(currentTarget.value)}
        onKeyDown={enter}
      />
      <ul id={id} className={styles["preview"]} aria-live="polite" aria-label={words.label}>
        {parts.map((part, index) => (
          <li key={index} data-kind={part.kind}>
            {partWords(part)}
          </li>
        ))}
      </ul>
    </div>
  );
};

const partWords = (part: LinePart): string => {
  if (part.kind !== "value") return `${part.text}: ${words[part.kind]}`;
  const [first, second] = part.values;
  if (first?.[0] === "sbp") return `BP ${first[1]}/${second?.[1] ?? "?"}`;
  if (!first) return part.text;
  const word = first[0] === "sedation" ? SEDATION.find(({ value }) => value === first[1])?.word : undefined;
  return `${MEASURES[first[0]].short} ${first[1]}${word ? ` ${word}` : ""}`;
};
