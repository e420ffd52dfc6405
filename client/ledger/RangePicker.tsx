import { TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";

import { Action } from "#client/ui/Action.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { rangeOf, type DayRange, type RangeProblem } from "#shared/alarm/ledgerRange.ts";
import styles from "./Ledger.module.css";
import { presetOf, presetRange, PRESETS, type Preset } from "./ledgerModel.ts";
import { words } from "./words.ts";

interface RangePickerProps {
  readonly range: DayRange;
  readonly today: string;
  readonly onChoose: (range: DayRange) => void;
}

const CHIPS = [...PRESETS, "custom" as const].map((code) => ({ code, word: words.range[code] }));

/** LE9. Three ranges that are asked for each week, or any two days. */
export const RangePicker = ({ range, today, onChoose }: RangePickerProps) => {
  const [kind, setKind] = useState<Preset | "custom">(presetOf(range, today) ?? "custom");
  const choose = (code: Preset | "custom"): void => {
    setKind(code);
    if (code !== "custom") onChoose(presetRange(code, today));
  };
  return (
    <div className={styles["picker"]}>
      <ChipPicker legend={words.range.legend} chips={CHIPS} value={kind} onChange={choose} />
      {kind === "custom" && <FromTo range={range} today={today} onChoose={onChoose} />}
    </div>
  );
};

const FromTo = ({ range, today, onChoose }: RangePickerProps) => {
  const [days, setDays] = useState<DayRange>(range);
  const [wrong, setWrong] = useState<RangeProblem>();
  const show = (event: FormEvent): void => {
    event.preventDefault();
    const chosen = rangeOf(days);
    if ("problem" in chosen) return setWrong(chosen);
    setWrong(undefined);
    onChoose(chosen);
  };
  const field = (name: keyof DayRange) => (
    <TextInput
      type="date"
      size="md"
      label={words.range[name]}
      value={days[name]}
      max={today}
      error={wrong?.field === name ? words.range.problem[wrong.problem] : undefined}
      onChange={({ currentTarget }) => setDays({ ...days, [name]: currentTarget.value })}
    />
  );
  return (
    <form className={styles["fromTo"]} onSubmit={show} noValidate aria-label={words.range.custom}>
      {field("from")}
      {field("to")}
      <Action kind="primary" type="submit">
        {words.range.show}
      </Action>
    </form>
  );
};
