import {
  all,
  leaves,
  prepared,
  pumpEnds,
  pumpPauses,
  pumpResumes,
  pumpStarts,
  rideIsHere,
  set,
  setAndExit,
  signs,
  atTheDesk,
} from "./acts.ts";
import { clock, meanwhile, step, waits, type WorkedCase } from "./caseKit.ts";
import { calls, chair, leaving, left, open, phase, sounds, window } from "./thens.ts";

const nauseous = { symptoms: [{ symptom: "nausea" as const, grade: "moderate" as const }] };

export const pausedIv: WorkedCase = {
  id: "WC2",
  title: "paused IV",
  given: "The same order. The pump starts at 10:00, and the patient feels sick on it.",
  t0: 0,
  setUp: () => prepared(),
  steps: [
    step(clock(10), "The pump is started", pumpStarts, window("Effects usually ease 10:55-11:10")),
    step(
      clock(10, 12),
      "A set names nausea, moderate; Ana pauses the pump",
      all(set({ ...nauseous, dissociation: 3 }), pumpPauses("nausea")),
      phase("Paused · T+12 min"),
      chair("OK · next BP 10:20", "A pause moves no check"),
      calls(),
    ),
    waits(
      clock(10, 17),
      "Five minutes later it is still paused",
      window("Effects usually ease 11:00-11:15", "While it is paused the window moves with the clock"),
    ),
    step(
      clock(10, 20),
      "A set without nausea; the pump runs again after eight minutes",
      all(set({ dissociation: 2 }), pumpResumes),
      phase("Dosing · T+20 min"),
      window("Effects usually ease 11:03-11:18", "All is eight minutes later"),
      chair("OK · next BP 10:30"),
    ),
    ...meanwhile([clock(10, 30), clock(10, 40)], set({ dissociation: 5 })),
    step(
      clock(10, 48),
      "Quiet sets at 10:30 and 10:40; at 10:48 the pump is empty",
      all(pumpEnds, set({ dissociation: 3 })),
      phase("Recovering · T+48 min"),
      window("Effects usually ease 11:03-11:18"),
      chair("OK · next BP 11:03"),
    ),
    step(
      clock(11, 3),
      "A good set",
      set(),
      window("Effects gone 11:03 (Ana)"),
      leaving("NOT YET · 4 left: time, awake and oriented, walk and 1 more · Earliest 11:18 by rule"),
    ),
    step(
      clock(11, 17),
      "A second good set and the exit checks, fourteen minutes later",
      setAndExit(),
      open("Minimum stay (not met)", "Ride here (unknown)"),
      leaving("NOT YET · 2 left: time, ride · Earliest 11:18 by rule", "Only the clock and the ride are left"),
    ),
    step(
      clock(11, 18),
      "The half hour from the real end is over; Ana signs, the ride is here",
      all(signs, rideIsHere),
      leaving("READY · checks met, ride here"),
    ),
    step(
      clock(11, 25),
      "The last steps at the desk",
      all(atTheDesk, leaves),
      left("Discharged", "No driving until Tue 24 Nov, 12:00"),
      sounds(),
    ),
  ],
};
