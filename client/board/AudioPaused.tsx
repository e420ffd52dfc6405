import { VolumeX } from "lucide-react";

import { useClinic } from "#client/store/ClinicProvider.tsx";
import { clockTime, type Instant } from "#shared/base/time.ts";
import styles from "./BoardHead.module.css";
import { soundOf } from "./boardModel.ts";
import { boardWords } from "./words.ts";

/** BD15. Said to everybody while it lasts. */
export const AudioPaused = ({ now }: { readonly now: Instant }) => {
  const clinic = useClinic((all) => all);
  const { pausedUntil } = soundOf(clinic, now);
  return pausedUntil === undefined ? null : (
    <p className={styles["paused"]} role="status">
      <VolumeX aria-hidden="true" />
      {boardWords.sound.paused(clockTime(pausedUntil, clinic.zone))}
    </p>
  );
};
