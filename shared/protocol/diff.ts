import type { Protocol } from "./protocol.ts";
import { rowsOf, type Row } from "./rows.ts";

/** One line in which two versions differ, in words: "Window from: acute end + 15 min, now acute end + 20 min". */
export interface Difference {
  readonly path: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly source: string | undefined;
}

/** PO3. Every line that differs between two versions, and none that does not; what one of them lacks says so. */
export const diffProtocols = (from: Protocol, to: Protocol): readonly Difference[] => {
  const before = new Map(rowsOf(from).map((row) => [row.path, row]));
  const after = new Map(rowsOf(to).map((row) => [row.path, row]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path) =>
    difference(path, before.get(path), after.get(path)),
  );
};

const difference = (path: string, old: Row | undefined, now: Row | undefined): readonly Difference[] => {
  if (old?.value === now?.value && old?.source === now?.source) return [];
  const label = (now ?? old)?.label ?? path;
  return [{ path, label, from: old?.value ?? NOTHING, to: now?.value ?? NOTHING, source: now?.source }];
};

const NOTHING = "not there";
