import { all, bp, checkIn, device, injects, look, onSite, prepare, pumpStarts, set, stays } from "./acts.ts";
import type { Act } from "./acts.ts";
import { sessionId } from "./day.ts";
import { attention, card, hands, next } from "./screens.ts";
import { meanwhile, nothing, says, step, type Step } from "./step.ts";

const clears: Act = (day) =>
  day.run("rey", { type: "give-clearance", sessionId: sessionId(3), why: { code: "pressure-held" } });

/** Four patients come; one of them with a pressure that holds the spray. */
export const OPENING: readonly Step[] = [
  step(
    "8:50",
    "Ana checks A.K. in at chair 1 (IV, 2 of 6)",
    all(onSite, checkIn("ana", 1, "iv", 2)),
    says(card(1), "Getting ready / 8 left before the dose"),
    says(next(1), "Complete preparation · 8 open"),
  ),
  meanwhile("8:52", checkIn("ben", 4, "iv", 1)),
  meanwhile("8:55", checkIn("ben", 2, "im", 3)),
  meanwhile("9:00", prepare("ana", 1)),
  meanwhile("9:02", set("ana", 1)),
  meanwhile("9:03", all(prepare("ben", 4), prepare("ben", 2))),
  step(
    "9:04",
    "Ben has prepared D.N. at chair 4 (IV, first treatment): the baseline set is left, and so is a clinician's look",
    nothing,
    says(card(4), "Getting ready / 2 left before the dose"),
  ),
  meanwhile("9:04:30", (day) =>
    day.run("rey", { type: "give-clearance", sessionId: sessionId(4), why: { code: "first-treatment" } }),
  ),
  step(
    "9:05",
    "The pump starts at chair 1: 35 mg over 40 minutes. Three minutes later it starts at chair 4, too",
    all(pumpStarts("ana", 1), set("ben", 4)),
    says(card(1), "Dosing · T+0 min / OK · next BP 09:15 / Effects usually ease 10:00-10:15 / Earliest 10:15 by rule"),
  ),
  meanwhile("9:06", all(checkIn("ana", 3, "nasal", 5), prepare("ana", 3))),
  step(
    "9:07",
    "C.M. at chair 3 (nasal, 56 mg) has a baseline of 148/92, above the 140/90 of the spray",
    all(set("ana", 3, { sbp: 148, dbp: 92 }), set("ben", 2)),
    says(card(3), "Getting ready / HOLD · BP 148/92 · recheck 09:12"),
    says(attention, "Chair 3: HOLD · BP 148/92 · recheck 09:12"),
    says(next(3), "Record BP recheck"),
  ),
  meanwhile("9:08", pumpStarts("ben", 4)),
  step(
    "9:10",
    "Ben gives B.L. the injection at chair 2, 50 mg",
    injects("ben", 2),
    says(
      card(2),
      "Dose given · T+0 min / OK · next BP 09:15 / Effects usually ease 09:55-10:10 / NOT YET · 6 left: time, BP and SpO₂, awake and oriented and 3 more · Earliest 10:40 by rule",
    ),
  ),
  meanwhile("9:12", bp("ana", 3, 146, 90)),
  meanwhile("9:15", all(set("ana", 1, { dissociation: 2 }), set("ben", 2, { dissociation: 2 }))),
  meanwhile("9:17", bp("ana", 3, 144, 88)),
  step(
    "9:18",
    "C.M. had 146/90 at 9:12 and 144/88 at 9:17: the two rechecks are done, and it is a clinician's decision. Dr. Rey clears it",
    all(clears, set("ben", 4, { dissociation: 3 })),
    says(next(3), "Device 1 of 2 given"),
    says(card(3), "Getting ready / Ready to start"),
  ),
  step(
    "9:19",
    "The first device at chair 3",
    device("ana", 3),
    says(
      card(3),
      "Dosing · T+0 min / OK · next sedation check 09:29 / Effects usually ease 10:19-10:34 / Earliest 11:19 by rule",
    ),
    says(next(3), "Next device in 5:00"),
  ),
  meanwhile("9:20", set("ben", 2, { dissociation: 5 })),
  meanwhile("9:24", device("ana", 3)),
  meanwhile("9:25", all(set("ana", 1, { dissociation: 5 }), set("ben", 2, { dissociation: 6 }))),
  step(
    "9:28",
    "C.M. has had the second device at 9:24. B.L. sits up and screams: distress 8, dissociation 8",
    set("ben", 2, { distress: 8, dissociation: 8, hr: 104 }),
    says(
      card(2),
      "Dose given · T+18 min / CHECK NOW · distress 8 / Next BP 09:40 / NOT YET · 7 left · Earliest 10:40 by rule",
    ),
    says(attention, "Chair 2: CHECK NOW · distress 8 / Chair 4: BP DUE / Chair 3: Next sedation check 09:29"),
  ),
  step(
    "9:29",
    'Ben taps "I\'m with the patient"',
    stays("ben", 2),
    says(
      card(2),
      "Dose given · T+19 min / CHECK NOW · distress 8 · Ben Cole has it / BEN IS WITH PATIENT · until 09:39 / Effects usually ease 09:55-10:10 / NOT YET · 7 left: time, BP and SpO₂, awake and oriented and 4 more · Earliest 10:40 by rule",
    ),
    says(
      hands,
      "now Chair 4 · BP · Ben is with the patient at Chair 2: a colleague, please / now Chair 3 · Sedation check · Ana / 09:35 Chair 1 · BP · Ana",
    ),
  ),
  step(
    "9:31",
    "Ana goes to Ben's D.N. with a set, then looks in on her own C.M.",
    all(set("ana", 4, { dissociation: 5 }), look("ana", 3, { sedation: 5 })),
    says(
      hands,
      "09:35 Chair 1 · BP · Ana / 09:38 Chair 4 · BP · Ben is with the patient at Chair 2: a colleague, please / 09:39 Chair 3 · Sedation check · Ana / 09:40 Chair 2 · BP · Ben",
    ),
  ),
];
