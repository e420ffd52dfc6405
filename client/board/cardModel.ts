import { callsAt, isQuiet } from "#client/ui/callOrder.ts";
import { callWords, escalatedWords } from "#client/ui/callWords.ts";
import { ribbonModel, type RibbonModel } from "#client/ui/ribbon/ribbonModel.ts";
import { holdWords, leavingOf, phaseWords, type Leaving } from "#client/ui/statusWords.ts";
import type { Alarm } from "#shared/alarm/alarm.ts";
import { MINUTE, type Instant } from "#shared/base/time.ts";
import { ownerOf, protocolOf, sessionInChair, type Chair, type Clinic } from "#shared/clinic/clinic.ts";
import { protocolKey, type Protocol } from "#shared/protocol/protocol.ts";
import { stayOverAt } from "#shared/recovery/acuteEnd.ts";
import { nextDue, type Due } from "#shared/recovery/due.ts";
import { readiness, type Readiness } from "#shared/recovery/readiness.ts";
import { recoveryOf, type Recovery } from "#shared/recovery/window.ts";
import { doseOf } from "#shared/session/dose.ts";
import { gateOf } from "#shared/session/gate.ts";
import type { Session } from "#shared/session/session.ts";
import { readingsOf, type Readings } from "./readings.ts";

export interface OpenCall {
  readonly alarm: Alarm;
  readonly words: string;
  /** `asked: clinician`, once nobody had it in time. */
  readonly asked: string | undefined;
}

interface AnyCard {
  readonly chair: Chair;
  /** BD5. What nobody has first, then the worst. */
  readonly calls: readonly OpenCall[];
}

/** Everything that a card says, as the domain's own answers. */
export type BoardCard = (AnyCard & { readonly kind: "free" }) | BusyCard;

export interface BusyCard extends AnyCard {
  readonly kind: "busy";
  readonly session: Session;
  readonly protocol: Protocol;
  readonly approved: boolean;
  /** BD11. Who looks after this patient now: whoever covers comes before whose patient it is. */
  readonly owner: Session["nurse"];
  /** Where the patient came from, while that is news. */
  readonly movedFrom: { readonly chair: Chair | undefined; readonly at: Instant } | undefined;
  /** BD17. What still stands before the dose, and what a clinician has to clear. */
  readonly before: number;
  readonly phase: string;
  readonly progress: number;
  readonly tone: "quiet" | "active" | "ready";
  readonly readings: Readings;
  readonly due: Due | undefined;
  readonly hold: string | undefined;
  readonly recovery: Recovery;
  readonly readiness: Readiness;
  readonly leaving: Leaving;
  readonly ribbon: RibbonModel;
}

/** BD1-BD6. One chair as it stands at `now`; `live` is false while this screen cannot vouch for it. */
export const cardOf = (clinic: Clinic, chair: Chair, now: Instant, live: boolean): BoardCard => {
  const session = sessionInChair(clinic, chair.id);
  const calls = callsOf(clinic, chair, now);
  const protocol = session && protocolOf(clinic, session.protocol);
  if (!session || !protocol) return { kind: "free", chair, calls };
  const ready = readiness(clinic, session, protocol, now);
  const leaving = leavingOf(ready, { live, signed: session.fit !== undefined });
  const { open, needs } = gateOf(clinic, session, protocol, now);
  return {
    kind: "busy",
    chair,
    calls,
    session,
    protocol,
    approved: clinic.protocols[protocolKey(session.protocol)]?.approved !== undefined,
    owner: ownerOf(clinic, session),
    movedFrom: movedFrom(clinic, session, now),
    before: open.length + needs.length,
    phase: phaseWords(session, protocol, now),
    ...where(session, protocol, now, leaving),
    readings: readingsOf(session, protocol, now),
    due: nextDue(session, protocol, now),
    hold: holdWords(session, protocol, session.zone),
    recovery: recoveryOf(session, protocol, now),
    readiness: ready,
    leaving,
    ribbon: ribbonModel(session, protocol, now),
  };
};

const callsOf = (clinic: Clinic, chair: Chair, now: Instant): readonly OpenCall[] => {
  const session = sessionInChair(clinic, chair.id);
  const protocol = session && protocolOf(clinic, session.protocol);
  return callsAt(clinic, chair.id).map((alarm) => ({
    alarm,
    words: callWords(alarm, chair.label, session, now, protocol),
    asked: askedWords(alarm),
  }));
};

/** Of interest only while nobody has it. */
const askedWords = (alarm: Alarm): string | undefined => (isQuiet(alarm) ? undefined : escalatedWords(alarm));

/** BD17. For so long somebody looks for the patient in the chair of before. Ours. */
const MOVED_IS_NEWS_MIN = 15;

const movedFrom = (clinic: Clinic, { moves }: Session, now: Instant): BusyCard["movedFrom"] => {
  const last = moves.at(-1);
  return last && now < last.at + MOVED_IS_NEWS_MIN * MINUTE
    ? { chair: clinic.chairs[last.from], at: last.at }
    : undefined;
};

/** The dial: a tenth for getting ready, half when the dose has ended, full when the patient has left. */
const where = (
  session: Session,
  protocol: Protocol,
  now: Instant,
  { state }: Leaving,
): Pick<BusyCard, "progress" | "tone"> => {
  const dose = doseOf(session.doseFacts);
  if (dose.phase === "not-started") return { progress: 0.1, tone: "quiet" };
  const tone = state === "ready" ? "ready" : "active";
  if (dose.phase !== "ended") return { progress: 0.1 + 0.4 * share(now, dose.t0, dose.plannedEnd(now)), tone };
  const stay = stayOverAt(dose, protocol, now) ?? dose.endedAt;
  return { progress: 0.5 + (session.fit ? 0.45 : 0.35 * share(now, dose.endedAt, stay)), tone };
};

const share = (now: Instant, from: Instant, to: Instant): number =>
  Math.min(1, Math.max(0, (now - from) / Math.max(1, to - from)));
