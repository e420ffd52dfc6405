import { CRITERION } from "#client/rejectionWords.ts";
import { duration } from "#client/words.ts";
import { clockTime, MINUTE, type Instant } from "#shared/base/time.ts";
import { pressureOf } from "#shared/protocol/pressure.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { acuteEndOf } from "#shared/recovery/acuteEnd.ts";
import { dueList, type Due } from "#shared/recovery/due.ts";
import type { Readiness } from "#shared/recovery/readiness.ts";
import type { Recovery } from "#shared/recovery/window.ts";
import { latestWith } from "#shared/session/current.ts";
import { doseOf } from "#shared/session/dose.ts";
import { gateOf } from "#shared/session/gate.ts";
import type { CriterionId, Session } from "#shared/session/session.ts";

/** The same sentences on the board, the chair, the desk and today's list: facts in, words out. */

type Said = Pick<Due, "at" | "kind" | "asks" | "state">;

/** BD10, UI19. `OK · next BP 10:40`, `BP DUE`, `BP 5 MIN LATE`; nothing is OK at a chair with an open call: `Next BP 10:40`. */
export const dueWords = (
  due: Said | undefined,
  now: Instant,
  zone: string,
  { calling = false }: { readonly calling?: boolean } = {},
): string => {
  if (!due) return "No check due";
  const what = dueKindWords(due);
  switch (due.state) {
    case "upcoming":
    case "due-soon":
      return `${calling ? "Next" : "OK · next"} ${what} ${clockTime(due.at, zone)}`;
    case "due":
      return `${upperCase(what)} DUE`;
    case "late":
    case "overdue":
      return lateWords(what, Math.floor((now - due.at) / MINUTE));
    case "held":
      return `${what} waits · somebody is with the patient`;
    case "done":
      return `${what} done`;
    case "not-done":
      return `${what} ${clockTime(due.at, zone)} not done`;
  }
};

/** BD10. `BP 5 MIN LATE`: the list and the call say it in one way. */
export const lateWords = (what: string, minutes: number): string => `${upperCase(what)} ${minutes} MIN LATE`;

/** `SpO₂ RECHECK`: a name that is written in small letters stays so. */
const upperCase = (what: string): string => what.toUpperCase().replace("SPO₂", "SpO₂");

/** `BP`, `sedation check`, `look-in`; a recheck says of what. */
export const dueKindWords = ({ kind, asks = "bp" }: Pick<Due, "kind" | "asks">): string =>
  kind === "recheck" ? `${ASKS[asks]} recheck` : DUE_KIND[kind];

const DUE_KIND = { set: "BP", sedation: "sedation check", "look-in": "look-in" } as const satisfies Record<
  Exclude<Due["kind"], "recheck">,
  string
>;
const ASKS = { bp: "BP", hr: "HR", spo2: "SpO₂", rr: "breaths", sedation: "sedation" } as const satisfies Record<
  NonNullable<Due["asks"]>,
  string
>;

/** The countdown beside it: `in 6 min`, `in under a minute`, nothing once it is due. */
export const countdownWords = (at: Instant, now: Instant): string | undefined => {
  if (at <= now) return undefined;
  return at - now < MINUTE ? "in under a minute" : `in ${duration(Math.ceil((at - now) / MINUTE) * MINUTE)}`;
};

/** `HOLD · BP 164/102 · recheck 09:25`; nothing when the dose is not held, or was begun. */
export const holdWords = (session: Session, protocol: Protocol, zone: string): string | undefined => {
  const { hold, cleared } = gateOf(NOBODY_ON_SITE, session, protocol, 0); // a pressure is held whoever is in the building
  if (hold === "none" || (hold === "held" && cleared) || doseOf(session.doseFacts).phase !== "not-started")
    return undefined;
  const last = latestWith(session, "sbp");
  const pressure = last && pressureOf(last.values);
  if (!last || !pressure) return undefined;
  const again = dueList(session, protocol, last.observedAt).find(
    ({ kind, state }) => kind === "recheck" && state !== "done",
  );
  const next = again ? `recheck ${clockTime(again.at, zone)}` : "clinician clears";
  return `${hold === "held" ? "HOLD" : "DO NOT START"} · BP ${pressure.sbp}/${pressure.dbp} · ${next}`;
};

const NOBODY_ON_SITE = { onSite: {} };

export interface LeavingOptions {
  /** False while the screen cannot vouch for itself: READY is withdrawn. */
  readonly live: boolean;
  /** The nurse has signed, and the prescriber's word is what is missing. */
  readonly signed?: boolean;
}

/** The badge and its reason, for a component that draws them apart. */
export interface Leaving {
  readonly state: "ready" | "fit" | "notYet" | "unknown";
  readonly word: string;
  readonly why: string;
}

export const leavingOf = (readiness: Readiness, { live, signed = false }: LeavingOptions): Leaving => {
  if (!live) return { state: "unknown", word: "UNKNOWN", why: "check the patient" };
  switch (readiness.verdict) {
    case "not-yet":
      return { state: "notYet", word: "NOT YET", why: left(readiness) };
    case "checks-met":
      return { state: "notYet", word: "CHECKS MET", why: signed ? "clinician confirms" : "sign fit to leave" };
    case "fit-no-ride":
      return { state: "fit", word: "FIT TO LEAVE", why: "NO RIDE YET" };
    case "ready":
      return { state: "ready", word: "READY", why: "checks met, ride here" };
  }
};

