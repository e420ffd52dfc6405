import type { AdverseEventId } from "#shared/base/ids.ts";
import type { CommandOf } from "#shared/clinic/commands.ts";
import { accept } from "../calls.ts";
import { dosing } from "../dosing.ts";
import { fitToLeave, rideIs, throughTheDoor } from "../leaving.ts";
import { exitChecks, fullSet, lookIn } from "../observing.ts";
import type { Part, Scene } from "../scene.ts";
import { devices } from "../simulator/doses.ts";
import { newId, type Step } from "../step.ts";

/** Three devices, 84 mg, and drowsy for longer than the clinic expects: nobody hurries, and the clinician is told without a sound. */
export const SLOW_RECOVERY: Part = {
  patient: 5,
  chair: 5,
  nurse: "ben",
  expectedAt: 0,
  startsAt: 14,
  route: "nasal",
  course: { n: 5, of: 8 },
  seed: 10,
  happens: ["slow-recovery"],
  doses: () => devices(3),
  plays: (scene) => [
    ...dosing(scene),
    ...[10.5, 20, 30].map((minute) => lookIn(scene, minute)),
    ...[40, 60, 90].map((minute) => fullSet(scene, minute)),
    accept(scene, 91, "dana"),
    ...[120, 135, 150, 165].map((minute) => fullSet(scene, minute)),
    ...told(scene),
    exitChecks(scene, 166),
    ...fitToLeave(scene, 168),
    rideIs(scene, 170, { status: "here", kind: "adult-in-building" }),
    ...throughTheDoor(scene, 172),
  ],
};

/** AE2. Told when it was seen, and told again when it was over. */
const told = ({ does, at, sessionId }: Scene): readonly Step[] => {
  const adverseEventId = newId<AdverseEventId>();
  const slow: CommandOf<"record-adverse-event">["told"] = {
    kind: "prolonged-recovery",
    onsetAt: at(90),
    severity: "mild",
    serious: [],
    relatedness: "related",
    interventions: [],
    outcome: "ongoing",
    notified: [{ who: "prescriber", at: at(91) }],
  };
  return [
    does(122, "ben", { type: "record-adverse-event", sessionId, adverseEventId, told: slow }),
    does(167, "ben", {
      type: "record-adverse-event",
      sessionId,
      adverseEventId,
      told: { ...slow, outcome: "prolonged-stay", resolvedAt: at(165) },
    }),
  ];
};
