import { useEffect } from "react";
import { useDevice, useLive } from "./connection/LinkProvider.tsx";
import { useKeptHere } from "./entry/useWish.ts";
import { needsWord } from "./chair/keptModel.ts";
import styles from "./Shell.module.css";
import { shellWords } from "./shellWords.ts";
import { Action } from "./ui/Action.tsx";
import { Dialog } from "./ui/Dialog.tsx";

const { leaving: words } = shellWords;

interface LeaveDialogProps {
  /** Signs out. */
  readonly leave: () => void;
  readonly stay: () => void;
}

/** OB15. Signing out with entries on this tablet: it waits while they go, or leaves them here by an act of its own. */
export const LeaveDialog = ({ leave, stay }: LeaveDialogProps) => {
  const kept = useKeptHere();
  const { where } = useDevice();
  const { state } = useLive();
  const asking = kept.filter(needsWord).length;
  const going = kept.length - asking;
  const safe = where === "device" && kept.every((entry) => entry.where === "device");
  const sends = going > 0 && (state === "LIVE" || state === "DELAYED");

  useEffect(() => {
    if (kept.length === 0) leave();
  }, [kept.length, leave]);

  return (
    <Dialog
      open={kept.length > 0}
      title={words.title}
      onClose={stay}
      actions={
        <>
          <Action onClick={stay}>{words.stay}</Action>
          {safe && (
            <Action kind="strong" onClick={leave}>
              {words.keep}
            </Action>
          )}
        </>
      }
    >
      <div className={styles["leaving"]}>
        {going > 0 && <p>{words.going(going)}</p>}
        {asking > 0 && <p>{words.asking(asking)}</p>}
        <p role="status">{sends ? words.sending : going > 0 ? words.waiting : ""}</p>
        <p>{safe ? words.safe : words.notSafe}</p>
      </div>
    </Dialog>
  );
};
