import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { turns } from "./turns.ts";

const hashWith = promisify(argon2);

/** PE6. argon2id, 19 MiB, two passes, one lane: the least that OWASP accepts. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const TAG_BYTES = 32;
const SALT_BYTES = 16;

/** Hashing is work that a stranger can ask for: two at once, and about two seconds of it waiting. */
const inTurn = turns({ atOnce: 2, waiting: 64 });

/** Stands where a hash would stand: no password opens this account. */
export const NO_PASSWORD = "none";

export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, COST, TAG_BYTES);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${salt.toString("base64")}$${hash.toString("base64")}`;
};

/** PE2. An account without a password costs as much time as one with another password. */
export const verifyPassword = async ({
  hash,
  password,
}: {
  readonly hash: string;
  readonly password: string;
}): Promise<boolean> => {
  const kept = read(hash);
  const found = await derive(
    password,
    kept?.salt ?? randomBytes(SALT_BYTES),
    kept?.cost ?? COST,
    kept?.hash.length ?? TAG_BYTES,
  );
  return kept !== undefined && timingSafeEqual(found, kept.hash);
};

type Cost = { readonly [Key in keyof typeof COST]: number };

/** NFKC, so that the same characters typed on another keyboard are the same password. */
const derive = (password: string, salt: Buffer, cost: Cost, tagLength: number): Promise<Buffer> =>
  inTurn(() => hashWith("argon2id", { message: password.normalize("NFKC"), nonce: salt, tagLength, ...cost }));

const read = (hash: string): { readonly cost: Cost; readonly salt: Buffer; readonly hash: Buffer } | undefined => {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash);
  if (!parts) return undefined;
  const [, memory, passes, parallelism, salt = "", kept = ""] = parts;
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  return { cost, salt: Buffer.from(salt, "base64"), hash: Buffer.from(kept, "base64") };
};
