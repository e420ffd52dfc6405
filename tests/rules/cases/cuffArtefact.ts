import type { Scenario } from "#tests/rules/scenario.ts";
import {
  all,
  atTheDesk,
  bp,
  leaves,
  prepared,
  pumpEnds,
  pumpStarts,
  rideIsHere,
  set,
  setAndExit,
  signs,
} from "./acts.ts";
import { clock, meanwhile, step, type WorkedCase } from "./caseKit.ts";
import { calls, chair, dueList, fact, leaving, left, sounds } from "./thens.ts";

const artefact = (clinic: Scenario) => clinic.session().observations.find(({ id }) => id === "artefact-0001");

export const cuffArtefact: WorkedCase = {
  id: "WC9",
  title: "cuff artefact",
  given: "An infusion of 35 mg over 40 minutes; baseline 120/76. At 10:20 the patient bends the arm with the cuff.",
  t0: 0,
  setUp: () => prepared(),
  steps: [
    step(clock(10), "The pump is started", pumpStarts),
    step(clock(10, 10), "A quiet set", set({ dissociation: 3 })),
    step(
      clock(10, 20),
      "A set with 240/180; the form asks once whether that is right, and it is what the monitor shows",
      (clinic) => clinic.set({ sbp: 240, dbp: 180, dissociation: 4 }, { id: "artefact-0001" }),
      calls("CHECK NOW · BP 240/180 · high"),
      dueList("10:25 BP recheck upcoming", "10:30 BP upcoming"),
    ),
    step(
      clock(10, 21),
      "Ana takes the call; the patient is well, the arm is bent",
      (clinic) => clinic.accept("pressure-high"),
      calls("CHECK NOW · BP 240/180 · high · Ana Ruiz has it"),
    ),
    step(
      clock(10, 22),
      "Taken again on the straight arm: 124/78",
      bp(124, 78),
      calls("SETTLED · BP 124/78 · was 240/180 · high · Ana Ruiz has it"),
      dueList("10:27 BP recheck upcoming", "10:30 BP upcoming"),
    ),
    step(
      clock(10, 23),
      "She strikes 240/180 as an artefact, and closes the call with that word",
      all(
        (clinic) =>
          clinic.submit("nurse", {
            type: "strike-observation",
            observationId: "artefact-0001",
            reason: { code: "artefact" },
          }),
        (clinic) =>
          clinic.submit("nurse", {
            type: "clear-alarm",
            alarmId: clinic.call("pressure-high").id,
            outcome: { code: "artefact" },
          }),
      ),
      calls(),
      fact(
        "It stays in the record, struck, with its reason",
        (clinic) => [artefact(clinic)?.status, artefact(clinic)?.reason],
        ["struck", { code: "artefact" }],
      ),
      dueList("10:20 BP due", "10:30 BP upcoming"),
      chair("BP DUE", "The whole set was struck, so the check of 10:20 is open again"),
    ),
    step(
      clock(10, 24),
      "A whole set on the straight arm: 126/78, dissociation 4",
      set({ sbp: 126, dbp: 78, dissociation: 4 }),
      chair("OK · next BP 10:30"),
    ),
    ...meanwhile([clock(10, 30)], set({ dissociation: 4 })),
    step(clock(10, 40), "A quiet set at 10:30; at 10:40 the pump is empty", all(pumpEnds, set({ dissociation: 3 }))),
    step(clock(10, 55), "A good set", set({ dissociation: 1 })),
    step(
      clock(11, 10),
      "A second good set and the exit checks",
      setAndExit(),
      leaving("CHECKS MET · sign fit to leave", "What was struck counts for nothing"),
    ),
    step(
      clock(11, 20),
      "Signature, ride, and the last steps at the desk",
      all(signs, rideIsHere, atTheDesk, leaves),
      left("Discharged", "No driving until Tue 24 Nov, 12:00"),
      sounds("BP high (high)"),
    ),
  ],
};
