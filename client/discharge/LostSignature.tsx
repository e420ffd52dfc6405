import { RotateCcw } from "lucide-react";

import { CRITERION } from "#client/rejectionWords.ts";
import { clockTime } from "#shared/base/time.ts";
import type { Session } from "#shared/session/session.ts";
import { lostSignature } from "./dischargeModel.ts";
import styles from "./LostSignature.module.css";
import { words } from "./words.ts";

/** DC3. A new bad value takes the signature away, and everybody at the door hears so: when it held, when it fell, by what. */
export const LostSignature = ({ session }: { readonly session: Session }) => {
  const lost = lostSignature(session);
  if (!lost) return null;
  const by = lost.criteria.map((id) => CRITERION[id]).join(", ");
  return (
    <p className={styles["lost"]} role="alert">
      <RotateCcw aria-hidden="true" />
      {words.fit.lost(clockTime(lost.signedAt, session.zone), clockTime(lost.at, session.zone), by)}
    </p>
  );
};
