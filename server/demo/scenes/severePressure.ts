import type { AdverseEventId, InterventionId } from "#shared/base/ids.ts";
import { accept, close } from "../calls.ts";
import { counting, dosing, givenMg } from "../dosing.ts";
import { fitToLeave, rideIs, throughTheDoor } from "../leaving.ts";
import { exitChecks, fullSet, pressureOnly } from "../observing.ts";
import { usualMg, type Part, type Scene } from "../scene.ts";
import { stopped } from "../simulator/doses.ts";
import { newId, type Step } from "../step.ts";

/**
 * A first treatment whose pressure climbs: critical once, confirmed five minutes later. The pump is stopped early, the
 * clinician comes, and the patient is watched until it is down again.
 */
export const SEVERE_PRESSURE: Part = {
  patient: 1,
  chair: 1,
  nurse: "ana",
  expectedAt: 15,
  startsAt: 28,
  route: "iv",
  course: { n: 1, of: 6 },
  seed: 76,
  happens: ["severe-hypertension"],
  doses: (usual) => stopped(usual, STOPPED_AT),
  plays: (scene) => [
    ...dosing(scene),
    ...[10, 20, 30].map((minute) => fullSet(scene, minute)),
    ...[20.5, 30.5].map((minute) => accept(scene, minute)),
    pressureOnly(scene, 35),
    accept(scene, 35.5, "dana"),
    ...treated(scene),
    fullSet(scene, 37),
    accept(scene, 37.5, "dana"),
    ...counting(scene, 39, usualMg(scene), givenMg(scene)),
    ...[41, 46, 56, 61].map((minute) => pressureOnly(scene, minute)),
    ...[51, 66, 81, 96].map((minute) => fullSet(scene, minute)),
    scene.does(73, "ana", { type: "record-away", sessionId: scene.sessionId, where: "restroom-escorted" }),
    scene.does(78, "ana", { type: "record-back", sessionId: scene.sessionId }),
    ...[66.5, 81.5].map((minute) => close(scene, minute, "treated", "dana")),
    exitChecks(scene, 97),
    ...fitToLeave(scene, 98),
    rideIs(scene, 100, { status: "here", kind: "medical-transport" }),
    ...throughTheDoor(scene, 102),
  ],
};

const STOPPED_AT = 36;

/** What the people did, recorded as they did it. */
const treated = ({ sessionId, at, does, dana }: Scene): readonly Step[] => {
  const [came, drug] = [newId<InterventionId>(), newId<InterventionId>()];
  const event = newId<AdverseEventId>();
  return [
    does(36.5, "dana", {
      type: "record-intervention",
      sessionId,
      interventionId: came,
      told: { kind: "prescriber-at-chair", at: at(36) },
    }),
    does(42, "ana", {
      type: "record-intervention",
      sessionId,
      interventionId: drug,
      told: {
        kind: "drug",
        at: at(42),
        drug: { name: "labetalol", class: "antihypertensive", amount: 10, unit: "mg", route: "iv", orderedBy: dana },
        response: "not-yet-known",
      },
    }),
    does(82, "ana", {
      type: "record-adverse-event",
      sessionId,
      adverseEventId: event,
      told: {
        kind: "hypertension",
        onsetAt: at(30),
        severity: "moderate",
        serious: [],
        relatedness: "related",
        interventions: [came, drug],
        outcome: "resolved",
        resolvedAt: at(66),
        notified: [{ who: "prescriber", at: at(35) }],
      },
    }),
  ];
};
