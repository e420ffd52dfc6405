import type { Gate } from "#shared/session/gate.ts";
import { latestWith } from "#shared/session/current.ts";
import type { ChairView } from "./chairModel.ts";
import styles from "./Preparation.module.css";
import { treatmentWords } from "./treatmentWords.ts";

const { preparation: words } = treatmentWords;
const SHORT = { hr: "HR", spo2: "SpO₂" } as const;

/** GA9. Baseline values that a clinician should see; nothing waits for it. */
export const Look = ({ view: { session }, look }: { readonly view: ChairView; readonly look: Gate["look"] }) =>
  look.length > 0 && (
    <p className={styles["look"]} role="status">
      {words.look(
        look.map((field) => `${SHORT[field]} ${latestWith(session, field)?.values[field] ?? "?"}`).join(", "),
      )}
    </p>
  );
