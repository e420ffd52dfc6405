import type { Output } from "./sounder.ts";
import type { SoundSetting } from "./setting.ts";

/** SD7. How the sound of this device stands, in the order in which it matters. */
export type SoundStatus =
  "not-checked" | "blocked" | "missing" | "silenced" | "not-live" | "on" | "vibrates" | "silent";

export interface SoundState {
  readonly setting: SoundSetting;
  readonly checked: boolean;
  /** What the device itself lets us do. */
  readonly output: Output;
  /** The tone of NOT LIVE goes, or would go if nobody had silenced it. */
  readonly out: boolean;
  readonly silencedForMs: number;
}

/** SD6, SD7. What cannot sound says so before it says anything else: a silent station looks like a quiet room. */
export const soundStatus = ({ setting, checked, output, out, silencedForMs }: SoundState): SoundStatus => {
  if (setting.place === "chair") return "silent";
  if (output === "missing") return "missing";
  if (setting.place === "station" && !checked) return "not-checked";
  if (output === "blocked") return "blocked";
  if (out) return silencedForMs > 0 ? "silenced" : "not-live";
  return setting.place === "station" ? "on" : "vibrates";
};
