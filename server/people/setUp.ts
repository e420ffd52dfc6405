import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { MINUTE } from "#shared/base/time.ts";

/** The one-time link of the first run: 128 bits, printed once, half an hour, one use. */
export interface SetUpToken {
  readonly needed: () => Promise<boolean>;
  /** A new one; the one before it is worth nothing from then on. */
  readonly token: () => string;
  /** True exactly once for the right token in time; two at the same moment give one true. */
  readonly redeem: (token: string) => boolean;
  /** The form was refused after all (a weak password, say): the same link may be used again, as long as it lasts. */
  readonly restore: (token: string) => void;
}

const LASTS_MS = 30 * MINUTE;

interface Kept {
  readonly hash: Buffer;
  readonly until: number;
}

/** PE7. Only its hash is kept, in memory: a restart makes another. */
export const openSetUp = ({
  clock,
  needed,
}: {
  readonly clock: () => number;
  readonly needed: () => Promise<boolean>;
}): SetUpToken => {
  let kept: Kept | undefined;
  let used: Kept | undefined;
  return {
    needed,
    token: () => {
      const token = randomBytes(16).toString("base64url");
      kept = { hash: hashOf(token), until: clock() + LASTS_MS };
      used = undefined;
      return token;
    },
    redeem: (token) => {
      if (!kept || clock() >= kept.until || !timingSafeEqual(kept.hash, hashOf(token))) return false;
      used = kept;
      kept = undefined;
      return true;
    },
    restore: (token) => {
      if (!used || !timingSafeEqual(used.hash, hashOf(token))) return;
      kept = used;
      used = undefined;
    },
  };
};

const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();
