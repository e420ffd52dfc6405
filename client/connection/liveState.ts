import type { Instant } from "#shared/base/time.ts";
import type { LinkTime } from "./linkClock.ts";

/** What a screen may say about itself. `since` is the clinic's time at which it last was LIVE; undefined: never yet. */
export type Live =
  | { readonly state: "LIVE"; readonly back?: number }
  | { readonly state: "DELAYED"; readonly seconds: number }
  | {
      readonly state: "NOT_LIVE" | "LOST";
      readonly since: Instant | undefined;
      readonly seconds: number;
      readonly cause: Cause;
    };

export type LiveName = Live["state"];

export type Cause = "starting" | "silent" | "woke" | "gap" | "log" | "behind";

/** The edges. Ours by risk analysis, so they are disclosed: at most 12 s to NOT LIVE, one beat of 2 s included. */
export const LIVE_EDGES = {
  delayedAfterMs: 5_000,
  notLiveAfterMs: 10_000,
  lostAfterMs: 60_000,
  behindDelayedMs: 2_000,
  /** Less, because a beat names the missing entry up to 2 s after it was made, and a busy machine needs a moment too. */
  behindNotLiveMs: 9_000,
  askAgainMs: 5_000,
  backShownMs: 3_000,
} as const;

/** All that is known about the link. Times are on the link clock, which nothing but real time moves. */
export interface Link {
  readonly socket: "open" | "closed";
  readonly openedAt: LinkTime;
  readonly beat?: Beat;
  readonly applied: number;
  /** The oldest head that a beat named and that is still not applied here. */
  readonly behind?: { readonly head: number; readonly since: LinkTime };
  /** Why the screen cannot be trusted until a hello was answered and all that was missing is applied. */
  readonly doubt?: Doubt;
  readonly askedAt?: LinkTime;
  /** The last moment at which it was LIVE; `now` is the clinic's clock then. */
  readonly current: { readonly at: LinkTime; readonly now?: Instant; readonly seq: number };
  readonly back?: { readonly at: LinkTime; readonly entries: number };
}

interface Beat {
  readonly at: LinkTime;
  readonly seq: number;
  readonly now: Instant;
  readonly logOk: boolean;
}

interface Doubt {
  readonly cause: "starting" | "silent" | "woke" | "gap" | "closed";
  readonly since: LinkTime;
  readonly answered: boolean;
}

export type LinkEvent =
  | { readonly type: "opened" | "closed" | "asked" | "gap" | "shown" | "unwitnessed" }
  | { readonly type: "beat"; readonly seq: number; readonly now: Instant; readonly logOk: boolean }
  | { readonly type: "applied"; readonly seq: number }
  | { readonly type: "woke"; readonly sleptMs: number };

/** LS1. The first paint vouches for nothing. */
export const newLink = (at: LinkTime): Link => ({
  socket: "closed",
  openedAt: at,
  applied: 0,
  doubt: { cause: "starting", since: at, answered: false },
  current: { at, seq: 0 },
});

/** What happened, and what is then known. Time alone makes a link worse, never better: a doubt needs an answer. */
export const observe = (link: Link, event: LinkEvent, at: LinkTime): Link =>
  vouch(link, settle(take(link, event, at)), at);

/** LS2-LS7. The verdict at a moment: a cascade, worst first, so that every link has exactly one answer. */
export const judge = (link: Link, at: LinkTime): Live => {
  const cause = notLive(link, at);
  if (cause) return outage(link, cause, at);
  const lateMs = delayed(link, at);
  if (lateMs !== undefined) return { state: "DELAYED", seconds: Math.floor(lateMs / 1_000) };
  const news = link.back && at - link.back.at < LIVE_EDGES.backShownMs ? link.back.entries : undefined;
  return news === undefined ? { state: "LIVE" } : { state: "LIVE", back: news };
};

/** A hello is due: something is in doubt or missing, and nobody asked, or the question stayed without an answer. */
export const wantsHello = ({ socket, doubt, behind, askedAt }: Link, at: LinkTime): boolean => {
  const missing = behind !== undefined && at - behind.since >= LIVE_EDGES.behindDelayedMs;
  const unasked = askedAt === undefined || at - askedAt > LIVE_EDGES.askAgainMs;
  return socket === "open" && (doubt !== undefined || missing) && unasked;
};

/** The socket says it is open and yet nothing beats: another connection may reach a server that can vouch. */
export const wantsFreshSocket = (link: Link, at: LinkTime): boolean =>
  link.socket === "open" && quietMs(link, at) > LIVE_EDGES.notLiveAfterMs;

const notLive = (link: Link, at: LinkTime): Cause | undefined => {
  const { doubt, beat, behind } = link;
  if (doubt && doubt.cause !== "closed") return doubt.cause;
  if (!beat) return "starting";
  if (at - beat.at > LIVE_EDGES.notLiveAfterMs) return "silent";
  if (doubt && at - doubt.since > LIVE_EDGES.notLiveAfterMs) return "silent";
  if (!beat.logOk) return "log";
  if (behind && at - behind.since > LIVE_EDGES.behindNotLiveMs) return "behind";
  return undefined;
};

