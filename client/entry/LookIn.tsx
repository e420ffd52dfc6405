import { Armchair, Bell, Moon } from "lucide-react";

import type { Values } from "#shared/vitals/observation.ts";
import styles from "./LookIn.module.css";
import { entryWords } from "./words.ts";

const { lookIn: words } = entryWords;
type Seen = NonNullable<Values["seen"]>;

const CHOICES: readonly { readonly seen: Seen; readonly Icon: typeof Moon }[] = [
  { seen: "resting-breathing", Icon: Moon },
  { seen: "awake-comfortable", Icon: Armchair },
  { seen: "needs-attention", Icon: Bell },
];

/** What the eye sees without waking anybody. The tap that says it also saves it. */
export const LookIn = ({
  seen,
  busy,
  choose,
}: {
  readonly seen: Seen | undefined;
  readonly busy: boolean;
  readonly choose: (seen: Seen) => void;
}) => (
  <div className={styles["lookIn"]}>
    {CHOICES.map(({ seen: code, Icon }) => (
      <button
        key={code}
        type="button"
        className={styles["choice"]}
        data-chosen={seen === code}
        disabled={busy}
        onClick={() => choose(code)}
      >
        <Icon aria-hidden="true" size={30} />
        {words.seen[code]}
      </button>
    ))}
    <p className={styles["hint"]}>{words.hint}</p>
  </div>
);
