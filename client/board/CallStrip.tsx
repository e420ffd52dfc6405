import { useState } from "react";

import { rejectionWords } from "#client/rejectionWords.ts";
import { useNow } from "#client/connection/LinkProvider.tsx";
import { useDirectory, useMay, usePresence, useSubmit } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { isQuiet } from "#client/ui/callOrder.ts";
import { CallShape, CallTag } from "#client/ui/CallTag.tsx";
import { acceptedWords, passedOnWords } from "#client/ui/callWords.ts";
import { deliveryWords } from "#client/ui/deliveryWords.ts";
import type { AlarmId } from "#shared/base/ids.ts";
import { SECOND } from "#shared/base/time.ts";
import type { Density } from "./density.ts";
import type { OpenCall } from "./cardModel.ts";
import styles from "./CallStrip.module.css";
import { boardWords } from "./words.ts";

/** BD5. The call that comes first at a chair, with its button; who took it, once somebody did; how many stand behind it. */
export const CallStrip = ({ calls, density }: { readonly calls: readonly OpenCall[]; readonly density: Density }) => {
  const { answer, accept } = useAccept();
  const may = useMay()("accept-alarm");
  const staff = useDirectory().staff;
  const [first, ...more] = calls;
  if (!first) return null;
  const { alarm, words, asked } = first;
  const also = [passedOnWords(alarm, staff), asked].filter(Boolean).join(" · ");
  const said = answer?.alarmId === alarm.id ? answer.words : undefined;
  if (alarm.accepted) {
    return (
      <p className={styles["taken"]} data-density={density} data-priority={alarm.priority}>
        <CallShape priority={alarm.priority} />
        <span>
          {[density !== "dense" && words, acceptedWords(staff(alarm.accepted.by))].filter(Boolean).join(" · ")}
        </span>
      </p>
    );
  }
  const button = may && (
    <Action
      size="touch"
      onClick={() => accept(alarm.id)}
      busy={said === boardWords.accepting}
      aria-label={boardWords.acceptCall(words)}
    >
      {boardWords.accept}
    </Action>
  );
  return (
    <div className={styles["strip"]} data-density={density}>
      <CallTag priority={alarm.priority} accepted={isQuiet(alarm)} aside={button}>
        {words}
        {also !== "" && <span className={styles["more"]}>{` · ${also}`}</span>}
        {density !== "dense" && !isQuiet(alarm) && <Told alarm={alarm} />}
        {more.length > 0 && (
          <span className={styles["more"]}>
            {density === "dense" ? ` +${more.length}` : ` ${boardWords.also(more.length)}`}
          </span>
        )}
      </CallTag>
      {said && (
        <p className={styles["note"]} role="status">
          {said}
        </p>
      )}
    </div>
  );
};

/** CW3. Whom it has reached, while nobody has it. */
const Told = ({ alarm }: Pick<OpenCall, "alarm">) => {
  const { delivered } = usePresence();
  const told = deliveryWords(alarm, delivered, useNow(SECOND));
  return told && <span className={styles["more"]}>{` · ${told}`}</span>;
};

/** Said until the stream shows it: what is not sent is never shown as accepted. */
const useAccept = () => {
  const submit = useSubmit();
  const [answer, setAnswer] = useState<{ readonly alarmId: AlarmId; readonly words: string }>();
  const accept = (alarmId: AlarmId): void => {
    setAnswer({ alarmId, words: boardWords.accepting });
    void submit({ type: "accept-alarm", alarmId }).then((got) => {
      if ("accepted" in got) return setAnswer(undefined);
      setAnswer({ alarmId, words: "rejected" in got ? rejectionWords(got.rejected) : boardWords.full });
    });
  };
  return { answer, accept };
};
