import { VolumeX } from "lucide-react";

import { useClinic, useMay } from "#client/store/ClinicProvider.tsx";
import { useAct } from "#client/store/useAct.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { callTimes } from "#shared/alarm/life.ts";
import { clockTime, type Instant } from "#shared/base/time.ts";
import styles from "./BoardHead.module.css";
import { soundOf } from "./boardModel.ts";
import { boardWords } from "./words.ts";

/** BD15. AUDIO PAUSED is said to everybody while it lasts; it can be tapped where there is something to hear, and never for good. */
export const SoundPause = ({ now }: { readonly now: Instant }) => {
  const clinic = useClinic((all) => all);
  const may = useMay()("pause-audio");
  const act = useAct();
  const { pausedUntil, heard } = soundOf(clinic, now);
  const seconds = callTimes(clinic, undefined).silenceS;
  return (
    <>
      {pausedUntil !== undefined && (
        <p className={styles["paused"]} role="status">
          <VolumeX aria-hidden="true" />
          {boardWords.sound.paused(clockTime(pausedUntil, clinic.zone))}
        </p>
      )}
      {heard && may && (
        <Action
          icon={<VolumeX aria-hidden="true" size={18} />}
          busy={act.busy}
          onClick={() => void act.run({ type: "pause-audio", seconds })}
        >
          {boardWords.sound.pause(seconds)}
        </Action>
      )}
      <ActLine act={act} zone={clinic.zone} />
    </>
  );
};
