import { protocolOf } from "#shared/clinic/clinic.ts";
import type { GateItem } from "#shared/protocol/protocol.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import { unsignedOf } from "#shared/session/cosign.ts";
import { isFrom65, PATIENTS } from "./cast.ts";
import { orderOf } from "./dosing.ts";
import { fullSet } from "./observing.ts";
import type { Scene } from "./scene.ts";
import type { Step, Wish } from "./step.ts";

/** From the door to the green light: everything that the protocol of the route asks for before the dose. */
export const preparing = (scene: Scene): readonly Step[] => {
  const { part, sessionId, does } = scene;
  const { nurse, course, droveHere = false } = part;
  const first = course.n === 1;
  return [
    does(-11, "eli", checkIn(scene)),
    ...ordering(scene),
    ...(first ? [] : [does(-9, nurse, { type: "review-history", sessionId, unchangedSince: "2026-11-18" })]),
    does(-8.5, nurse, { type: "record-medicines", sessionId, medicines: NOTHING_TAKEN }),
    ...itemsOf(scene).map((item, index) =>
      does(-8 + index / 5, nurse, { type: "record-gate-item", sessionId, item, answer: "done" }),
    ),
    does(-5.5, nurse, {
      type: "give-sober-reminder",
      sessionId,
      droveHere,
      keys: droveHere ? "kept-by-clinic" : "no-car",
      acknowledged: true,
    }),
    ...(first ? [does(-5, "dana", { type: "give-clearance", sessionId, why: { code: "first-treatment" } })] : []),
    fullSet(scene, -3),
  ];
};

const NOTHING_TAKEN = {
  benzodiazepine: false,
  sedativeHypnotic: false,
  opioid: false,
  psychostimulant: false,
  maoi: false,
};

/** Medicines have a form of their own; who is known has the history reviewed in one act. */
const itemsOf = ({ part: { route, course } }: Scene): readonly GateItem[] => {
  const { hard, soft } = SHIPPED[route].gate;
  const done: readonly GateItem[] = course.n === 1 ? ["medicines"] : ["medicines", "allergies", "contraindications"];
  return [...hard, ...soft].filter((item) => !done.includes(item));
};

const checkIn =
  ({ part: { patient, route, course }, sessionId, patientId, chairId, visitId }: Scene): Wish =>
  (clinic, now) => {
    const known = PATIENTS[patient];
    return {
      type: "check-in",
      sessionId,
      patientId,
      chairId,
      route,
      visitId,
      course,
      ...(known ? { from65: isFrom65(known, now, clinic.zone) } : {}),
    };
  };

/** GA8. What was ordered on the telephone is written down by the nurse, and signed when the prescriber comes by. */
const ordering = (scene: Scene): readonly Step[] => {
  const { part, sessionId, does } = scene;
  if (!part.verbalOrder)
    return [does(-10, "dana", { type: "record-order", sessionId, order: orderOf(scene, "signed") })];
  return [
    does(-10, part.nurse, { type: "record-order", sessionId, order: orderOf(scene, "verbal") }),
    does(21, "dana", (clinic) => {
      const session = clinic.sessions[sessionId];
      const [unsigned] = session ? unsignedOf(session, protocolOf(clinic, session.protocol)) : [];
      return unsigned && { type: "cosign", sessionId, what: unsigned.what };
    }),
  ];
};
