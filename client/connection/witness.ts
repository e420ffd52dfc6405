import type { Testimony } from "./witnessCount.ts";

interface Witness {
  readonly tell: (said: Testimony) => void;
  readonly close: () => void;
}

/** Starts the second pair of eyes on the page's claim to be LIVE. Where there are no workers the dead man's switch stands alone. */
export const startWitness = (onSilent: () => void): Witness => {
  if (typeof Worker === "undefined") return { tell: () => undefined, close: () => undefined };
  const worker = new Worker(new URL("./witnessWorker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", onSilent);
  return { tell: (said) => worker.postMessage(said), close: () => worker.terminate() };
};
