import { all, atTheDesk, leaves, prepared, pumpEnds, pumpStarts, rideIsHere, set, setAndExit, signs } from "./acts.ts";
import { clock, refused, meanwhile, step, waits, type WorkedCase } from "./caseKit.ts";
import { answers, calls, chair, leaving, left, open, sounds, window } from "./thens.ts";
import type { Scenario, Wish } from "#tests/rules/scenario.ts";

const letAwakePass = (clinic: Scenario): Wish => ({
  type: "override-check",
  check: "awake",
  reason: { code: "assessed-at-chair" },
  safeguard: { code: "stays-with-adult" },
  seenSeq: clinic.clinic().seq,
});

export const slowRecovery: WorkedCase = {
  id: "WC6",
  title: "slow recovery (MOAA/S 4 at 120 min)",
  given: "An infusion of 35 mg over 40 minutes. The patient goes deep and is slow to come back.",
  t0: 0,
  setUp: () => prepared(),
  steps: [
    ...meanwhile([clock(10)], pumpStarts),
    ...meanwhile([clock(10, 10), clock(10, 20), clock(10, 30)], set({ dissociation: 7, sedation: 4 })),
    step(
      clock(10, 40),
      "The pump from 10:00 to 10:40, with quiet sets; dissociation 7 at the end",
      all(pumpEnds, set({ dissociation: 7, sedation: 4 })),
      calls(),
    ),
    step(
      clock(10, 55),
      "A set: answers only when loudly called (3), dissociation 5",
      set({ sedation: 3, dissociation: 5 }),
      calls("CHECK NOW · sedation: loud voice · medium"),
      chair("Next sedation recheck 11:00", "While she is at 3 somebody looks every five minutes"),
    ),
    step(
      clock(11),
      "A look: 4, answers slowly",
      (clinic) =>
        clinic.submit("nurse", clinic.observation({ sedation: 4, seen: "resting-breathing" }, { sheet: "look-in" })),
      calls(),
      chair("OK · next BP 11:10"),
    ),
    step(
      clock(11, 10),
      "A set at the end of the window: 4, dissociation 4",
      set({ sedation: 4, dissociation: 4 }),
      calls("LOOK IN · still affected · low"),
      window("Effects usually ease 10:55-11:10"),
    ),
    waits(
      clock(11, 11),
      "A minute later",
      window("Still affected, +31 min: look in", "A clinician is told without a sound; the window says"),
    ),
    step(clock(11, 25), "A set: 4, dissociation 2", set({ sedation: 4, dissociation: 2 })),
    step(clock(11, 40), "A set: 4, dissociation 1", set({ sedation: 4, dissociation: 1 })),
    step(clock(11, 55), "A set: 4, dissociation 1", set({ sedation: 4, dissociation: 1 })),
    waits(
      clock(12),
      "Two hours after the start, by the clock alone",
      calls("LOOK IN · still affected · low", "LOOK IN · not back to baseline · low"),
      window("Still affected, +80 min: look in"),
      open(
        "Fully awake (not met)",
        "Knows name, place and day (unknown)",
        "Stands and walks as on arrival (unknown)",
        "Ride here (unknown)",
      ),
      leaving("NOT YET · 3 left: awake and oriented, walk, ride"),
    ),
    refused(
      clock(12, 5),
      'Ana would let "fully awake" pass',
      ["nurse", letAwakePass],
      "not-yours-to-override",
      answers("nurse", letAwakePass, "Fully awake: only a clinician can let this pass."),
    ),
    step(
      clock(12, 10),
      "A set: fully awake (5), dissociation 0",
      set(),
      calls(),
      window("Effects gone 12:10 (Ana)", "It is over when somebody has seen it"),
    ),
    step(
      clock(12, 25),
      "A good set, oriented, walks as on arrival",
      setAndExit(),
      leaving("CHECKS MET · sign fit to leave"),
    ),
    step(
      clock(12, 40),
      "Signature, ride, and the last steps at the desk",
      all(signs, rideIsHere, atTheDesk, leaves),
      left("Discharged", "No driving until Tue 24 Nov, 13:00"),
      sounds("sedation deep (medium)"),
    ),
  ],
};
