import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";

/** A folder of ours is for its owner alone. One that somebody else made keeps the rights it was given. */
export const makePrivateFolder = (folder: string): void => {
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) syncFolder(dirname(made));
};

/**
 * Readable and writable for its owner alone, from the first byte on; SQLite gives its side files the same rights.
 * A file that is there is never opened here: closing it would drop the locks that this process holds on it.
 */
export const makePrivateFile = (path: string): void => {
  if (existsSync(path)) return chmodSync(path, 0o600);
  closeSync(openSync(path, "wx", 0o600));
  syncFolder(dirname(path));
};

/** A new name survives a power cut only when its folder was synced. Windows cannot open a folder, and needs no such thing. */
const syncFolder = (folder: string): void => {
  if (process.platform === "win32") return;
  const opened = openSync(folder, "r");
  fsyncSync(opened);
  closeSync(opened);
};
