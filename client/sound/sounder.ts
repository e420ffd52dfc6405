import { PATTERN, vibrationOf, type Pulse, type Tone } from "./patterns.ts";
import type { Volume } from "./setting.ts";

/** `blocked`: until somebody has touched this page. `missing`: this device cannot. */
export type Output = "ready" | "blocked" | "missing";

/** What makes itself heard, or felt. */
export interface Sounder {
  readonly output: () => Output;
  /** Called from a touch: browsers let nothing sound before one. */
  readonly unlock: () => void;
  /** One at a time: what still sounds is cut off. */
  readonly sound: (tone: Tone, volume: Volume) => void;
}

const LOUDNESS: Readonly<Record<Volume, number>> = { soft: 0.15, medium: 0.4, loud: 1 };
/** The fundamental and three harmonics: heard through a door, and by who does not hear one of them. */
const HARMONICS = new Float32Array([0, 1, 0.6, 0.4, 0.25]);
/** Without it each pulse begins and ends with a click. */
const RAMP_S = 0.01;

/** SD1. Tones made by the browser. The context is opened when it is first asked for, so a silent device never has one. */
export const webAudio = (): Sounder => {
  let opened: AudioContext | undefined;
  let playing: GainNode | undefined;
  const context = (): AudioContext => (opened ??= new AudioContext());

  return {
    output: () => {
      if (typeof AudioContext === "undefined") return "missing";
      return context().state === "running" ? "ready" : "blocked";
    },
    unlock: () => {
      if (typeof AudioContext === "undefined" || context().state === "running") return;
      context()
        .resume()
        .catch(() => undefined); // the header goes on saying that it is blocked
    },
    sound: (tone, volume) => {
      if (typeof AudioContext === "undefined") return;
      const audio = context();
      playing?.disconnect();
      playing = audio.createGain();
      playing.gain.value = LOUDNESS[volume];
      playing.connect(audio.destination);
      const wave = audio.createPeriodicWave(new Float32Array(HARMONICS.length), HARMONICS);
      for (const pulse of PATTERN[tone]) play(audio, pulse, wave, playing);
    },
  };
};

const play = (audio: AudioContext, { atMs, forMs, hz }: Pulse, wave: PeriodicWave, out: AudioNode): void => {
  const from = audio.currentTime + atMs / 1_000;
  const to = from + forMs / 1_000;
  const loudness = audio.createGain();
  loudness.gain.setValueAtTime(0, from);
  loudness.gain.linearRampToValueAtTime(1, from + RAMP_S);
  loudness.gain.setValueAtTime(1, to - RAMP_S);
  loudness.gain.linearRampToValueAtTime(0, to);
  loudness.connect(out);
  const voice = audio.createOscillator();
  voice.setPeriodicWave(wave);
  voice.frequency.value = hz;
  voice.connect(loudness);
  voice.start(from);
  voice.stop(to);
};

/** SD5. A touch that was long ago is enough; before the first one the browser refuses, and says so aloud in its console. */
export const vibration = (): Sounder => ({
  output: () => {
    if (typeof navigator.vibrate !== "function") return "missing";
    return navigator.userActivation.hasBeenActive ? "ready" : "blocked";
  },
  unlock: () => undefined, // the touch itself was enough
  sound: (tone) => void navigator.vibrate(vibrationOf(tone)),
});
