import type { CommandOf } from "#shared/clinic/commands.ts";
import { accept, close } from "../calls.ts";
import { counting, dosing } from "../dosing.ts";
import { fitToLeave, rideIs, throughTheDoor } from "../leaving.ts";
import { exitChecks, fullSet } from "../observing.ts";
import { usualMg, type Part, type Scene } from "../scene.ts";
import { injection } from "../simulator/doses.ts";
import type { Step } from "../step.ts";

const SECOND_MG = 15;
const SECOND_AT = 26;

/** Two injections, the second one allowed beforehand; and a cuff that shows what nobody believes. */
export const CUFF_ARTEFACT: Part = {
  patient: 3,
  chair: 2,
  nurse: "ben",
  expectedAt: 60,
  startsAt: 75,
  route: "im",
  course: { n: 2, of: 6 },
  seed: 11,
  happens: ["cuff-artefact"],
  doses: (usual) => [...usual, ...injection(SECOND_MG, SECOND_AT)],
  plays: (scene) => [
    ...dosing(scene),
    ...[5, 10, 15, 20].map((minute) => fullSet(scene, minute)),
    accept(scene, 20.5),
    fullSet(scene, 22),
    strikeFirst(scene, 22.5),
    close(scene, 23, "artefact"),
    ...counting(scene, 28, usualMg(scene) + SECOND_MG),
    ...[31, 36, 41, 46, 56, 71, 86, 101, 116].map((minute) => fullSet(scene, minute)),
    rideIs(scene, 110, { status: "on-the-way", kind: "rideshare-adult-home" }),
    exitChecks(scene, 117),
    ...fitToLeave(scene, 118),
    rideIs(scene, 120, { status: "here", kind: "rideshare-adult-home" }),
    ...throughTheDoor(scene, 121),
  ],
};

/** The set with the wrong pressure stays to be seen, struck through, and counts for nothing. */
const strikeFirst = ({ does, at, sessionId }: Scene, minute: number): Step =>
  does(minute, "ben", (clinic): CommandOf<"strike-observation"> | undefined => {
    const wrong = clinic.sessions[sessionId]?.observations.find(({ observedAt }) => observedAt === at(20));
    return wrong && { type: "strike-observation", sessionId, observationId: wrong.id, reason: { code: "artefact" } };
  });
