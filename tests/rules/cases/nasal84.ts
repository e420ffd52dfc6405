import { nextAction } from "#client/chair/chairModel.ts";
import { doseOf } from "#shared/session/dose.ts";
import type { Scenario, Wish } from "#tests/rules/scenario.ts";
import { all, atTheDesk, leaves, prepared, rideIsHere, set, setAndExit, signs } from "./acts.ts";
import { clock, refused, step, waits, type Step, type WorkedCase } from "./caseKit.ts";
import { answers, chair, dueList, fact, leaving, left, open, phase, restriction, sounds, window } from "./thens.ts";

const device: Step["act"] = (clinic) => clinic.give();
const looks =
  (sedation: number): Step["act"] =>
  (clinic) =>
    clinic.submit("nurse", clinic.observation({ sedation, seen: "resting-breathing" }, { sheet: "look-in" }));
const next = (clinic: Scenario) => nextAction(clinic.clinic(), clinic.session(), clinic.protocol(), clinic.now());
const letTimePass = (clinic: Scenario): Wish => ({
  type: "override-check",
  check: "time",
  reason: { code: "patient-asks-to-go" },
  safeguard: { code: "stays-with-adult" },
  seenSeq: clinic.clinic().seq,
});

export const nasal84: WorkedCase = {
  id: "WC4",
  title: "nasal 84 mg",
  given:
    "Esketamine, 84 mg: three devices of 28 mg, five minutes apart. A prescriber is attested to be on site; baseline 120/76, below the 140/90 above which a spray is held.",
  t0: 0,
  setUp: () => prepared("nasal"),
  steps: [
    step(
      clock(10),
      "The first device",
      device,
      phase("Dosing · T+0 min"),
      dueList(
        "10:10 sedation check upcoming",
        "10:20 sedation check upcoming",
        "10:30 sedation check upcoming",
        "10:40 BP upcoming",
        "11:00 BP upcoming",
        "11:30 BP upcoming",
        "12:00 BP upcoming",
      ),
    ),
    waits(
      clock(10, 3),
      "The rest of five minutes goes on",
      fact("The next thing at the chair is device 2 of 3, from 10:05", next, {
        kind: "device",
        n: 2,
        of: 3,
        readyAt: Date.UTC(2026, 10, 23, 15, 5),
      }),
    ),
    step(clock(10, 5), "The second device", device, phase("Dosing · T+5 min")),
    step(
      clock(10, 10),
      "The third and last device, and a look-in with sedation (5)",
      all(device, looks(5)),
      fact(
        "The dose has ended with the last device of the order",
        (clinic) => doseOf(clinic.session().doseFacts).phase,
        "ended",
      ),
      window("Effects usually ease 11:05-11:20", "The strongest effects count as over 40 minutes after it"),
      chair("OK · next sedation check 10:20"),
    ),
    step(clock(10, 20), "A look-in with sedation (4)", looks(4), chair("OK · next sedation check 10:30")),
    step(clock(10, 30), "A look-in with sedation (4)", looks(4), chair("OK · next BP 10:40")),
    waits(
      clock(10, 45),
      "Nobody has come yet",
      chair("BP DUE", "The pressure at 40 minutes has its own window, to 10:50"),
    ),
    step(
      clock(10, 46),
      "The pressure, and the rest of a set",
      set({ sbp: 134, dbp: 84, dissociation: 4, sedation: 4 }),
      chair("OK · next BP 11:00"),
    ),
    step(clock(11), "A set", set({ sbp: 128, dbp: 80, dissociation: 2 }), chair("OK · next BP 11:30")),
    step(
      clock(11, 30),
      "A good set, oriented, walks as on arrival",
      setAndExit(),
      window("Effects gone 11:30 (Ana)"),
      open("Minimum stay (not met)", "Ride here (unknown)"),
      leaving("NOT YET · 2 left: time, ride · Earliest 12:00 by rule"),
    ),
    refused(
      clock(11, 35),
      "The patient asks to go; Dr. Rey would let the time pass",
      ["clinician", letTimePass],
      "never-overridden",
      answers("clinician", letTimePass, "Minimum stay: nobody can let this pass. It has to be met."),
    ),
    step(
      clock(12),
      "Two hours after the first device: a good set, and Ana signs",
      all(set(), signs),
      leaving("CHECKS MET · clinician confirms", "By spray a clinician confirms after her"),
    ),
    step(
      clock(12, 4),
      "Dr. Rey confirms",
      (clinic) => clinic.submit("clinician", { type: "countersign-fit-to-leave", seenSeq: clinic.clinic().seq }),
      leaving("FIT TO LEAVE · NO RIDE YET"),
    ),
    step(
      clock(12, 10),
      "The ride is here, and the desk does the last steps",
      all(rideIsHere, atTheDesk),
      leaving("READY · checks met, ride here"),
      restriction(
        "Driving only tomorrow, Tue 24 Nov, after a full night's sleep",
        "No clock time is ever computed after a spray",
      ),
    ),
    step(
      clock(12, 15),
      "The desk completes the discharge",
      leaves,
      left("Discharged", "Driving only tomorrow, Tue 24 Nov, after a full night's sleep"),
      sounds(),
    ),
  ],
};
