import type { DatabaseSync } from "node:sqlite";

/** All of it or nothing; an error rolls back and goes on to the caller. */
export const inTransaction = <Answer>(db: DatabaseSync, work: () => Answer): Answer => {
  db.exec("BEGIN IMMEDIATE");
  try {
    const answer = work();
    db.exec("COMMIT");
    return answer;
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
};
