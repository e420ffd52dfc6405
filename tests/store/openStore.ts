import { onTestFinished } from "vitest";
import { openSqliteStore } from "#server/store/sqlite.ts";
import type { SqliteOptions, SqliteStore } from "#server/store/sqlite.ts";
import { throwAwayFolder } from "./makers.ts";

/** A store that is closed when the test is over, in a folder of its own unless one is given; a broken store fails the test. */
export const openStore = async (options: Partial<SqliteOptions> = {}): Promise<SqliteStore> => {
  const store = await openSqliteStore({ folder: throwAwayFolder(), onFatal: breaks, ...options });
  onTestFinished(() => store.close());
  return store;
};

const breaks = (error: Error): never => {
  throw error;
};
