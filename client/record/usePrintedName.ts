import { useStaffName } from "#client/store/useStaffName.ts";
import { words } from "./words.ts";

/** A name for paper: there is always something to print, and it never pretends. */
export const usePrintedName = (): ((by: string) => string) => {
  const staff = useStaffName();
  return (by) => (by === "system" ? words.server : (staff(by) ?? words.someone));
};
