import { Play } from "lucide-react";
import { useState } from "react";

import { Action } from "#client/ui/Action.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import type { Priority } from "#shared/alarm/alarm.ts";
import { PLACES, VOLUMES } from "./setting.ts";
import styles from "./Sound.module.css";
import { useSound } from "./SoundProvider.tsx";
import { soundWords as words } from "./words.ts";

interface SoundDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** SD5, SD6. Where this device stands, how loud it is, and whether somebody hears it. */
export const SoundDialog = ({ open, onClose }: SoundDialogProps) => {
  const { sound, view } = useSound();
  const { place, volume } = view.setting;
  return (
    <Dialog open={open} onClose={onClose} title={words.title} size="lg">
      <div className={styles["dialog"]}>
        <ChipPicker
          legend={words.place.legend}
          chips={PLACES.map((code) => ({ code, word: words.place[code] }))}
          value={place}
          onChange={(chosen) => sound.choose({ place: chosen })}
        />
        <p className={styles["means"]}>{words.placeMeans[place]}</p>
        {place === "station" && (
          <>
            <ChipPicker
              legend={words.volume.legend}
              chips={VOLUMES.map((code) => ({ code, word: words.volume[code] }))}
              value={volume}
              onChange={(chosen) => sound.choose({ volume: chosen })}
            />
            <Check key={volume} onDone={onClose} />
          </>
        )}
        {place === "own" && (
          <div className={styles["row"]}>
            {view.output === "missing" ? (
              <p>{words.vibrate.missing}</p>
            ) : (
              <Action onClick={() => sound.try("high")}>{words.vibrate.play}</Action>
            )}
          </div>
        )}
      </div>
    </Dialog>
  );
};

const SOUNDS: readonly Priority[] = ["high", "medium", "low"];
type Answers = Readonly<Partial<Record<Priority, "played" | "yes" | "no">>>;

/** SD6. Only who has played a sound can say that it was heard. */
const Check = ({ onDone }: { readonly onDone: () => void }) => {
  const { sound, view } = useSound();
  const [answers, setAnswers] = useState<Answers>({});
  const answer = (tone: Priority, said: Answers[Priority]): void => setAnswers({ ...answers, [tone]: said });
  const all = SOUNDS.every((tone) => answers[tone] === "yes");
  const missed = SOUNDS.some((tone) => answers[tone] === "no");
  return (
    <section className={styles["check"]} aria-label={words.check.title}>
      <h3>{words.check.title}</h3>
      <ul className={styles["sounds"]}>
        {SOUNDS.map((tone) => (
          <li key={tone} className={styles["tone"]}>
            <span className={styles["name"]}>{words.check.sound[tone]}</span>
            <Action
              icon={<Play aria-hidden="true" size={18} />}
              aria-label={words.check.play(words.check.short[tone])}
              onClick={() => {
                sound.try(tone);
                answer(tone, "played");
              }}
            >
              {words.check.playWord}
            </Action>
            <ChipPicker
              legend={words.check.heard(words.check.short[tone])}
              chips={[
                { code: "yes", word: words.check.yes },
                { code: "no", word: words.check.no },
              ]}
              value={answers[tone] === "played" ? undefined : answers[tone]}
              onChange={(said) => answer(tone, said)}
              disabled={answers[tone] === undefined}
            />
          </li>
        ))}
      </ul>
      <p className={styles["means"]}>{words.check.lowNote}</p>
      <div className={styles["done"]}>
        <p role="status">{missed ? words.check.notHeard : view.checked ? words.check.doneToday : words.check.notYet}</p>
        <Action
          kind="primary"
          size="glove"
          disabled={!all}
          onClick={() => {
            sound.check();
            onDone();
          }}
        >
          {words.check.done}
        </Action>
      </div>
    </section>
  );
};
