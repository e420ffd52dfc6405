import type { LinkTime } from "./linkClock.ts";

/** Said by the page to its witness: what it shows of itself, and each beat or answer that it rests on. */
export type Testimony = "live" | "vouched" | "not-live";

export interface Account {
  readonly claimsLive: boolean;
  /** The last thing that the claim could rest on, by the witness's own clock. */
  readonly vouchedAt: LinkTime;
}

/** Two seconds more than the page gives itself: the witness speaks only where the page should have spoken. */
export const WITNESS_PATIENCE_MS = 12_000;

export const NOTHING_CLAIMED: Account = { claimsLive: false, vouchedAt: 0 };

/** LS12. What becomes LIVE does so by a beat or an answer of that moment, so the claim counts as one. */
export const heard = (account: Account, said: Testimony, at: LinkTime): Account => {
  switch (said) {
    case "live":
      return { claimsLive: true, vouchedAt: at };
    case "vouched":
      return { ...account, vouchedAt: at };
    case "not-live":
      return { ...account, claimsLive: false };
  }
};

/** LS12. It says that it is LIVE, and nothing has vouched for it for too long. */
export const contradicts = ({ claimsLive, vouchedAt }: Account, at: LinkTime): boolean =>
  claimsLive && at - vouchedAt > WITNESS_PATIENCE_MS;
