import { counting, dosing } from "../dosing.ts";
import { fitToLeave, rideIs, throughTheDoor } from "../leaving.ts";
import { exitChecks, fullSet } from "../observing.ts";
import { usualMg, type Part } from "../scene.ts";

/** An infusion as they mostly are: nothing happens, and the patient goes home with her sister. */
export const QUIET: Part = {
  patient: 0,
  chair: 0,
  nurse: "ana",
  expectedAt: 5,
  startsAt: 16,
  route: "iv",
  course: { n: 3, of: 6 },
  seed: 114,
  happens: [],
  plays: (scene) => [
    ...dosing(scene),
    ...[10, 20, 30, 40].map((minute) => fullSet(scene, minute)),
    ...counting(scene, 42, usualMg(scene)),
    ...[55, 69, 82].map((minute) => fullSet(scene, minute)),
    rideIs(scene, 62, { status: "on-the-way", kind: "adult-in-building" }),
    exitChecks(scene, 83),
    ...fitToLeave(scene, 84),
    rideIs(scene, 87, { status: "here", kind: "adult-in-building" }),
    ...throughTheDoor(scene, 88),
  ],
};
