import { BellOff, BellRing, Smartphone, Volume2, VolumeX } from "lucide-react";
import { useState } from "react";

import { useNow } from "#client/connection/LinkProvider.tsx";
import { machineClocks } from "#client/connection/linkClock.ts";
import { useClinic } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { audioPausedUntil } from "#shared/alarm/life.ts";
import { SECOND } from "#shared/base/time.ts";
import styles from "./Sound.module.css";
import { SoundDialog } from "./SoundDialog.tsx";
import { useSound } from "./SoundProvider.tsx";
import type { SoundStatus } from "./soundStatus.ts";
import { soundWords, timeLeft } from "./words.ts";

/** SD7. In the header of every page: how the sound of this device stands, and the one thing that a tap does about it. */
export const SoundControl = () => {
  const { sound, view } = useSound();
  const [open, setOpen] = useState(false);
  const act = (): void => {
    if (view.status === "not-live") return sound.silence();
    if (view.status !== "blocked") setOpen(true);
  };
  const left = view.silencedUntil === undefined ? 0 : view.silencedUntil - machineClocks.link();
  const word = soundWords.status[view.status] + (view.status === "silenced" ? ` ${timeLeft(left)}` : "");
  const Sign = SIGN[view.status];
  const paused = usePausedForMs();
  return (
    <span className={styles["sound"]}>
      {paused > 0 && (
        <span className={styles["paused"]} role="timer">
          <VolumeX aria-hidden="true" size={18} />
          {soundWords.paused(timeLeft(paused))}
        </span>
      )}
      <span className={styles["control"]} data-status={view.status}>
        <Action kind="quiet" aria-label={soundWords.button(word)} onClick={act}>
          <Sign aria-hidden="true" size={20} />
          {/* While it is paused for everybody, how it stands otherwise is less than a word. */}
          {(paused === 0 || !AT_REST.includes(view.status)) && <span>{word}</span>}
        </Action>
      </span>
      <SoundDialog open={open} onClose={() => setOpen(false)} />
    </span>
  );
};

const AT_REST: readonly SoundStatus[] = ["on", "vibrates", "silent"];

const SIGN: Readonly<Record<SoundStatus, typeof Volume2>> = {
  "not-checked": BellOff,
  blocked: VolumeX,
  missing: VolumeX,
  "not-live": BellRing,
  silenced: VolumeX,
  on: Volume2,
  vibrates: Smartphone,
  silent: BellOff,
};

/** C 4 rule 6. For everybody, whatever this device does with its own sound; counted down, so that nobody forgets it. */
const usePausedForMs = (): number => {
  const clinic = useClinic((all) => all);
  const now = useNow(SECOND, { always: true });
  return Math.max(0, (audioPausedUntil(clinic, now) ?? now) - now);
};
