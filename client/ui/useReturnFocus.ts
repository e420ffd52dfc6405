import { useEffect } from "react";

/** Whoever opened this by keyboard is put back where they were when it is gone. */
export const useReturnFocus = (): void =>
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
