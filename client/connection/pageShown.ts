/** `hidden`: its code went on meanwhile. `frozen`: it stood still, and what arrived then is old. */
export type Away = "hidden" | "frozen";

/** Calls back whenever the page comes back before somebody's eyes: what it still shows may be old. */
export const onPageShown = (shown: (was: Away) => void): (() => void) => {
  const visible = (): void => {
    if (document.visibilityState === "visible") shown("hidden");
  };
  const resumed = (): void => shown("frozen");
  const restored = (event: PageTransitionEvent): void => {
    if (event.persisted) shown("frozen"); // the first show of a page is its start, not a return
  };
  document.addEventListener("visibilitychange", visible);
  document.addEventListener("resume", resumed);
  window.addEventListener("pageshow", restored);
  return () => {
    document.removeEventListener("visibilitychange", visible);
    document.removeEventListener("resume", resumed);
    window.removeEventListener("pageshow", restored);
  };
};
