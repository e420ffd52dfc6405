/** Primary result codes of SQLite (sqlite.org/rescode.html): the low byte of what an error carries. */
const ERROR = 1;
const BUSY = 5;
const LOCKED = 6;
const FULL = 13;
const TOOBIG = 18;
const CONSTRAINT = 19;
const MISMATCH = 20;
const RANGE = 25;

/** The world said no for now, and SQLite knows that nothing was written: the same may be tried again. */
export const isPassing = (error: unknown): boolean => isOneOf([BUSY, LOCKED, FULL], error);

export const isBusy = (error: unknown): boolean => isOneOf([BUSY, LOCKED], error);

/** Our own mistake: an assertion, a broken constraint, a wrong statement. It hurts the one write that made it. */
export const isDefect = (error: unknown): boolean =>
  codeOf(error) === undefined || isOneOf([ERROR, TOOBIG, CONSTRAINT, MISMATCH, RANGE], error);

export const describe = (error: unknown): string => {
  const code = codeOf(error);
  const text = error instanceof Error ? error.message : String(error);
  return code === undefined ? text : `${text} (SQLite ${code})`;
};

const isOneOf = (primaries: readonly number[], error: unknown): boolean => {
  const code = codeOf(error);
  return code !== undefined && primaries.includes(code & 0xff);
};

/** Extended result code, when SQLite raised the error. */
const codeOf = (error: unknown): number | undefined =>
  error instanceof Error && "errcode" in error && typeof error.errcode === "number" ? error.errcode : undefined;
