import { TextInput } from "@mantine/core";

import { clockTime, type Instant } from "#shared/base/time.ts";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import type { When } from "./clockText.ts";
import styles from "./WhenPicker.module.css";
import { entryWords } from "./words.ts";

const { when: words } = entryWords;

interface WhenPickerProps {
  /** What was typed; undefined means now. */
  readonly typed: string | undefined;
  readonly onChange: (typed: string | undefined) => void;
  readonly when: When;
  readonly now: Instant;
  readonly zone: string;
  /** Of a correction: the time that it had. */
  readonly base?: Instant | undefined;
}

/** Time is now, unless somebody says earlier. */
export const WhenPicker = ({ typed, onChange, when, now, zone, base }: WhenPickerProps) => (
  <div className={styles["when"]}>
    <ChipPicker
      legend={words.legend}
      chips={[
        { code: "now", word: base === undefined ? words.now(clockTime(now, zone)) : clockTime(base, zone) },
        { code: "earlier", word: words.earlier },
      ]}
      value={typed === undefined ? "now" : "earlier"}
      onChange={(code) => onChange(code === "now" ? undefined : "")}
    />
    {typed !== undefined && (
      <TextInput
        label={words.at}
        value={typed}
        placeholder=""
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        error={"problem" in when && typed !== "" ? PROBLEM[when.problem] : undefined}
        classNames={{
          root: styles["field"] ?? "",
          label: styles["label"] ?? "",
          input: styles["input"] ?? "",
          error: styles["error"] ?? "",
        }}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    )}
  </div>
);

const PROBLEM = { "not-a-time": words.notATime, future: words.future, "before-check-in": words.beforeCheckIn } as const;
