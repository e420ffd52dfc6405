import type { ReactNode } from "react";

import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import type { FieldsProps } from "./NumberFields.tsx";
import styles from "./Ratings.module.css";
import { entryWords } from "./words.ts";

/** By looking, or by asking the patient; beside it the way to what is rarely needed. */
export const Ratings = ({ draft, change, children }: FieldsProps & { readonly children: ReactNode }) => (
  <div className={styles["ratings"]}>
    <ChipPicker
      legend={entryWords.ratings.legend}
      chips={(["observed", "asked"] as const).map((code) => ({ code, word: entryWords.ratings[code] }))}
      value={draft.ratings}
      onChange={(ratings) => change((one) => ({ ...one, ratings }))}
    />
    {children}
  </div>
);
