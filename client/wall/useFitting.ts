import { useLayoutEffect, useState, type RefObject } from "react";

/** WL5. How many of the rows of a list stand in full above its lower edge; all of them are laid out, so the answer never wavers. */
export const useFitting = (list: RefObject<HTMLElement | null>, rows: number, edgePx: number): number => {
  const [fitting, setFitting] = useState(rows);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = (): void => {
      const bottoms = [...element.children].map(
        (row) => (row as HTMLElement).offsetTop + (row as HTMLElement).offsetHeight,
      );
      const height = element.clientHeight;
      const all = (bottoms.at(-1) ?? 0) <= height;
      setFitting(all ? rows : bottoms.filter((bottom) => bottom <= height - edgePx).length);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const row of element.children) observer.observe(row);
    return () => observer.disconnect();
  }, [list, rows, edgePx]);
  return fitting;
};
