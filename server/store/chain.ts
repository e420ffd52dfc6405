import { hash } from "node:crypto";

/** A row of a chained table: the log of one clinic, or the audit. */
export interface ChainedRow {
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  readonly body: string;
  readonly chain: string;
}

/** What the first row follows. */
export const NO_CHAIN = "0".repeat(64);

/**
 * LG6. chain(n) is the lower-case hex SHA-256 of the UTF-8 bytes of chain(n-1), one line feed, body(n);
 * chain(0) is 64 zeros. For ever: every log ever written is verified with it.
 */
export const link = (previous: string, body: string): string => hash("sha256", `${previous}\n${body}`);
