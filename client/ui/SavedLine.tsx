import { Check, Tablet } from "lucide-react";

import { clockTimeWithSeconds, type Instant } from "#shared/base/time.ts";
import { words } from "#client/words.ts";
import styles from "./SavedLine.module.css";

export type Saving =
  | { readonly state: "saved"; readonly at: Instant; readonly zone: string }
  | { readonly state: "not-sent"; readonly count: number }
  /** The device keeps nothing: it lies in the page alone. */
  | { readonly state: "not-kept"; readonly count: number }
  | { readonly state: "refused"; readonly count: number };

/** Where an entry is: on the server, or on this tablet. There is nothing in between, so nothing in between is said. */
export const SavedLine = ({ saving }: { readonly saving: Saving }) => (
  <p className={styles["line"]} role="status" data-state={saving.state}>
    {saving.state === "saved" ? <Check aria-hidden="true" /> : <Tablet aria-hidden="true" />}
    {text(saving)}
  </p>
);

const text = (saving: Saving): string => {
  switch (saving.state) {
    case "saved":
      return words.outbox.saved(clockTimeWithSeconds(saving.at, saving.zone));
    case "not-sent":
      return words.outbox.notSent(saving.count);
    case "not-kept":
      return words.outbox.notKept(saving.count);
    case "refused":
      return words.outbox.refused(saving.count);
  }
};
