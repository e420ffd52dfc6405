import { ClipboardCheck, Clock, ConciergeBell, Stethoscope } from "lucide-react";

import type { Whose, WayOut } from "./dischargeModel.ts";
import { missingWords } from "./lineWords.ts";
import styles from "./MissingItems.module.css";
import { words } from "./words.ts";

const ICON = { nurse: ClipboardCheck, clinician: Stethoscope, desk: ConciergeBell, clock: Clock };
const ORDER: readonly Whose[] = ["clock", "nurse", "clinician", "desk"];

/** DC2. What is missing, gathered by whose move it is. */
export const MissingItems = ({ wayOut: { missing, session } }: { readonly wayOut: WayOut }) => {
  if (missing.length === 0) return <span className={styles["none"]}>{words.list.nothingMissing}</span>;
  const groups = ORDER.flatMap((whose) => {
    const ids = missing.filter((one) => one.whose === whose).map(({ id }) => missingWords(id, session));
    return ids.length === 0 ? [] : [{ whose, ids }];
  });
  return (
    <span className={styles["missing"]}>
      {groups.map(({ whose, ids }) => (
        <Move key={whose} whose={whose} ids={ids} />
      ))}
    </span>
  );
};

const Move = ({ whose, ids }: { readonly whose: Whose; readonly ids: readonly string[] }) => {
  const Icon = ICON[whose];
  return (
    <span className={styles["move"]}>
      <Icon aria-hidden="true" />
      <span className={styles["whose"]}>{words.whose[whose]}</span>
      <span>{ids.join(", ")}</span>
    </span>
  );
};
