import type { DoseFlag } from "#shared/session/dose.ts";
import styles from "./DoseDialogs.module.css";
import { treatmentWords } from "./treatmentWords.ts";

const { dose: words } = treatmentWords;

/** CH9. Said before it is recorded, where the finger is; it stops nobody. */
export const Flagged = ({ flags }: { readonly flags: readonly DoseFlag[] }) =>
  flags.length > 0 && (
    <div className={styles["flagged"]} role="alert">
      <p>{words.flagged}</p>
      <ul>
        {flags.map((flag) => (
          <li key={flag}>⚑ {words.flags[flag]}</li>
        ))}
      </ul>
    </div>
  );
