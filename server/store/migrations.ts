import type { DatabaseSync } from "node:sqlite";

export type Migration = (db: DatabaseSync) => void;

/** SQ9. Each runs once, in one transaction with the number that says so; a file of a newer program is refused. */
export const runMigrations = (db: DatabaseSync, migrations: readonly Migration[]): void => {
  const from = Number(db.prepare("PRAGMA user_version").get()?.user_version);
  if (from > migrations.length) {
    throw new Error(`the database has schema ${from}, this program knows ${migrations.length}: use a newer Chairside`);
  }
  migrations.slice(from).forEach((migration, done) => {
    db.exec("BEGIN IMMEDIATE");
    migration(db);
    db.exec(`PRAGMA user_version = ${from + done + 1}`);
    db.exec("COMMIT");
  });
};
