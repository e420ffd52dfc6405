import { useDevice } from "#client/connection/LinkProvider.tsx";
import { useKeptHere } from "#client/entry/useWish.ts";
import { useClinic } from "#client/store/ClinicProvider.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { chairName } from "#client/ui/statusWords.ts";
import { clockTime } from "#shared/base/time.ts";
import { keptHereWords as words } from "./keptHereWords.ts";
import { KeptItem, SetAside } from "./KeptItem.tsx";
import styles from "./Kept.module.css";
import { chairOf, needsWord } from "./keptModel.ts";

/** OB16, OB18. Everything on this tablet that waits for a word of hers, of whatever chair, and of sessions that have ended. */
export const KeptDialog = ({ close }: { readonly close: () => void }) => {
  const clinic = useClinic((one) => one);
  const kept = useKeptHere().filter(needsWord);
  const { unreadable } = useDevice();
  return (
    <Dialog open={kept.length + unreadable.length > 0} title={words.everything} onClose={close} size="lg">
      <ul className={styles["list"]}>
        {kept.map((one) => {
          const chair = chairOf(one.command, clinic);
          return <KeptItem key={one.commandId} kept={one} chair={chair && chairName(chair.label)} />;
        })}
        {unreadable.map(({ commandId, addedAt }) => (
          <li key={commandId} data-state="unreadable">
            <span className={styles["what"]}>{words.unreadable(clockTime(addedAt, clinic.zone))}</span>
            <span className={styles["acts"]}>
              <SetAside commandId={commandId} />
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
};
