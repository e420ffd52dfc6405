import type { Scenario, Wish } from "#tests/rules/scenario.ts";
import { atTheDesk, leaves, prepared, pumpEnds, pumpStarts, rideIsHere, setAndExit, set, signs, all } from "./acts.ts";
import { clock, refused, meanwhile, step, waits, type Step, type WorkedCase } from "./caseKit.ts";
import { answers, calls, chair, fact, leaving, left, phase, sounds } from "./thens.ts";
import { rideWords } from "#client/discharge/rideWords.ts";
import { clockTime } from "#shared/base/time.ts";

const rang =
  (to: "escort" | "second-contact", answer: "no-answer" | "coming"): Step["act"] =>
  (clinic) =>
    clinic.submit("desk", { type: "record-ride-call", to, answer });
const completes = (clinic: Scenario): Wish => ({ type: "complete-discharge", seenSeq: clinic.clinic().seq });
const callLog = (clinic: Scenario) =>
  clinic
    .session()
    .rideCalls.map(({ at, to, answer }) =>
      rideWords.waiting.line(
        clockTime(at, clinic.session().zone),
        rideWords.waiting.tos[to],
        rideWords.waiting.answers[answer].toLowerCase(),
        "Kim Ott",
      ),
    );

export const escortMissing: WorkedCase = {
  id: "WC10",
  title: "escort missing and found",
  given:
    "An uneventful infusion from 10:00 to 10:40. The sister who was to come at 11:00 has not come; a neighbour is the second contact.",
  t0: 0,
  setUp: () => prepared(),
  steps: [
    ...meanwhile([clock(10)], pumpStarts),
    ...meanwhile([clock(10, 10), clock(10, 20), clock(10, 30)], set({ dissociation: 4 })),
    ...meanwhile([clock(10, 40)], all(pumpEnds, set({ dissociation: 3 }))),
    step(
      clock(10, 55),
      "The pump from 10:00 to 10:40; the first good set at 10:55. The ride is arranged",
      all((clinic) => clinic.ride("arranged"), set()),
    ),
    step(
      clock(11, 10),
      "A second good set, the exit checks, and Ana's signature",
      all(setAndExit(), signs),
      leaving("FIT TO LEAVE · NO RIDE YET"),
      phase("Waiting for ride · T+70 min", "That is a state of its own, and the phase is"),
      chair("OK · next look-in 11:40", "No more sets; a look-in every half hour"),
    ),
    step(clock(11, 15), "The desk rings the sister: no answer", rang("escort", "no-answer")),
    refused(
      clock(11, 18),
      "In a hurry somebody would complete the discharge all the same",
      ["desk", completes],
      "ride-not-here",
      answers("desk", completes, "The ride is not here yet."),
    ),
    step(
      clock(11, 25),
      "The desk rings the neighbour: coming, an hour at most",
      rang("second-contact", "coming"),
      fact(
        "The log of calls: `11:15 · Escort: no answer · Kim Ott`, `11:25 · Second contact: coming · Kim Ott`",
        callLog,
        ["11:15 · Escort: no answer · Kim Ott", "11:25 · Second contact: coming · Kim Ott"],
      ),
    ),
    waits(
      clock(11, 39),
      "A minute before the look-in",
      leaving("FIT TO LEAVE · NO RIDE YET"),
      chair("OK · next look-in 11:40"),
    ),
    step(
      clock(11, 40),
      "Ana looks in: awake, comfortable",
      (clinic) => clinic.lookIn("awake-comfortable"),
      chair("OK · next look-in 12:10"),
      leaving("FIT TO LEAVE · NO RIDE YET", "It keeps the signature alive for another half hour"),
    ),
    step(
      clock(12, 5),
      "The neighbour is in the building",
      rideIsHere,
      leaving("READY · checks met, ride here"),
      phase("Leaving · T+125 min"),
      calls(),
    ),
    step(
      clock(12, 8),
      "The last steps at the desk",
      all(atTheDesk, leaves),
      left("Discharged", "No driving until Tue 24 Nov, 13:00"),
      sounds(),
    ),
  ],
};
