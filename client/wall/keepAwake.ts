/** As much of the browser as this needs; there is no wake lock where the page came over plain HTTP. */
export interface Awakening {
  readonly wakeLock: Pick<WakeLock, "request"> | undefined;
  readonly document: Pick<Document, "visibilityState" | "addEventListener" | "removeEventListener">;
  readonly every: (run: () => void, ms: number) => () => void;
}

const ASK_AGAIN_MS = 30_000;

/**
 * WL7. Asks the browser to keep the display on, and again whenever it let go: it does so by itself when the page is out
 * of sight or the battery is low. Tells whether the display stays on.
 */
export const keepAwake = ({ wakeLock, document, every }: Awakening, tell: (staysOn: boolean) => void): (() => void) => {
  let lock: WakeLockSentinel | undefined;
  let asking = false;
  let over = false;

  const ask = async (): Promise<void> => {
    if (lock || asking || over || document.visibilityState !== "visible") return;
    asking = true;
    try {
      if (!wakeLock) throw new Error("no wake lock here");
      const got = await wakeLock.request("screen");
      if (over) return void got.release();
      lock = got;
      got.addEventListener("release", () => {
        lock = undefined;
        void ask();
      });
      tell(true);
    } catch {
      tell(false); // refused: said on the screen, and asked again
    } finally {
      asking = false;
    }
  };

  const shown = (): void => void ask();
  document.addEventListener("visibilitychange", shown);
  const stopAsking = every(shown, ASK_AGAIN_MS);
  void ask();
  return () => {
    over = true;
    document.removeEventListener("visibilitychange", shown);
    stopAsking();
    void lock?.release();
  };
};
