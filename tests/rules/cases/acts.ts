import type { Route } from "#shared/protocol/protocol.ts";
import type { InterventionKind } from "#shared/session/care.ts";
import type { Values } from "#shared/vitals/observation.ts";
import { given, type Scenario } from "#tests/rules/scenario.ts";
import { clock, type Step } from "./caseKit.ts";

/** What people do in the worked cases, each as one act for a step. */
type Act = Step["act"];

export const set =
  (values: Values = {}): Act =>
  (clinic) =>
    clinic.set(values);

export const bp =
  (sbp: number, dbp: number): Act =>
  (clinic) =>
    clinic.bp(sbp, dbp);

/** A full set and the exit checks in one visit to the chair. */
export const setAndExit =
  (values: Values = {}): Act =>
  (clinic) => {
    clinic.set(values);
    clinic.exit();
  };

export const all =
  (...acts: readonly Act[]): Act =>
  (clinic) => {
    for (const act of acts) act(clinic);
  };

export const pumpStarts: Act = (clinic) => clinic.start("start-0001", clinic.now());
export const pumpEnds: Act = (clinic) => clinic.end("end-0001", clinic.now());
export const pumpPauses =
  (code: "nausea" | "distress" | "high-pressure"): Act =>
  (clinic) =>
    clinic.submit("nurse", { type: "pause-infusion", factId: "pause-0001", at: clinic.now(), reason: { code } });
export const pumpResumes: Act = (clinic) =>
  clinic.submit("nurse", { type: "resume-infusion", factId: "resume-0001", at: clinic.now() });

export const does =
  (kind: InterventionKind, litresPerMin?: number): Act =>
  (clinic) =>
    clinic.submit("nurse", {
      type: "record-intervention",
      interventionId: `${kind}-0001`,
      told: { kind, at: clinic.now(), ...(litresPerMin === undefined ? {} : { litresPerMin }) },
    });

export const stays: Act = (clinic) => clinic.submit("nurse", { type: "stay-with-patient" });
export const signs: Act = (clinic) =>
  clinic.submit("nurse", { type: "confirm-fit-to-leave", seenSeq: clinic.clinic().seq });
export const rideIsHere: Act = (clinic) => clinic.ride("here");
export const atTheDesk: Act = (clinic) => clinic.belongings().doorReminder().handOut();
export const leaves: Act = (clinic) =>
  clinic.submit("desk", { type: "complete-discharge", seenSeq: clinic.clinic().seq });

/** Checked in at 9:30, everything before the dose done at 9:50, the baseline set taken four minutes before the start. */
export const prepared = (route: Route = "iv", baseline: Values = {}, arrives = clock(9, 30)): Scenario => {
  const clinic = given({ route }).founded().at(arrives);
  clinic.submit("desk", {
    type: "check-in",
    patientId: "patient-0001",
    chairId: "chair-one",
    route,
    from65: false,
  });
  clinic.at(arrives + 10);
  clinic.ordered().gate().reminded();
  clinic.at(arrives + 26);
  clinic.set(baseline);
  return clinic;
};