/** Late by so much, or not at all. A closed socket is late from its first moment: nothing could arrive. */
const delayed = ({ socket, beat, behind, doubt }: Link, at: LinkTime): number | undefined => {
  const silentMs = beat ? at - beat.at : 0;
  const behindMs = behind ? at - behind.since : 0;
  const cut = socket === "closed" || doubt !== undefined;
  const late = cut || silentMs > LIVE_EDGES.delayedAfterMs || behindMs >= LIVE_EDGES.behindDelayedMs;
  return late ? Math.max(silentMs, behindMs) : undefined;
};

/** LS7. Whatever the cause, a minute without being LIVE is LOST. */
const outage = ({ current }: Link, cause: Cause, at: LinkTime): Live => {
  const forMs = at - current.at;
  const state = forMs > LIVE_EDGES.lostAfterMs ? "LOST" : "NOT_LIVE";
  return { state, since: current.now, seconds: Math.floor(forMs / 1_000), cause };
};

const out = (link: Link, at: LinkTime): boolean => notLive(link, at) !== undefined;

/** How long nothing came through the socket that is open now. */
const quietMs = ({ openedAt, beat }: Link, at: LinkTime): number => at - Math.max(openedAt, beat?.at ?? openedAt);

const take = (link: Link, event: LinkEvent, at: LinkTime): Link => {
  switch (event.type) {
    case "opened":
      return { ...doubting(link, out(link, at) ? "silent" : "closed", at), socket: "open", openedAt: at };
    case "closed":
      return { ...doubting(link, "closed", at), socket: "closed" };
    case "beat":
      return beaten(link, event, at);
    case "asked":
      return { ...link, askedAt: at };
    case "applied":
      return answered({ ...link, applied: event.seq });
    case "gap":
      return awaited(link) ? link : doubting(link, "gap", at);
    case "shown":
      return doubting(link, "woke", at);
    case "unwitnessed":
      return unproven(doubting(link, "silent", at));
    case "woke":
      return asleep(doubting(link, "woke", at), event.sleptMs);
  }
};

/** LS8. Beats that come back after an outage do not end it: what was sent in between may be missing. */
const beaten = (link: Link, { seq, now, logOk }: Omit<Beat, "at">, at: LinkTime): Link => {
  const trusted = quietMs(link, at) > LIVE_EDGES.notLiveAfterMs ? doubting(link, "silent", at) : link;
  const behind = link.behind ?? (seq > link.applied ? { head: seq, since: at } : undefined);
  return { ...trusted, beat: { at, seq, now, logOk }, ...(behind && { behind }) };
};

/** LS12. A page that could not tell for itself that its beat was old has to wait for another one. */
const unproven = ({ beat: _old, ...link }: Link): Link => link;

/** A doubt asks anew: what was asked before this moment is no answer to it. A closing socket never softens a worse cause. */
const doubting = ({ askedAt: _before, ...link }: Link, cause: Doubt["cause"], at: LinkTime): Link => {
  const worse = cause === "closed" && link.doubt ? link.doubt : { cause, since: at };
  return { ...link, doubt: { ...worse, answered: false } };
};

const awaited = ({ doubt, askedAt }: Link): boolean => doubt !== undefined && !doubt.answered && askedAt !== undefined;

/** Only what comes after the question is an answer. */
const answered = (link: Link): Link =>
  link.doubt && link.askedAt !== undefined ? { ...link, doubt: { ...link.doubt, answered: true } } : link;

/** The link clock may stand still in sleep; the nap counts as silence. */
const asleep = (link: Link, sleptMs: number): Link => ({
  ...link,
  current: { ...link.current, at: link.current.at - sleptMs },
  ...(link.beat && { beat: { ...link.beat, at: link.beat.at - sleptMs } }),
});

/** Ends a doubt that was answered once nothing is missing that a beat named, and keeps account of lagging. */
const settle = (link: Link): Link => {
  const { behind: _behind, doubt, askedAt, ...rest } = link;
  const behind = lagging(link);
  const resolved = doubt?.answered === true && link.applied >= (link.beat?.seq ?? 0);
  const open = !resolved && { ...(doubt && { doubt }), ...(askedAt !== undefined && { askedAt }) };
  return { ...rest, ...(behind && { behind }), ...open };
};

/** Behind one head for long is late; behind each new head for a blink is not. */
const lagging = ({ behind, beat, applied }: Link): Link["behind"] => {
  if (!behind || applied < behind.head) return behind;
  return beat && beat.seq > applied ? { head: beat.seq, since: beat.at } : undefined;
};

/** Remembers that it was LIVE, which is what "since" counts from, and what came in when it is LIVE again. */
const vouch = (before: Link, link: Link, at: LinkTime): Link => {
  if (!link.beat || judge(link, at).state !== "LIVE") return link;
  const returned = out(before, at) && before.current.now !== undefined;
  const back = returned ? { at, entries: Math.max(0, link.applied - before.current.seq) } : link.back;
  const current = { at: link.beat.at, now: link.beat.now, seq: link.applied };
  return { ...link, current, ...(back && { back }) };
};
