import type { Directory } from "#client/store/directory.ts";
import { clockTime, type Instant } from "#shared/base/time.ts";

/** Who did it, as staff call each other; the server itself goes by the product's name. */
export const staffName = (directory: Directory, by: string): string =>
  by === "system" ? "Chairside" : (directory.staff(by) ?? "…");

export const byAt = (
  directory: Directory,
  { by, at }: { readonly by: string; readonly at: Instant },
  zone: string,
): readonly [string, string] => [staffName(directory, by), clockTime(at, zone)];
