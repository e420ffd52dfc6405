import type { Priority } from "#shared/alarm/alarm.ts";
import type { Place, Volume } from "./setting.ts";
import type { SoundStatus } from "./soundStatus.ts";

/** The words of the sound. */
export const soundWords = {
  title: "Sound check",
  status: {
    "not-checked": "Sound: not checked today",
    blocked: "Sound is blocked: tap here",
    missing: "No sound on this device",
    "not-live": "Silence 120 s",
    silenced: "Silenced",
    on: "Sound on",
    vibrates: "Vibrates",
    silent: "Silent here",
  } satisfies Record<SoundStatus, string>,
  /** To a screen reader the one button of the sound has one name, whatever it says. */
  button: (status: string) => `Sound: ${status.replace(/^Sound(: | )/, "")}`,
  paused: (left: string) => `AUDIO PAUSED ${left}`,
  place: {
    legend: "Where is this device?",
    station: "At the station",
    own: "With me, in my pocket",
    chair: "At a chair",
  } satisfies Record<Place | "legend", string>,
  placeMeans: {
    station: "It sounds for every call of the clinic, until somebody takes it.",
    own: "No sound. It vibrates for calls of your patients, and for what is asked of everybody.",
    chair: "Silent: the patient rests here.",
  } satisfies Record<Place, string>,
  volume: { legend: "Volume", soft: "Soft", medium: "Medium", loud: "Loud" } satisfies Record<
    Volume | "legend",
    string
  >,
  check: {
    title: "Play each sound, and listen where you will be",
    sound: {
      high: "High call: ten pulses",
      medium: "Medium call: three pulses",
      low: "Low call: one pulse",
    } satisfies Record<Priority, string>,
    lowNote: "Low calls make no sound of their own. You hear it here so that you know it.",
    short: { high: "high", medium: "medium", low: "low" } satisfies Record<Priority, string>,
    play: (sound: string) => `Play ${sound}`,
    playWord: "Play",
    heard: (sound: string) => `Did you hear the ${sound} sound?`,
    yes: "Heard",
    no: "Not heard",
    notHeard:
      "Turn this device up or take a louder volume, and play it again. Until all three are heard it stays silent.",
    done: "All three heard",
    doneToday: "Checked today: this device sounds.",
    notYet: "Until all three are heard this device stays silent.",
  },
  vibrate: { play: "Try it", missing: "This device cannot vibrate. Calls stand on its screen alone." },
} as const;

/** "1:42": what is left of a pause, never less than is true. */
export const timeLeft = (ms: number): string => {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};
