import { drug } from "#tests/rules/leavingSteps.ts";
import {
  all,
  atTheDesk,
  bp,
  does,
  leaves,
  prepared,
  pumpStarts,
  rideIsHere,
  set,
  setAndExit,
  signs,
  stays,
} from "./acts.ts";
import { clock, refused, step, waits, type WorkedCase } from "./caseKit.ts";
import { answers, calls, chair, leaving, left, open, phase, sounds, window } from "./thens.ts";
import type { Scenario, Wish } from "#tests/rules/scenario.ts";

const signsNow = (clinic: Scenario): Wish => ({ type: "confirm-fit-to-leave", seenSeq: clinic.clinic().seq });

export const severeHypertension: WorkedCase = {
  id: "WC5",
  title: "severe hypertension",
  given: "An infusion of 35 mg over 40 minutes; baseline 128/78.",
  t0: 0,
  setUp: () => prepared("iv", { sbp: 128, dbp: 78 }),
  steps: [
    step(clock(10), "The pump is started", pumpStarts),
    step(
      clock(10, 10),
      "A set: 148/88, that is +20/+10",
      set({ sbp: 148, dbp: 88, dissociation: 3 }),
      calls(),
      chair("OK · next BP 10:20"),
    ),
    step(
      clock(10, 20),
      "A set: 184/104, the first at 180 or above",
      set({ sbp: 184, dbp: 104, dissociation: 5 }),
      calls("CHECK NOW · BP 184/104 · medium"),
      chair("Next BP recheck 10:25", "One high value is not believed yet; the chair asks again"),
    ),
    step(
      clock(10, 25),
      "The recheck: 188/106",
      bp(188, 106),
      calls("CHECK NOW · BP 188/106 · high"),
      chair("Next BP 10:30", "The second confirms, and the call is high; the set of 10:30 comes with the next recheck"),
    ),
    waits(clock(10, 26), "For a minute nobody has taken it", calls("CHECK NOW · BP 188/106 · high · asked: clinician")),
    step(
      clock(10, 27),
      'Ana taps "I\'m with the patient", Dr. Rey comes to the chair, the pump is stopped after 24 mg',
      all(stays, does("prescriber-at-chair"), (clinic) =>
        clinic.submit("nurse", {
          type: "end-infusion",
          factId: "end-0001",
          at: clinic.now(),
          givenMg: 24,
          reason: { code: "high-pressure" },
        }),
      ),
      phase("Recovering · T+27 min"),
      calls("CHECK NOW · BP 188/106 · high · Ana Ruiz has it · asked: clinician"),
      window("Effects usually ease 10:42-10:57", "The window hangs on the real end now"),
    ),
    step(
      clock(10, 29),
      "A drug for the pressure into the vein, as Dr. Rey ordered it: recorded, never suggested",
      (clinic) => drug(clinic, "labetalol", "iv"),
    ),
    step(
      clock(10, 30),
      "The recheck: 172/96",
      bp(172, 96),
      calls("CHECK NOW · BP 172/96 · was 188/106 · high · Ana Ruiz has it · asked: clinician"),
      chair(
        "BP waits · somebody is with the patient",
        "One value out of the critical band asks for a second; the routine set waits while she is there",
      ),
    ),
    step(
      clock(10, 35),
      "The second, as a whole set: 148/86",
      set({ sbp: 148, dbp: 86, dissociation: 2 }),
      calls("SETTLED · BP 148/86 · was 188/106 · high · Ana Ruiz has it · asked: clinician"),
      chair("Next BP 10:42", "A high call that has settled stays until a person closes it; the chair says"),
    ),
    step(clock(10, 42), "A good set: 138/82", set({ sbp: 138, dbp: 82, dissociation: 1 })),
    step(
      clock(10, 57),
      "A second good set, the exit checks, and the standing pressure: 132/80",
      all(setAndExit({ sbp: 134, dbp: 80, standingSbp: 132, standingDbp: 80 })),
      open("Wait after a drug (not met)", "Ride here (unknown)", "No open high call (not met)"),
      leaving("NOT YET · 3 left: time, ride, open call · Earliest 10:59 by rule"),
    ),
    refused(
      clock(10, 59),
      "Half an hour after the drug Ana would sign, with the call still open",
      ["nurse", signsNow],
      "criteria-not-met",
      answers("nurse", signsNow, "Not yet: open call."),
    ),
    step(
      clock(11),
      "Ana closes the call: treated; then she signs, and the ride is here",
      all((clinic) => clinic.close("pressure-high"), signs, rideIsHere),
      calls(),
      leaving("READY · checks met, ride here"),
    ),
    step(
      clock(11, 10),
      "The last steps at the desk",
      all(atTheDesk, leaves),
      left("Discharged", "No driving until Tue 24 Nov, 12:00"),
      sounds("BP high (medium)", "BP high (high)"),
    ),
  ],
};
