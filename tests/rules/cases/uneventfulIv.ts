import { gateOf } from "#shared/session/gate.ts";
import { atTheDesk, leaves, prepared, pumpEnds, pumpStarts, rideIsHere, set, setAndExit, signs, all } from "./acts.ts";
import { clock, step, waits, type WorkedCase } from "./caseKit.ts";
import { calls, chair, fact, leaving, left, open, phase, restriction, sounds, window } from "./thens.ts";

export const uneventfulIv: WorkedCase = {
  id: "WC1",
  title: "uneventful IV",
  given:
    "An infusion of 35 mg over 40 minutes (0.5 mg/kg, 70 kg), for a patient under 65. Checked in at 9:30; order, checks before the dose and the sober reminder are done at 9:40, the baseline set (120/76) at 9:56.",
  t0: 0,
  setUp: prepared,
  steps: [
    waits(
      clock(9, 58),
      "Everything before the dose is done",
      fact(
        "Nothing stands in the way of the start",
        (clinic) => gateOf(clinic.clinic(), clinic.session(), clinic.protocol(), clinic.now()).green,
        true,
      ),
      phase("Getting ready"),
      window("Dose not started"),
    ),
    step(
      clock(10),
      "The pump is started",
      pumpStarts,
      phase("Dosing · T+0 min"),
      chair("OK · next BP 10:10", "The baseline counts for the start, so the chair says"),
      window("Effects usually ease 10:55-11:10", "The window hangs on the planned end"),
    ),
    step(clock(10, 10), "A quiet set, dissociation 2", set({ dissociation: 2 }), chair("OK · next BP 10:20"), calls()),
    step(
      clock(10, 20),
      "Deep and calm: dissociation 7, distress 1, answers only slowly (sedation 4)",
      set({ dissociation: 7, distress: 1, sedation: 4, sbp: 138, dbp: 86 }),
      calls(),
      chair("OK · next BP 10:30"),
    ),
    step(clock(10, 30), "The same", set({ dissociation: 6, sedation: 4, sbp: 136, dbp: 84 }), calls()),
    step(
      clock(10, 40),
      "The pump is empty and stopped, with a set",
      all(pumpEnds, set({ dissociation: 3, sbp: 130, dbp: 80 })),
      phase("Recovering · T+40 min"),
      chair("OK · next BP 10:55", "From now on every 15 minutes"),
      leaving("NOT YET · 6 left: time, BP and SpO₂, awake and oriented and 3 more · Earliest 11:10 by rule"),
    ),
    step(
      clock(10, 55),
      "A set: awake, dissociation 1",
      set({ dissociation: 1 }),
      window("Effects gone 10:55 (Ana)", "Gone is measured, not counted"),
      leaving("NOT YET · 4 left: time, awake and oriented, walk and 1 more · Earliest 11:10 by rule"),
    ),
    step(
      clock(11, 10),
      "A second good set, 15 minutes after the first; oriented, walks as on arrival",
      setAndExit(),
      open("Ride here (unknown)"),
      leaving("CHECKS MET · sign fit to leave", "The half hour after the pump is over, too"),
    ),
    step(
      clock(11, 11),
      "Ana signs fit to leave",
      signs,
      leaving("FIT TO LEAVE · NO RIDE YET"),
      chair("OK · next look-in 11:40", "Sets are over; somebody looks in"),
    ),
    step(clock(11, 15), "The ride is in the building", rideIsHere, leaving("READY · checks met, ride here")),
    step(
      clock(11, 18),
      "The desk returns belongings, reads the reminder with the escort there, gives the page",
      atTheDesk,
      restriction("No driving until Tue 24 Nov, 12:00"),
    ),
    step(
      clock(11, 20),
      "The desk completes the discharge",
      leaves,
      left("Discharged", "No driving until Tue 24 Nov, 12:00"),
      sounds(),
    ),
  ],
};
