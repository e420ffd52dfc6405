import { dosing } from "../dosing.ts";
import { fitToLeave, rideIs, throughTheDoor } from "../leaving.ts";
import { exitChecks, fullSet, lookIn } from "../observing.ts";
import type { Part } from "../scene.ts";
import { devices } from "../simulator/doses.ts";

/** A first nasal treatment of 56 mg, fit to leave and nobody there to take him home: calls, a second contact, a look-in. */
export const LATE_ESCORT: Part = {
  patient: 4,
  chair: 4,
  nurse: "ana",
  expectedAt: 75,
  startsAt: 85,
  route: "nasal",
  course: { n: 1, of: 8 },
  seed: 6,
  happens: ["escort-no-show"],
  verbalOrder: true,
  droveHere: true,
  doses: () => devices(2),
  plays: (scene) => {
    const { does, sessionId } = scene;
    return [
      ...dosing(scene),
      ...[10.5, 20, 30].map((minute) => lookIn(scene, minute)),
      fullSet(scene, 40),
      fullSet(scene, 60, "ben"), // he covers for her then
      ...[90, 120].map((minute) => fullSet(scene, minute)),
      exitChecks(scene, 121),
      ...fitToLeave(scene, 122),
      does(124, "eli", { type: "record-ride-call", sessionId, to: "escort", answer: "no-answer" }),
      does(131, "eli", { type: "record-ride-call", sessionId, to: "second-contact", answer: "coming" }),
      rideIs(scene, 132, { status: "on-the-way", kind: "adult-in-building" }),
      lookIn(scene, 149),
      rideIs(scene, 154, { status: "here", kind: "adult-in-building" }),
      ...throughTheDoor(scene, 155),
    ];
  },
};
