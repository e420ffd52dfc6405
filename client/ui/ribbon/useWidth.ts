import { useEffect, useState, type RefObject } from "react";

const NARROWEST = 200;

/** The width of an element in pixels as it changes; `usual` until it is known, and always where it is not watched. */
export const useWidth = (element: RefObject<HTMLElement | null>, usual: number, watched: boolean): number => {
  const [width, setWidth] = useState(usual);
  useEffect(() => {
    if (!watched || !element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(NARROWEST, Math.round(entry.contentRect.width)));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, watched]);
  return watched ? width : usual;
};
