import {
  all,
  atTheDesk,
  does,
  leaves,
  prepared,
  pumpEnds,
  pumpStarts,
  rideIsHere,
  set,
  setAndExit,
  signs,
} from "./acts.ts";
import { clock, step, waits, type Step, type WorkedCase } from "./caseKit.ts";
import { calls, chair, leaving, left, open, sounds } from "./thens.ts";

const onOxygen =
  (spo2: number, on = true): Step["act"] =>
  (clinic) =>
    clinic.submit(
      "nurse",
      clinic.observation(
        { spo2, sedation: 5, seen: "resting-breathing", oxygen: { on, ...(on ? { litresPerMin: 2 } : {}) } },
        { sheet: "look-in" },
      ),
    );

export const desaturation: WorkedCase = {
  id: "WC8",
  title: "desaturation",
  given: "An infusion of 35 mg over 40 minutes; SpO₂ 98 on air before it.",
  t0: 0,
  setUp: () => prepared(),
  steps: [
    step(clock(10), "The pump is started", pumpStarts),
    step(clock(10, 10), "A quiet set", set({ dissociation: 3 })),
    step(clock(10, 20), "A quiet set, sedation 4", set({ dissociation: 5, sedation: 4 })),
    step(
      clock(10, 30),
      "A set: SpO₂ 90, breaths 11, sedation 4",
      set({ dissociation: 5, sedation: 4, spo2: 90, rr: 11 }),
      calls("CHECK NOW · SpO₂ 90 · high"),
      chair("Next SpO₂ recheck 10:35"),
    ),
    step(
      clock(10, 31),
      "Ana takes the call; patient moved up, oxygen on, 2 L/min",
      all((clinic) => clinic.accept("oxygen-low"), does("repositioned"), does("oxygen-on", 2)),
      chair("Next SpO₂ recheck 10:35"),
    ),
    step(
      clock(10, 33),
      "A look: SpO₂ 97 on 2 L/min, awake",
      onOxygen(97),
      calls("SETTLED · SpO₂ 97 · was 90 · high · Ana Ruiz has it"),
      chair("Next SpO₂ recheck 10:38", "One good value asks for a second"),
    ),
    step(clock(10, 34), "Ana closes the call: treated", (clinic) => clinic.close("oxygen-low"), calls()),
    step(clock(10, 38), "A look: 98 on 2 L/min", onOxygen(98), chair("OK · next BP 10:40")),
    step(
      clock(10, 41),
      "The pump is empty; a set",
      all(pumpEnds, set({ dissociation: 3, sedation: 5, spo2: 98 })),
      chair("OK · next sedation recheck 10:46", "On oxygen somebody looks every five minutes"),
    ),
    step(
      clock(10, 45),
      "Oxygen off; a look on air: 97",
      all(does("oxygen-off"), onOxygen(97, false)),
      chair("OK · next BP 10:56", "Off oxygen the close looks end"),
    ),
    step(
      clock(10, 56),
      "A good set on air, eleven minutes after the oxygen",
      set({ dissociation: 1, spo2: 97 }),
      open(
        "Minimum stay (not met)",
        "SpO₂ on air (not met)",
        "Knows name, place and day (unknown)",
        "Stands and walks as on arrival (unknown)",
        "Ride here (unknown)",
      ),
      leaving(
        "NOT YET · 5 left: time, BP and SpO₂, awake and oriented and 2 more · Earliest 11:11 by rule",
        "A good value on air counts from 15 minutes after it",
      ),
    ),
    step(
      clock(11, 11),
      "A second good set on air, the exit checks",
      setAndExit({ spo2: 97 }),
      leaving("CHECKS MET · sign fit to leave"),
    ),
    waits(clock(11, 12), "Nothing else is asked for", calls()),
    step(
      clock(11, 20),
      "Signature, ride, and the last steps at the desk",
      all(signs, rideIsHere, atTheDesk, leaves),
      left("Discharged", "No driving until Tue 24 Nov, 12:00"),
      sounds("SpO₂ low (high)"),
    ),
  ],
};