/** `NOT YET · 2 left: walk, ride`, `FIT TO LEAVE · NO RIDE YET`, `READY · checks met, ride here`. */
export const leavingWords = (readiness: Readiness, zone: string, options: LeavingOptions): string => {
  const { word, why } = leavingOf(readiness, options);
  const earliest = options.live && readiness.open.includes("time") ? earliestWords(readiness, zone) : undefined;
  return [word, why, ...(earliest ? [earliest] : [])].join(" · ");
};

/** `Earliest 11:05 by rule`: never a promise, and nothing while no end is in sight. */
export const earliestWords = ({ earliest }: Pick<Readiness, "earliest">, zone: string): string | undefined =>
  earliest === undefined ? undefined : `Earliest ${clockTime(earliest, zone)} by rule`;

/** Each check as the heading of its line; inside a sentence it is `CRITERION`. */
export const CRITERION_TITLE = {
  time: "Time",
  "pressure-oxygen": "BP and SpO₂",
  awake: "Awake and oriented",
  effects: "Effects gone",
  walk: "Stands and walks as on arrival",
  ride: "Ride",
  calls: "Open calls",
  clinician: "Clinician",
} as const satisfies Record<CriterionId, string>;

const NAMED_AT_MOST = 3;

/** A damaged record can be all met and is still never ready. */
const left = ({ open }: Readiness): string => {
  if (open.length === 0) return "record damaged";
  const names = open.slice(0, NAMED_AT_MOST).map((id) => CRITERION[id]);
  const more = open.length - names.length;
  return `${open.length} left: ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
};

/** `Effects usually ease 10:55-11:10`, `Still affected, +34 min: look in`, `Effects gone 11:09 (Ana)`. */
export const windowWords = (
  recovery: Recovery,
  zone: string,
  staffName: (id: string) => string | undefined,
): string => {
  switch (recovery.state) {
    case "not-started":
      return "Dose not started";
    case "dosing":
    case "before-window":
    case "in-window":
      return `Effects usually ease ${clockTime(recovery.from, zone)}-${clockTime(recovery.to, zone)}`;
    case "still-affected":
      return `Still affected, +${recovery.minutes} min: look in`;
    case "unknown":
      return `Unknown since ${clockTime(recovery.to, zone)}: look in`;
    case "effects-gone": {
      const name = staffName(recovery.by);
      return `Effects gone ${clockTime(recovery.at, zone)}${name ? ` (${firstName(name)})` : ""}`;
    }
  }
};

/** Where a session stands, in a word: `Dosing · T+12 min`. */
export const phaseWords = (session: Session, protocol: Protocol, now: Instant): string => {
  const dose = doseOf(session.doseFacts);
  if (dose.phase === "not-started") return "Getting ready";
  const sinceT0 = `T+${Math.max(0, Math.floor((now - dose.t0) / MINUTE))} min`;
  switch (dose.phase) {
    case "running":
      return `Dosing · ${sinceT0}`;
    case "paused":
      return `Paused · ${sinceT0}`;
    case "ended":
      return `${afterDose(session, protocol, now)} · ${sinceT0}`;
  }
};

type StaffName = (id: string) => string | undefined;

/** `ANA IS WITH PATIENT`; nothing once that time is over. */
export const whoIsThereWords = (
  { withPatient }: Pick<Session, "withPatient">,
  now: Instant,
  staffName: StaffName,
): string | undefined => {
  if (!withPatient || now >= withPatient.until) return undefined;
  const name = staffName(withPatient.by);
  return `${name ? firstName(name).toUpperCase() : "SOMEBODY"} IS WITH PATIENT`;
};

/** `ANA IS WITH PATIENT · until 10:52`. */
export const withPatientWords = (
  session: Pick<Session, "withPatient">,
  now: Instant,
  zone: string,
  staffName: StaffName,
): string | undefined => {
  const who = whoIsThereWords(session, now, staffName);
  return who && session.withPatient && `${who} · until ${clockTime(session.withPatient.until, zone)}`;
};

/** `Restroom, escorted, since 10:40`; nothing while the patient is in the chair. */
export const awayWords = ({ away }: Pick<Session, "away">, zone: string): string | undefined =>
  away && `${AWAY[away.where]}, since ${clockTime(away.at, zone)}`;

export const AWAY = {
  "restroom-escorted": "Restroom, escorted",
  "restroom-alone": "Restroom, alone",
} as const satisfies Record<NonNullable<Session["away"]>["where"], string>;

const afterDose = ({ fit, ride, doseFacts }: Session, protocol: Protocol, now: Instant): string => {
  if (fit) return ride?.status === "here" ? "Leaving" : "Waiting for ride";
  // Effects of an injection or a spray are still to come when it has been given.
  return now < (acuteEndOf(doseOf(doseFacts), protocol, now) ?? now) ? "Dose given" : "Recovering";
};

/** `3 min ago`, with the kit's own steps; below a minute it is `now`. */
export const ageWords = (observedAt: Instant, now: Instant): string => {
  const ms = now - observedAt;
  return ms < MINUTE ? "now" : `${duration(ms)} ago`;
};

/** `Chair 3` for a chair that is labelled with a bare number; any other label stands as it is. */
export const chairName = (label: string): string => (/^\d+$/.test(label) ? `Chair ${label}` : label);

/** "Ana"; "Dr. Rey" for somebody who is spoken of by a title. */
export const firstName = (name: string): string => {
  const [first = name, ...rest] = name.split(" ");
  return first.endsWith(".") ? `${first} ${rest.at(-1) ?? ""}`.trim() : first;
};
