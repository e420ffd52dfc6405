import { VolumeX } from "lucide-react";

import { useClinic, useMay } from "#client/store/ClinicProvider.tsx";
import { useAct } from "#client/store/useAct.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { callTimes } from "#shared/alarm/life.ts";
import type { Instant } from "#shared/base/time.ts";
import { soundOf } from "./boardModel.ts";
import { boardWords } from "./words.ts";

/** BD15. It can be tapped where there is something to hear, and never for good; how long it lasts stands in the header of every page. */
export const SoundPause = ({ now }: { readonly now: Instant }) => {
  const clinic = useClinic((all) => all);
  const may = useMay()("pause-audio");
  const act = useAct();
  const { heard } = soundOf(clinic, now);
  const seconds = callTimes(clinic, undefined).silenceS;
  return (
    <>
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
