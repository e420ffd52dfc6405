import { withPatientWords } from "#client/ui/statusWords.ts";
import {
  all,
  atTheDesk,
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
  stays,
} from "./acts.ts";
import { clock, step, waits, type WorkedCase } from "./caseKit.ts";
import { calls, chair, fact, leaving, left, phase, sounds, window } from "./thens.ts";

export const panic: WorkedCase = {
  id: "WC7",
  title: "panic at T0 + 20",
  given: "An infusion of 35 mg over 40 minutes. Twenty minutes into it the patient is terrified.",
  t0: 0,
  setUp: () => prepared(),
  steps: [
    step(clock(10), "The pump is started", pumpStarts),
    step(clock(10, 10), "A quiet set, dissociation 4", set({ dissociation: 4 }), calls()),
    step(
      clock(10, 20),
      "A set: distress 8, dissociation 8, heart rate 108",
      set({ distress: 8, dissociation: 8, hr: 108 }),
      calls("CHECK NOW · distress 8 · high"),
    ),
    step(
      clock(10, 21),
      'Ana taps "I\'m with the patient"',
      stays,
      calls("CHECK NOW · distress 8 · high · Ana Ruiz has it"),
      fact(
        "Everybody reads: `ANA IS WITH PATIENT · until 10:31`",
        (clinic) => withPatientWords(clinic.session(), clinic.now(), clinic.session().zone, () => "Ana Ruiz"),
        "ANA IS WITH PATIENT · until 10:31",
      ),
    ),
    step(
      clock(10, 22),
      "She pauses the pump",
      pumpPauses("distress"),
      phase("Paused · T+22 min"),
      window("Effects usually ease 10:55-11:10"),
    ),
    step(
      clock(10, 25),
      "Distress 4, dissociation 5: the patient holds her hand and breathes",
      set({ distress: 4, dissociation: 5 }),
      calls("SETTLED · distress 4 · was 8 · high · Ana Ruiz has it"),
      window("Effects usually ease 10:58-11:13", "The window moves with the pause"),
      chair("Next BP 10:30"),
    ),
    step(
      clock(10, 27),
      "Ana closes the call: settled",
      (clinic) =>
        clinic.submit("nurse", {
          type: "clear-alarm",
          alarmId: clinic.call("distress").id,
          outcome: { code: "settled" },
        }),
      calls(),
    ),
    waits(
      clock(10, 30),
      "The routine check of 10:30 falls due while she is there",
      chair("BP waits · somebody is with the patient"),
      calls(),
    ),
    step(
      clock(10, 32),
      "The patient wants to go on; the pump runs again after ten minutes",
      pumpResumes,
      phase("Dosing · T+32 min"),
      window("Effects usually ease 11:05-11:20"),
      chair("BP DUE", "Her ten minutes are over, so the chair asks for the set"),
    ),
    step(
      clock(10, 33),
      "The set: dissociation 4, distress 2",
      set({ dissociation: 4, distress: 2 }),
      chair("OK · next BP 10:40"),
    ),
    step(clock(10, 40), "A quiet set, dissociation 4, distress 2", set({ dissociation: 4, distress: 2 })),
    step(
      clock(10, 50),
      "The pump is empty",
      all(pumpEnds, set({ dissociation: 3, distress: 1 })),
      chair("OK · next BP 11:05"),
    ),
    step(clock(11, 5), "A good set", set({ dissociation: 1 }), window("Effects gone 11:05 (Ana)")),
    step(
      clock(11, 20),
      "A second good set and the exit checks; Ana signs, the ride is here",
      all(setAndExit(), signs, rideIsHere),
      leaving("READY · checks met, ride here"),
    ),
    step(
      clock(11, 30),
      "The last steps at the desk",
      all(atTheDesk, leaves),
      left("Discharged", "No driving until Tue 24 Nov, 12:00"),
      sounds("distress (high)"),
    ),
  ],
};
