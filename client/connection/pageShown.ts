/** Calls back whenever the page comes back before somebody's eyes: what it still shows may be old. */
export const onPageShown = (shown: () => void): (() => void) => {
  const visible = (): void => {
    if (document.visibilityState === "visible") shown();
  };
  const restored = (event: PageTransitionEvent): void => {
    if (event.persisted) shown(); // the first show of a page is its start, not a return
  };
  document.addEventListener("visibilitychange", visible);
  document.addEventListener("resume", shown);
  window.addEventListener("pageshow", restored);
  return () => {
    document.removeEventListener("visibilitychange", visible);
    document.removeEventListener("resume", shown);
    window.removeEventListener("pageshow", restored);
  };
};
