import { contradicts, heard, NOTHING_CLAIMED, type Testimony } from "./witnessCount.ts";

/** LS12. A thread of its own with a clock of its own: it goes on counting when the page's timers have stopped. */
const LOOK_MS = 250;

let account = NOTHING_CLAIMED;

self.addEventListener("message", ({ data }: MessageEvent<Testimony>) => {
  account = heard(account, data, performance.now());
});

setInterval(() => {
  if (!contradicts(account, performance.now())) return;
  account = NOTHING_CLAIMED; // said once; the page claims anew when it is LIVE again
  self.postMessage("silent");
}, LOOK_MS);
