import type { Instant } from "#shared/base/time.ts";
import { protocolOf, type Clinic } from "#shared/clinic/clinic.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import { isSameRestriction, restrictionFrom } from "#shared/recovery/restriction.ts";
import type { Ride } from "#shared/session/session.ts";
import type { Who } from "./cast.ts";
import type { Scene } from "./scene.ts";
import type { Step, Wish } from "./step.ts";
import type * as z from "zod";

type RideTold = z.infer<typeof Ride>;

/** LV1. The first act: the nurse signs on what is on the screen, and the prescriber where the protocol asks for it. */
export const fitToLeave = (scene: Scene, minute: number, nurse: Who = scene.part.nurse): readonly Step[] => {
  const { does, sessionId, part } = scene;
  return [
    does(minute, nurse, ({ seq }) => ({ type: "confirm-fit-to-leave", sessionId, seenSeq: seq })),
    ...(SHIPPED[part.route].clinicianConfirmsFitToLeave
      ? [does(minute + 1, "dana", ({ seq }) => ({ type: "countersign-fit-to-leave", sessionId, seenSeq: seq }))]
      : []),
  ];
};

export const rideIs = (scene: Scene, minute: number, ride: RideTold): Step =>
  scene.does(minute, "eli", { type: "record-ride", sessionId: scene.sessionId, ride });

/** The second act, at the door: belongings, the reminder with the escort, the paper, and out. */
export const throughTheDoor = (scene: Scene, minute: number): readonly Step[] => {
  const { does, sessionId } = scene;
  return [
    does(minute, "eli", { type: "return-belongings", sessionId, lineOut: true }),
    does(minute + 1, "eli", readReminder(scene)),
    does(minute + 1, "eli", handOut(scene)),
    // LV4. Where the hour has turned since, it is read and printed again before anybody goes.
    ...[minute + 2, minute + 3].flatMap((goes) => [
      does(goes - 0.1, "eli", readReminder(scene)),
      does(goes - 0.1, "eli", handOut(scene)),
      does(goes, "eli", letGo(scene)),
    ]),
  ];
};

/** What is to be read out now, and whether just that has been. */
const wordsNow = ({ sessionId }: Scene, clinic: Clinic, now: Instant) => {
  const session = clinic.sessions[sessionId];
  const protocol = session && protocolOf(clinic, session.protocol);
  if (!protocol) return undefined;
  const shown = restrictionFrom(protocol, now, session.zone);
  return { shown, wereRead: session.reminder !== undefined && isSameRestriction(session.reminder.restriction, shown) };
};

const readReminder =
  (scene: Scene): Wish =>
  (clinic, now) => {
    const words = wordsNow(scene, clinic, now);
    if (!words || words.wereRead) return undefined;
    return { type: "acknowledge-door-reminder", sessionId: scene.sessionId, shown: words.shown, escort: "heard" };
  };

const letGo =
  (scene: Scene): Wish =>
  (clinic, now) =>
    wordsNow(scene, clinic, now)?.wereRead
      ? { type: "complete-discharge", sessionId: scene.sessionId, seenSeq: clinic.seq }
      : undefined;

const handOut =
  ({ sessionId }: Scene): Wish =>
  (clinic) => {
    const session = clinic.sessions[sessionId];
    if (!session) return undefined;
    const { reminder, handOut: given } = session;
    const isPrinted = given !== undefined && given.at >= (reminder?.at ?? 0);
    return isPrinted ? undefined : { type: "give-hand-out", sessionId, language: "en" };
  };
