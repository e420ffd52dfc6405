import { createHash, randomBytes } from "node:crypto";

/** 256 bits from the system, as text that a cookie carries. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What is kept of a secret that nobody could guess: no salt and no slow hash are needed for 256 random bits. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** Without the letters and digits that look like each other; 32 of them, so a byte picks each equally often. */
const LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** Eight letters that a person reads from one screen and types at another. */
export const newCode = (): string =>
  [...randomBytes(8)]
    .map((byte) => LETTERS[byte % LETTERS.length])
    .join("")
    .replace(/^.{4}/, "$&-");

/** As it was typed: small letters, blanks and hyphens make no difference. */
export const plainCode = (typed: string): string => typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
