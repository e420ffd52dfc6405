import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const hashWith = promisify(argon2);

/** PE6. argon2id, 19 MiB, two passes, one lane: the least that OWASP accepts. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
/** Hashing is work that a stranger can ask for: never more than two at once. */
const MOST_AT_ONCE = 2;

export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  const hash = await inTurn(() => hashWith("argon2id", { message: password, nonce: salt, ...COST }));
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${salt.toString("base64")}$${hash.toString("base64")}`;
};

export const verifyPassword = async ({ hash, password }: { readonly hash: string; readonly password: string }): Promise<boolean> => {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash);
  if (!parts) return false;
  const [, memory, passes, parallelism, salt = "", kept = ""] = parts;
  const expected = Buffer.from(kept, "base64");
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism), tagLength: expected.length };
  const found = await inTurn(() => hashWith("argon2id", { message: password, nonce: Buffer.from(salt, "base64"), ...cost }));
  return timingSafeEqual(found, expected);
};

let running = 0;
const waiting: (() => void)[] = [];

const inTurn = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
  if (running >= MOST_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
};
