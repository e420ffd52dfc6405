import type { InterventionId } from "#shared/base/ids.ts";
import { accept, close } from "../calls.ts";
import { counting, dosing } from "../dosing.ts";
import { fitToLeave, rideIs, throughTheDoor } from "../leaving.ts";
import { exitChecks, fullSet } from "../observing.ts";
import { usualMg, type Part } from "../scene.ts";
import { paused } from "../simulator/doses.ts";
import { newId } from "../step.ts";

/** Frightened in the middle: the nurse stays, the pump rests, and the infusion goes on once it is over. */
export const PANIC: Part = {
  patient: 2,
  chair: 3,
  nurse: "ben",
  expectedAt: 30,
  startsAt: 41,
  route: "iv",
  course: { n: 6, of: 6 },
  seed: 5,
  happens: ["panic"],
  doses: (usual) => paused(usual, 21, 16),
  plays: (scene) => [
    ...dosing(scene),
    ...[10, 20].map((minute) => fullSet(scene, minute)),
    scene.does(20.5, "ben", { type: "stay-with-patient", sessionId: scene.sessionId }),
    scene.does(21.5, "ben", {
      type: "record-intervention",
      sessionId: scene.sessionId,
      interventionId: newId<InterventionId>(),
      told: { kind: "reassurance", at: scene.at(21), response: "not-yet-known" },
    }),
    scene.does(24, "ben", {
      type: "add-note",
      sessionId: scene.sessionId,
      text: "Frightened by the music; changed it, held a hand. Breathing together.",
    }),
    ...[25, 31, 36].map((minute) => fullSet(scene, minute)),
    ...[25.4, 25.5].map((minute) => accept(scene, minute)),
    ...[36.5, 36.6, 36.7].map((minute) => close(scene, minute, "settled")),
    ...[48, 56].map((minute) => fullSet(scene, minute)),
    ...counting(scene, 58, usualMg(scene)),
    ...[71, 85, 99].map((minute) => fullSet(scene, minute)),
    exitChecks(scene, 100),
    ...fitToLeave(scene, 102),
    rideIs(scene, 104, { status: "here", kind: "seen-at-car" }),
    ...throughTheDoor(scene, 106),
  ],
};
