import { all, atTheDesk, leaves, prepared, rideIsHere, set, setAndExit, signs } from "./acts.ts";
import { clock, meanwhile, step, type WorkedCase } from "./caseKit.ts";
import { chair, dueList, fact, leaving, left, open, sounds, window } from "./thens.ts";
import { t0Of } from "#shared/session/dose.ts";
import { at, type Scenario } from "#tests/rules/scenario.ts";

const lastFlags = (clinic: Scenario) => clinic.session().doseFacts.at(-1)?.flags;

export const imSecond: WorkedCase = {
  id: "WC3",
  title: "IM with a second pre-authorised dose",
  given:
    "An injection of 50 mg, and beforehand the prescriber's leave for a second one: at most 40 mg, 10 to 30 minutes after the first.",
  t0: 0,
  setUp: () => prepared("im"),
  steps: [
    step(
      clock(10),
      "The first injection, 50 mg; it cannot be stopped",
      (clinic) => clinic.give("first-0001", clinic.now(), 50),
      window("Effects usually ease 10:45-11:00", "The strongest effects count as over 30 minutes later"),
      chair("OK · next BP 10:05", "Checks come early"),
    ),
    step(clock(10, 5), "A quiet set", set({ dissociation: 2 }), chair("OK · next BP 10:10")),
    step(clock(10, 10), "A quiet set", set({ dissociation: 4 }), chair("OK · next BP 10:15")),
    step(clock(10, 15), "A quiet set", set({ dissociation: 4, sedation: 4 }), chair("OK · next BP 10:20")),
    step(
      clock(10, 18),
      "The second injection, 40 mg: within the amount and the time of the order",
      (clinic) => clinic.give("second-0001", clinic.now(), 40),
      fact("It is in order: no flag stands at it", lastFlags, []),
      chair("OK · next BP 10:23", "The checks begin again"),
      dueList(
        "10:23 BP upcoming",
        "10:28 BP upcoming",
        "10:33 BP upcoming",
        "10:38 BP upcoming",
        "10:48 BP upcoming",
        "11:03 BP upcoming",
        "11:18 BP upcoming",
        "11:33 BP upcoming",
        "11:48 BP upcoming",
      ),
      window("Effects usually ease 11:03-11:18", "The window counts from the last injection"),
      leaving(
        "NOT YET · 6 left: time, BP and SpO₂, awake and oriented and 3 more · Earliest 11:48 by rule",
        "So does the minimum stay of 90 minutes",
      ),
      fact("T0 stays the first injection, 10:00", (clinic) => t0Of(clinic.session().doseFacts), at(0)),
    ),
    ...meanwhile([23, 28, 33, 38, 48], set({ dissociation: 5, sedation: 4 })),
    step(
      clock(11, 3),
      "Quiet sets at 10:23, 10:28, 10:33, 10:38 and 10:48; at 11:03 awake, dissociation 1",
      set({ dissociation: 1 }),
      window("Effects gone 11:03 (Ana)"),
    ),
    step(
      clock(11, 18),
      "A good set, oriented, walks as on arrival",
      setAndExit(),
      open("Minimum stay (not met)", "Ride here (unknown)"),
      leaving("NOT YET · 2 left: time, ride · Earliest 11:48 by rule", "Fit by every look and still too early"),
    ),
    step(clock(11, 33), "A good set", set(), chair("OK · next BP 11:48")),
    step(
      clock(11, 48),
      "A last set, 90 minutes after the second injection; Ana signs, the ride is here",
      all(set(), signs, rideIsHere),
      leaving("READY · checks met, ride here"),
    ),
    step(
      clock(11, 55),
      "The last steps at the desk",
      all(atTheDesk, leaves),
      left("Discharged", "No driving until Tue 24 Nov, 12:00"),
      sounds(),
    ),
  ],
};
