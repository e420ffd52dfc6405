import {
  all,
  asksForCover,
  exit,
  handsBack,
  leaves,
  look,
  observed,
  pumpEnds,
  ride,
  rings,
  set,
  signs,
  takesCover,
  CALM,
  type Act,
} from "./acts.ts";
import { clock, sessionId } from "./day.ts";
import { attention, card, cover, desk, hands, left, log, mine, next } from "./screens.ts";
import { meanwhile, says, step, type Step } from "./step.ts";

const confirms: Act = (day) =>
  day.run("rey", { type: "countersign-fit-to-leave", sessionId: sessionId(3), seenSeq: day.clinic().seq });

/** A break, an escort who does not come, four ways home, and what the flat tablet had kept. */
export const CLOSING: readonly Step[] = [
  step(
    "10:30",
    "Ana wants her break and asks Ben to cover until 10:50",
    asksForCover(clock("10:50")),
    says(cover("ana"), "Ben is asked to cover my chairs until 10:50. Nothing has moved."),
    says(cover("ben"), "Ana asks me to cover until 10:50"),
    says(mine("ana"), "Chair 1, Chair 3"),
  ),
  step(
    "10:31",
    "Ben reads one summary a chair and takes over",
    takesCover,
    says(cover("ana"), "Ben covers my chairs until 10:50"),
    says(mine("ben"), "Chair 1, Chair 2, Chair 3, Chair 5"),
    says(hands, "10:35 Chair 5 · BP · Ben / 10:35 Chair 5 · Pump ends · Ben / 10:40 Chair 2 · BP · Ben"),
  ),
  meanwhile("10:33", rings(1, "escort", "no-answer")),
  meanwhile("10:35", all(pumpEnds("ben", 5), set("ben", 5, { dissociation: 3 }))),
  step(
    "10:36",
    "The escort of A.K. has not come. The desk rang her up at 10:33, and now the second contact, who says: coming",
    rings(1, "second-contact", "coming"),
    says(
      card(1),
      "Waiting for ride · T+91 min / OK · next look-in 10:45 / Effects gone 10:00 (Ana) / FIT TO LEAVE · NO RIDE YET",
    ),
    says(desk(1), "10:15 earliest by rule / desk: ride, belongings and IV line, no-driving reminder, hand-out"),
    says(log(1, /called/i), "10:36 Second contact called: is coming / 10:33 Ride called: no answer"),
  ),
  step(
    "10:40",
    "B.L., 90 minutes after the injection: a good set, walks as on arrival; Ben signs, the ride is here",
    all(set("ben", 2), exit("ben", 2), signs("ben", 2), ride(2, "here")),
    says(
      card(2),
      "Leaving · T+90 min / OK · next look-in 11:10 / Effects gone 09:55 (Ben) / READY · checks met, ride here",
    ),
    says(attention, "Chair 3: Unknown since 10:34: look in / Chair 2: READY · checks met, ride here"),
  ),
  step(
    "10:43",
    "B.L. goes home",
    leaves(2),
    says(left, "Discharged 10:43 · No driving until Wed 25 Nov, 11:00"),
    says(card(2), "Free"),
  ),
  step(
    "10:45",
    "Ben looks in on A.K., who waits",
    look("ben", 1),
    says(
      card(1),
      "Waiting for ride · T+100 min / OK · next look-in 11:15 / Effects gone 10:00 (Ana) / FIT TO LEAVE · NO RIDE YET",
    ),
  ),
  step(
    "10:48",
    "Ana is back and takes her chairs again",
    handsBack,
    says(cover("ana"), "(no line)"),
    says(mine("ana"), "Chair 1, Chair 3"),
    says(mine("ben"), "Chair 5"),
  ),
  step(
    "10:49",
    "C.M., 90 minutes after the first device: a good set, walks as on arrival",
    all(set("ana", 3, { sbp: 142, dbp: 86 }), exit("ana", 3)),
    says(
      card(3),
      "Recovering · T+90 min / OK · next BP 11:19 / Effects gone 10:49 (Ana) / NOT YET · 2 left: time, ride · Earliest 11:19 by rule",
    ),
    says(
      desk(3),
      "11:19 earliest by rule / clock: minimum stay / desk: ride, belongings, no-driving reminder, hand-out",
    ),
  ),
  meanwhile("10:50", set("ben", 5)),
  step(
    "11:05",
    "E.O. has a second good set and walks as on arrival; Ben signs. The ride of A.K. is in the building",
    all(set("ben", 5), exit("ben", 5), signs("ben", 5), ride(5, "here"), ride(1, "here")),
    says(
      card(1),
      "Leaving · T+120 min / OK · next look-in 11:15 / Effects gone 10:00 (Ana) / READY · checks met, ride here",
    ),
    says(
      card(5),
      "Leaving · T+70 min / OK · next look-in 11:35 / Effects gone 10:50 (Ben) / READY · checks met, ride here",
    ),
    says(attention, "Chair 1: READY · checks met, ride here / Chair 5: READY · checks met, ride here"),
  ),
  meanwhile("11:08", leaves(1)),
  step(
    "11:10",
    "E.O. goes home; A.K. did so at 11:08, 53 minutes after the signature",
    leaves(5),
    says(left, "Discharged 11:10 · No driving until Wed 25 Nov, 12:00"),
  ),
  step(
    "11:19",
    "C.M., two hours after the first device: a last set, and Ana signs",
    all(set("ana", 3, { sbp: 140, dbp: 84 }), signs("ana", 3)),
    says(
      card(3),
      "Waiting for ride · T+120 min / OK · next look-in 11:49 / Effects gone 10:49 (Ana) / CHECKS MET · clinician confirms",
    ),
    says(
      desk(3),
      "11:19 earliest by rule / clinician: clinician's confirmation / desk: ride, belongings, no-driving reminder, hand-out",
    ),
    says(next(3), "Review for leaving"),
  ),
  step(
    "11:21",
    "Dr. Rey confirms, and the ride is here",
    all(confirms, ride(3, "here")),
    says(
      card(3),
      "Leaving · T+122 min / OK · next look-in 11:49 / Effects gone 10:49 (Ana) / READY · checks met, ride here",
    ),
  ),
  step(
    "11:25",
    "C.M. goes home",
    leaves(3),
    says(left, "Discharged 11:25 · Driving only tomorrow, Wed 25 Nov, after a full night's sleep"),
    says(attention, "Nobody needs a person now"),
  ),
  step(
    "13:30",
    "Ben's tablet is charged: the set of 10:05 for E.O. comes in, three hours and 25 minutes late",
    observed("ben", 5, { ...CALM, spo2: 91, rr: 12, sedation: 4, dissociation: 4 }, "full", clock("10:05")),
    says(attention, "Nobody needs a person now"),
    says(card(5), "Free"),
    says(
      log(5, /late/i),
      "13:30 Found late: SpO₂ low / 10:05 BP 122/76 · HR 70 · SpO₂ 91 % · RR 12 · Drowsy · Dissociation 4 · Distress 0 · late entry",
    ),
  ),
];
