import type { LinkTime } from "#client/connection/linkClock.ts";
import type { LiveName } from "#client/connection/liveState.ts";
import { RANK, type Alarm, type Priority } from "#shared/alarm/alarm.ts";
import { callTimes, isHeard } from "#shared/alarm/life.ts";
import type { PersonId } from "#shared/base/ids.ts";
import { SECOND, type Instant } from "#shared/base/time.ts";
import { isPrescriber, ownerOf, type Clinic } from "#shared/clinic/clinic.ts";
import { lengthMs, type Tone } from "./patterns.ts";

/** All that a sound depends on. */
export interface Moment {
  readonly clinic: Clinic;
  /** The clinic's clock: whether a call is to be heard. */
  readonly now: Instant;
  /** The link clock, which nobody sets: when the last sound was. */
  readonly at: LinkTime;
  readonly live: LiveName;
  readonly concerns: (alarm: Alarm) => boolean;
}

/** What was sounded. Nothing of it outlives the page: a page that begins anew says again what is open. */
export interface SoundMemory {
  readonly last?: { readonly tone: Tone; readonly at: LinkTime } | undefined;
  /** The calls that have had their sound and are still to be heard. */
  readonly told: readonly string[];
  readonly outSince?: LinkTime | undefined;
  readonly silencedUntil?: LinkTime | undefined;
}

export const SILENT: SoundMemory = { told: [] };

/** SD2. C 4 gives 2.5-15 s and 2.5-30 s; low calls are never heard, so theirs is never asked for. */
const AGAIN_MS: Readonly<Record<Priority, number>> = { high: 10 * SECOND, medium: 25 * SECOND, low: 30 * SECOND };
/** SD4. A page that comes back into sight is out for a blink, and that is no outage. */
const TECHNICAL_AFTER_MS = 3 * SECOND;
const TECHNICAL_AGAIN_MS = 10 * SECOND;
export const TECHNICAL_SILENCE_MS = 120 * SECOND;

interface Next {
  readonly tone: Tone | undefined;
  readonly memory: SoundMemory;
}

/** SD2-SD4. What is to be sounded at this moment, if anything, and what is known after it. One sound at a time. */
export const nextSound = (moment: Moment, memory: SoundMemory): Next =>
  isOut(moment.live) ? whileOut(moment, memory) : ofCalls(moment, { last: memory.last, told: memory.told });

const isOut = (live: LiveName): boolean => live === "NOT_LIVE" || live === "LOST";

/** SD4. What a screen shows that is out is old: it calls for a look at the room, and for no chair. */
const whileOut = ({ at }: Moment, { outSince = at, ...memory }: SoundMemory): Next => {
  const known = { ...memory, outSince };
  const { last, silencedUntil } = memory;
  const before = at - outSince < TECHNICAL_AFTER_MS;
  const silenced = silencedUntil !== undefined && at < silencedUntil;
  const justNow = last?.tone === "technical" && at - last.at < TECHNICAL_AGAIN_MS;
  return before || silenced || justNow ? { tone: undefined, memory: known } : sounded("technical", at, known);
};

const ofCalls = ({ clinic, now, at, concerns }: Moment, { last, told }: SoundMemory): Next => {
  const heard = Object.values(clinic.alarms).filter((alarm) => concerns(alarm) && isHeard(clinic, alarm, now));
  const keyed = heard.map((alarm) => ({ alarm, key: keyOf(clinic, alarm, now) }));
  const keys = keyed.map(({ key }) => key);
  const news = keyed.filter(({ key }) => !told.includes(key)).map(({ alarm }) => alarm);
  const unowned = heard.filter(({ accepted }) => !accepted);
  const worst = worstOf([...news, ...(isTimeAgain(worstOf(unowned), last, at) ? unowned : [])]);
  if (!worst || isDrowned(worst, last, at))
    return { tone: undefined, memory: { last, told: told.filter((key) => keys.includes(key)) } };
  return sounded(worst, at, { told: keys });
};

const worstOf = (alarms: readonly Alarm[]): Priority | undefined =>
  alarms.map(({ priority }) => priority).toSorted((a, b) => RANK[b] - RANK[a])[0];

const isTimeAgain = (worst: Priority | undefined, last: SoundMemory["last"], at: LinkTime): boolean =>
  worst !== undefined && (!last || last.tone === "technical" || at - last.at >= AGAIN_MS[worst]);

/**
 * SD2, SD3. A call that gets worse is raised anew at its moment, so it is another one here; so is one that somebody has, each
 * time that its silence is over: who has it is reminded, and the room is not rung through for an hour.
 */
const keyOf = (clinic: Clinic, { id, raisedAt, priority, accepted, sessionId }: Alarm, now: Instant): string => {
  const silenceMs = callTimes(clinic, sessionId).silenceS * SECOND;
  const turn = accepted ? Math.floor((now - accepted.at) / Math.max(SECOND, silenceMs)) : "unowned";
  return `${id} ${raisedAt} ${priority} ${turn}`;
};

/** SD3. While a sound is heard only a worse one begins. */
const isDrowned = (worst: Priority, last: SoundMemory["last"], at: LinkTime): boolean => {
  if (!last || at >= last.at + lengthMs(last.tone)) return false;
  return last.tone !== "technical" && RANK[worst] <= RANK[last.tone];
};

const sounded = (tone: Tone, at: LinkTime, memory: SoundMemory): Next => ({
  tone,
  memory: { ...memory, last: { tone, at } },
});

/** SD4. For two minutes, and only while it is out. */
export const silenced = (memory: SoundMemory, at: LinkTime): SoundMemory => ({
  ...memory,
  silencedUntil: at + TECHNICAL_SILENCE_MS,
});

/** SD5. Her own patients, and who is nobody's yet; what nobody had in time and is now asked of her; and HELP at a chair where nobody sits. */
export const concernsPerson =
  (clinic: Clinic, me: PersonId) =>
  ({ sessionId, escalated }: Alarm): boolean => {
    const session = sessionId && clinic.sessions[sessionId];
    const owner = session && ownerOf(clinic, session);
    if (owner === undefined || owner === me || escalated?.to === "everyone") return true;
    return escalated?.to === "clinician" && isPrescriber(clinic, me);
  };
