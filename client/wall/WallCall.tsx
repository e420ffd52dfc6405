import type { OpenCall } from "#client/board/cardModel.ts";
import { useDirectory } from "#client/store/ClinicProvider.tsx";
import { isQuiet } from "#client/ui/callOrder.ts";
import { CallShape, CallTag } from "#client/ui/CallTag.tsx";
import { acceptedWords } from "#client/ui/callWords.ts";
import styles from "./WallCall.module.css";

/**
 * The call that comes first at a chair, and how many stand behind it. Nothing here takes it: that is done at the chair.
 * `brief`: its newest value, or who has it; the rest stands in the list beside the cards.
 */
export const WallCall = ({ calls, brief }: { readonly calls: readonly OpenCall[]; readonly brief: boolean }) => {
  const staff = useDirectory().staff;
  const [first, ...more] = calls;
  if (!first) return null;
  const { alarm, words, asked } = first;
  const behind = more.length > 0 ? ` +${more.length}` : "";
  if (alarm.accepted)
    return (
      <p className={styles["taken"]} data-priority={alarm.priority}>
        <CallShape priority={alarm.priority} />
        <span>
          {[!brief && words, acceptedWords(staff(alarm.accepted.by))].filter(Boolean).join(" · ")}
          {behind}
        </span>
      </p>
    );
  return (
    <div className={styles["call"]} data-brief={brief}>
      <CallTag priority={alarm.priority} accepted={isQuiet(alarm)}>
        {brief ? words.replace(/ · was .*$/, "") : [words, asked].filter(Boolean).join(" · ")}
        {behind}
      </CallTag>
    </div>
  );
};
