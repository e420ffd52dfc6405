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
  withSedation,
}: {
  readonly seen: Seen | undefined;
  readonly busy: boolean;
  readonly choose: (seen: Seen) => void;
  /** EN20. The words of sedation stand above: that tap first, because this one saves. */
  readonly withSedation: boolean;
}) => (
  <div className={styles["lookIn"]} data-sedation={withSedation}>
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
    <p className={styles["hint"]}>{withSedation ? words.withSedation : words.hint}</p>
  </div>
);
