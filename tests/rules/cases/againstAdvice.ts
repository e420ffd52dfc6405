import { adviceCommand, EMPTY_ADVICE, type AdviceDraft } from "#client/chair/adviceModel.ts";
import { assert } from "#shared/base/assert.ts";
import { PersonId } from "#shared/base/ids.ts";
import { all, prepared, pumpEnds, pumpStarts, set } from "./acts.ts";
import { clock, leftAs, meanwhile, step, waits, type WorkedCase } from "./caseKit.ts";
import { calls, fact, leaving, left, sounds } from "./thens.ts";
import type { Scenario } from "#tests/rules/scenario.ts";

/** One tap each. */
const TAPS: AdviceDraft = {
  ...EMPTY_ADVICE,
  lastValues: "refused",
  risksToldBy: PersonId.parse("nurse-0001"),
  ride: "none",
  keys: "no-car",
  prescriberTold: "yes",
  followUp: "tomorrow",
  reason: { code: "wants-to-leave" },
};

const command = (clinic: Scenario, draft: AdviceDraft = TAPS) =>
  adviceCommand(clinic.session().id, draft, { at: clinic.now() });

const ends = (clinic: Scenario) => {
  const told = command(clinic);
  assert(told !== undefined, "the form is not complete");
  return clinic.submit("nurse", told);
};

export const againstAdvice: WorkedCase = {
  id: "WC12",
  title: "left against advice in under 30 s",
  given: "An infusion of 35 mg from 10:00 to 10:40. At 10:50 the patient pulls on a jacket and will not stay.",
  t0: 0,
  setUp: () => prepared(),
  steps: [
    ...meanwhile([clock(10)], pumpStarts),
    ...meanwhile([clock(10, 10), clock(10, 20), clock(10, 30)], set({ dissociation: 5 })),
    step(
      clock(10, 40),
      "The pump from 10:00 to 10:40, with quiet sets",
      all(pumpEnds, set({ dissociation: 4 })),
      calls(),
    ),
    waits(
      clock(10, 50),
      "The patient stands up; Ana says what the risks are, and opens the form",
      leaving(
        "NOT YET · 6 left: time, BP and SpO₂, awake and oriented and 3 more · Earliest 11:10 by rule",
        "Nobody can be kept, fit or not",
      ),
      fact("An empty form is no end", (clinic) => command(clinic, EMPTY_ADVICE), undefined),
      fact("Seven taps complete it, and nothing has to be typed", () => Object.keys(TAPS).length, 7),
    ),
    step(
      clock(10, 50) + 28 / 60,
      "28 seconds later it is saved, as one command: last values refused, risks told by Ana, no ride, no car, prescriber told, a call tomorrow, wants to leave",
      ends,
      left("Left against advice", "No driving until Tue 24 Nov, 11:00"),
      fact("It is never called discharged", (clinic) => leftAs(clinic).outcome, "left-against-advice"),
      fact("It was one entry", (clinic) => clinic.log().filter(({ type }) => type === "left-against-advice").length, 1),
      fact("No call is left behind", (clinic) => clinic.calls(), []),
      sounds(),
    ),
  ],
};
