import { useEffect, useState } from "react";

import { keepAwake } from "./keepAwake.ts";

/** WL7. False once the browser refused to keep the display on. */
export const useStaysOn = (): boolean => {
  const [staysOn, setStaysOn] = useState(true);
  useEffect(() => {
    const every = (run: () => void, ms: number): (() => void) => {
      const timer = setInterval(run, ms);
      return () => clearInterval(timer);
    };
    // The compiler knows of secure pages alone.
    const wakeLock = (navigator as Partial<Navigator>).wakeLock;
    return keepAwake({ wakeLock, document, every }, setStaysOn);
  }, []);
  return staysOn;
};
