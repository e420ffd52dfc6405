import type { Scenario, Wish } from "#tests/rules/scenario.ts";
import { all, atTheDesk, leaves, prepared, pumpEnds, pumpStarts, rideIsHere, set, signs } from "./acts.ts";
import { clock, refused, meanwhile, step, type WorkedCase } from "./caseKit.ts";
import { answers, calls, chair, leaving, left, lost, open, sounds } from "./thens.ts";

const completes = (clinic: Scenario): Wish => ({ type: "complete-discharge", seenSeq: clinic.clinic().seq });

export const readyLost: WorkedCase = {
  id: "WC11",
  title: "a corrected BP takes READY away",
  given:
    "An uneventful infusion from 9:32 to 10:12; baseline 120/76. The last set before leaving is typed wrong: 124/78 for 174/78.",
  t0: clock(9, 32),
  setUp: () => prepared("iv", {}, clock(9, 2)),
  steps: [
    ...meanwhile([clock(9, 32)], pumpStarts),
    ...meanwhile([clock(9, 42), clock(9, 52), clock(10, 2)], set({ dissociation: 4 })),
    ...meanwhile([clock(10, 12)], all(pumpEnds, set({ dissociation: 3 }))),
    step(
      clock(10, 27),
      "The pump from 9:32 to 10:12, quiet sets, the first good one after it at 10:27",
      set({ dissociation: 1 }),
    ),
    step(
      clock(10, 42),
      "The second good set (124/78 is what was typed) and the exit checks; Ana signs, the ride is here",
      all(
        (clinic) => clinic.set({ sbp: 124, dbp: 78 }, { id: "typed-0001" }),
        (clinic) => clinic.exit(),
        signs,
        rideIsHere,
      ),
      leaving("READY · checks met, ride here"),
    ),
    step(clock(10, 45), "The desk has done its steps", atTheDesk, leaving("READY · checks met, ride here")),
    step(
      clock(10, 47),
      "Ana sees the slip on the monitor's list and corrects the set of 10:42: 174/78",
      (clinic) =>
        clinic.correct("typed-0001", "corrected-0001", {
          sbp: 174,
          dbp: 78,
          hr: 70,
          spo2: 98,
          rr: 14,
          sedation: 5,
          dissociation: 0,
          distress: 0,
        }),
      leaving("NOT YET · 1 left: BP and SpO₂", "READY is gone before everybody's eyes"),
      lost("Was fit to leave 10:42, lost 10:47 by BP and SpO₂. Look at the patient, then sign again."),
      calls("CHECK NOW · BP 174/78 · medium"),
      chair("Next BP 10:57", "Sets are asked for again"),
    ),
    refused(
      clock(10, 48),
      "The desk, a minute too late, would complete the discharge",
      ["desk", completes],
      "criteria-not-met",
      answers("desk", completes, "Not yet: BP and SpO₂."),
    ),
    step(
      clock(10, 53),
      "A set: 138/80",
      set({ sbp: 138, dbp: 80 }),
      calls(),
      open("Two good sets in a row (not met)"),
      leaving("NOT YET · 1 left: BP and SpO₂", "One good set is not two"),
    ),
    step(
      clock(11, 3),
      "A second one, ten minutes later: 132/78; Ana signs again",
      all(set({ sbp: 132, dbp: 78 }), signs),
      leaving("READY · checks met, ride here"),
    ),
    step(
      clock(11, 6),
      "The hour of the reminder has turned: it is read again, the page given again, and the patient leaves",
      all(atTheDesk, leaves),
      left("Discharged", "No driving until Tue 24 Nov, 12:00"),
      sounds("BP high (medium)"),
    ),
  ],
};
