import { HOUR } from "#shared/base/time.ts";
import { adviceCommand } from "#client/chair/adviceModel.ts";
import { assert } from "#shared/base/assert.ts";
import {
  all,
  bp,
  checkIn,
  closes,
  exit,
  look,
  prepare,
  pumpEnds,
  pumpStarts,
  ride,
  set,
  signs,
  takes,
  CALM,
  observed,
  type Act,
} from "./acts.ts";
import { clock, person, sessionId } from "./day.ts";
import { attention, card, desk, hands, kept, left, log, next, type Screen } from "./screens.ts";
import { meanwhile, nothing, says, step, wall, type Step } from "./step.ts";

const leavesNow: Act = (day) => {
  const told = adviceCommand(
    sessionId(4),
    {
      lastValues: "refused",
      risksToldBy: person("ben"),
      ride: "rideshare-adult-home",
      keys: "no-car",
      prescriberTold: "yes",
      followUp: "tomorrow",
      reason: { code: "wants-to-leave" },
    },
    { at: day.now() },
  );
  assert(told !== undefined, "the form is not complete");
  assert(told.followUpAt === day.now() + 24 * HOUR, "tomorrow is a day later");
  day.run("ben", told);
};

/** What Ana's tablet says of the one entry that it keeps. */
const anasTablet: Screen = { name: "Ana's tablet, under the sheet", read: () => kept(1) };
const bensTablet: Screen = { name: "Ben's tablet, under the sheet", read: () => kept(1) };

/** A panic passes, a pressure does not at once, one leaves, a tablet dies, and the network goes. */
export const MIDDLE: readonly Step[] = [
  step(
    "9:34",
    "B.L. is calmer: distress 3. Ben closes the call",
    all(set("ben", 2, { distress: 3, dissociation: 5, sedation: 4 }), closes("ben", 2)),
    says(
      card(2),
      "Dose given · T+24 min / BEN IS WITH PATIENT · until 09:39 / Effects usually ease 09:55-10:10 / NOT YET · 6 left: time, BP and SpO₂, awake and oriented and 3 more · Earliest 10:40 by rule",
    ),
    says(attention, "Chair 1: Next BP 09:35"),
  ),
  meanwhile("9:35", set("ana", 1, { dissociation: 6, sedation: 4 })),
  meanwhile("9:38", set("ben", 4, { dissociation: 6 })),
  meanwhile("9:39", look("ana", 3, { sedation: 4, seen: "resting-breathing" })),
  meanwhile("9:40", set("ben", 2, { dissociation: 3, distress: 1 })),
  meanwhile("9:42", checkIn("ben", 5, "iv", 4)),
  step(
    "9:45",
    "The pump of A.K. is empty; a set",
    all(pumpEnds("ana", 1), set("ana", 1, { dissociation: 3 })),
    says(
      card(1),
      "Recovering · T+40 min / OK · next BP 10:00 / Effects usually ease 10:00-10:15 / NOT YET · 6 left: time, BP and SpO₂, awake and oriented and 3 more · Earliest 10:15 by rule",
    ),
    says(next(1), "Record set"),
  ),
  meanwhile("9:46", prepare("ben", 5)),
  meanwhile("9:48", all(pumpEnds("ben", 4), set("ben", 4, { dissociation: 5, sedation: 4 }))),
  meanwhile("9:49", look("ana", 3, { sedation: 4, seen: "resting-breathing" })),
  meanwhile("9:50", ride(1, "arranged")),
  meanwhile("9:52", set("ben", 5)),
  step(
    "9:55",
    "The pump starts at chair 5 (E.O., IV): five chairs are busy",
    all(pumpStarts("ben", 5), set("ben", 2, { dissociation: 1 })),
    says(
      card(2),
      "Recovering · T+45 min / OK · next BP 10:10 / Effects gone 09:55 (Ben) / NOT YET · 4 left: time, awake and oriented, walk and 1 more · Earliest 10:40 by rule",
    ),
    says(
      hands,
      "09:59 Chair 3 · BP · Ana has two at once: chairs 1 and 3 / 10:00 Chair 1 · BP · Ana has two at once: chairs 1 and 3 / 10:03 Chair 4 · BP · Ben / 10:05 Chair 5 · BP · Ben",
    ),
  ),
  step(
    "9:59",
    "Forty minutes after the first device, C.M. has 184/98",
    set("ana", 3, { sbp: 184, dbp: 98, dissociation: 4 }),
    says(
      card(3),
      "Dose given · T+40 min / CHECK NOW · BP 184/98 / Next BP recheck 10:04 / NOT YET · 6 left · Earliest 11:19 by rule",
    ),
    says(attention, "Chair 3: CHECK NOW · BP 184/98 / Chair 1: Next BP 10:00"),
  ),
  meanwhile("10:00", set("ana", 1, { dissociation: 1 })),
  meanwhile("10:03", set("ben", 4, { dissociation: 3 })),
  step(
    "10:04",
    "The recheck: 190/104",
    bp("ana", 3, 190, 104),
    says(
      card(3),
      "Recovering · T+45 min / CHECK NOW · BP 190/104 / Next BP recheck 10:09 / NOT YET · 7 left · Earliest 11:19 by rule",
    ),
    says(next(3), "Record set"),
  ),
  step(
    "10:05",
    "At chair 5 Ben enters the set of 10:05 (SpO₂ 91); his tablet has no network there and keeps it. At chair 3 a minute has passed",
    nothing,
    says(bensTablet, "Saved here, not sent (1)"),
    says(attention, "Chair 3: CHECK NOW · BP 190/104 · asked: clinician / Chair 5: BP DUE"),
  ),
  step(
    "10:06",
    "Dr. Rey takes the call of C.M. Ben's tablet goes flat, with the entry in it",
    takes("rey", 3),
    says(
      card(3),
      "Recovering · T+47 min / CHECK NOW · BP 190/104 · Dr. Rey has it / Next BP recheck 10:09 / Effects usually ease 10:19-10:34 / NOT YET · 7 left: time, BP and SpO₂, awake and oriented and 4 more · Earliest 11:19 by rule",
    ),
    says(card(5), "Dosing · T+11 min / BP DUE / Effects usually ease 10:50-11:05 / Earliest 11:05 by rule"),
  ),
  step(
    "10:07",
    "D.N. will not stay, 19 minutes after the pump: Ben records it, seven taps",
    leavesNow,
    says(card(4), "Free"),
    says(left, "Left against advice 10:07 · No driving until Wed 25 Nov, 11:00"),
  ),
  meanwhile("10:09", bp("ana", 3, 172, 96)),
  meanwhile("10:10", set("ben", 2)),
  step(
    "10:13",
    "Nobody has heard of a set at chair 5 since the pump started",
    nothing,
    says(card(5), "Dosing · T+18 min / BP 8 MIN LATE / Earliest 11:05 by rule"),
    says(
      attention,
      "Chair 3: CHECK NOW · BP 172/96 · was 190/104 / Chair 5: BP 8 MIN LATE / Chair 3: Next BP recheck 10:14 / Chair 1: Next BP 10:15",
    ),
  ),
  step(
    "10:14",
    "Ben, at the wired station, enters a new set for E.O.; Ana has 150/88 for C.M.",
    all(set("ben", 5, { dissociation: 4 }), bp("ana", 3, 150, 88)),
    says(card(5), "Dosing · T+19 min / OK · next BP 10:25 / Effects usually ease 10:50-11:05 / Earliest 11:05 by rule"),
    says(
      card(3),
      "Recovering · T+55 min / SETTLED · BP 150/88 · was 190/104 · Dr. Rey has it / Next BP 10:19 / Effects usually ease 10:19-10:34 / NOT YET · 7 left: time, BP and SpO₂, awake and oriented and 4 more · Earliest 11:19 by rule",
    ),
  ),
  step(
    "10:15",
    "Dr. Rey closes the call. A.K. has a second good set and walks as on arrival; Ana signs",
    all(closes("rey", 3), set("ana", 1), exit("ana", 1), signs("ana", 1)),
    says(
      card(3),
      "Recovering · T+56 min / OK · next BP 10:19 / Effects usually ease 10:19-10:34 / NOT YET · 6 left: time, BP and SpO₂, awake and oriented and 3 more · Earliest 11:19 by rule",
    ),
    says(
      card(1),
      "Waiting for ride · T+70 min / OK · next look-in 10:45 / Effects gone 10:00 (Ana) / FIT TO LEAVE · NO RIDE YET",
    ),
    says(desk(1), "10:15 earliest by rule / desk: ride, belongings and IV line, no-driving reminder, hand-out"),
  ),
  step(
    "10:16:12",
    "The wireless network is gone: the wall and Ana's tablet are cut off, the wired station is not",
    nothing,
    says(wall, "NOT LIVE since 10:16 · go and look / Last update 12 s ago. The server does not answer.", false),
    says(
      card(1),
      "Waiting for ride · T+71 min / Unknown · next look-in 10:45 / Effects gone 10:00 (Ana) / UNKNOWN · check the patient",
      false,
    ),
    says(attention, "Unknown while this screen is not live: go and look", false),
  ),
  step(
    "10:18",
    "Two minutes later",
    nothing,
    says(
      wall,
      "LOST since 10:16 · go and look / Look at the chairside monitor. Use the paper form. Last update 2 min ago. The server does not answer.",
      false,
    ),
  ),
  step(
    "10:19",
    "Ana takes the set of C.M. all the same: 166/94. Her tablet keeps it",
    nothing,
    says(anasTablet, "Saved here, not sent (1)"),
    says(
      card(3),
      "Recovering · T+60 min / BP DUE / Effects usually ease 10:19-10:34 / NOT YET · 6 left: time, BP and SpO₂, awake and oriented and 3 more · Earliest 11:19 by rule",
    ),
  ),
  step(
    "10:22",
    "Ben takes a set of C.M. from the station: 148/90",
    set("ben", 3, { sbp: 148, dbp: 90, dissociation: 2 }),
    says(
      card(3),
      "Recovering · T+63 min / OK · next BP 10:49 / Effects usually ease 10:19-10:34 / NOT YET · 6 left: time, BP and SpO₂, awake and oriented and 3 more · Earliest 11:19 by rule",
    ),
  ),
  meanwhile("10:25", all(set("ben", 5, { dissociation: 5 }), set("ben", 2))),
  step(
    "10:26",
    "The network is back, and Ana's entry of 10:19 arrives: it rings nothing, because a newer one is known",
    observed("ana", 3, { ...CALM, sbp: 166, dbp: 94, dissociation: 3 }, "full", clock("10:19")),
    says(wall, "Back, 5 new entries"),
    says(
      card(3),
      "Recovering · T+67 min / OK · next BP 10:49 / Effects usually ease 10:19-10:34 / NOT YET · 6 left: time, BP and SpO₂, awake and oriented and 3 more · Earliest 11:19 by rule",
    ),
    says(
      log(3, /late/i),
      "10:26 Found late: BP high / 10:19 BP 166/94 · HR 70 · SpO₂ 98 % · RR 14 · Awake · Dissociation 3 · Distress 0 · late entry",
    ),
  ),
];
