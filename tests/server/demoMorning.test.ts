import { describe, expect, test } from "vitest";
import { HOUR, MINUTE } from "#shared/base/time.ts";
import { isFrom65, PATIENTS } from "#server/demo/cast.ts";
import { PARTS } from "#server/demo/morning.ts";
import type { Part } from "#server/demo/scene.ts";
import { CUFF_ARTEFACT } from "#server/demo/scenes/cuffArtefact.ts";
import { LATE_ESCORT } from "#server/demo/scenes/lateEscort.ts";
import { PANIC } from "#server/demo/scenes/panic.ts";
import { QUIET } from "#server/demo/scenes/quiet.ts";
import { SEVERE_PRESSURE } from "#server/demo/scenes/severePressure.ts";
import { SLOW_RECOVERY } from "#server/demo/scenes/slowRecovery.ts";
import { ofType, playMorning, type Happened, type Played } from "./playedMorning.ts";
import { id } from "./pureClinic.ts";

const BEGINS = Date.UTC(2026, 10, 25, 13, 0);
const whole = playMorning(BEGINS);

/** What happened to one of the patients, in minutes from the first dose. */
const storyOf = ({ patient, startsAt }: Part, { events }: Played = whole): readonly Happened[] => {
  const sessionId = ofType(events, "checked-in").find(
    ({ patientId }) => patientId === id(`patient${patient}`),
  )?.sessionId;
  return events
    .filter(({ event }) => "sessionId" in event && event.sessionId === sessionId)
    .map((one) => ({ ...one, minute: one.minute - startsAt }));
};

/** "35 pressure-high high again" for each call that was raised or made worse. */
const callsOf = (part: Part): readonly string[] => {
  const rules = new Map<string, string>();
  return storyOf(part).flatMap(({ minute, event }) => {
    if (event.type === "alarm-raised") rules.set(event.alarmId, event.rule);
    if (event.type === "alarm-raised") return [`${minute} ${event.rule} ${event.priority}`];
    return event.type === "alarm-worsened" ? [`${minute} ${rules.get(event.alarmId)} ${event.priority} again`] : [];
  });
};

const minutesOf = (part: Part, type: Happened["event"]["type"]): readonly number[] =>
  storyOf(part).flatMap(({ minute, event }) => (event.type === type ? [minute] : []));

describe("[DM1] the morning goes through the rules", () => {
  test("[DM1] nothing is refused, whatever its hour", () => {
    expect(whole.refused).toEqual([]);
    for (const minutes of [7, 23, 41]) expect(playMorning(BEGINS + minutes * MINUTE).refused).toEqual([]);
  });

  test("[DM1] all six go home discharged, nobody is left and no call is open", () => {
    expect(Object.values(whole.clinic.closed).map(({ outcome }) => outcome)).toEqual(PARTS.map(() => "discharged"));
    expect(whole.clinic.sessions).toEqual({});
    expect(whole.clinic.alarms).toEqual({});
  });

  test("[DM1] nothing was out of order about a dose, and no controlled drug is missing", () => {
    const flagged = whole.events.flatMap(({ event }) => ("flags" in event ? event.flags : []));
    expect(flagged).toEqual([]);
    expect(ofType(whole.events, "waste-witnessed")).toHaveLength(ofType(whole.events, "drug-counted").length);
  });

  test("[DM1] no check waits so long that time alone would call", () => {
    expect(ofType(whole.events, "alarm-raised").filter(({ rule }) => rule === "check-overdue")).toEqual([]);
  });

  test("[DM1] a smaller room plays its part of it", () => {
    const { refused, clinic } = playMorning(BEGINS, { patients: 3, chairs: 4 });
    expect(refused).toEqual([]);
    expect(Object.keys(clinic.closed)).toHaveLength(3);
  });
});

test("[DM2] each run is the same morning", () => {
  const told = ({ events }: Played) =>
    events.map(({ minute, who, event }) => [
      minute,
      who,
      event.type,
      event.type === "observation-recorded" ? event.entered.values : "",
    ]);
  expect(told(playMorning(BEGINS))).toEqual(told(whole));
});

describe("[DM3] each patient's morning is the one that was meant", () => {
  test("[DM3] a quiet infusion makes no sound, and is out after an hour and a half", () => {
    expect(callsOf(QUIET)).toEqual(["70 still-affected low"]);
    expect(minutesOf(QUIET, "discharged")).toEqual([90]);
  });

  test("[DM3] a severe pressure: a warning, the recheck that makes it high, the clinician at the chair, the pump stopped early", () => {
    expect(callsOf(SEVERE_PRESSURE)).toEqual([
      "20 pressure-high medium",
      "35 pressure-high high again",
      "66 still-affected low",
    ]);
    const taken = storyOf(SEVERE_PRESSURE).find(({ minute, event }) => minute > 35 && event.type === "alarm-accepted");
    expect(taken?.who).toBe("dana");
    expect(ofType(storyOf(SEVERE_PRESSURE), "infusion-ended")).toMatchObject([{ reason: { code: "high-pressure" } }]);
    expect(minutesOf(SEVERE_PRESSURE, "discharged")).toEqual([104]);
  });

  test("[DM3] a panic: the nurse stays with the patient, the pump rests a quarter of an hour, and the infusion is finished", () => {
    expect(callsOf(PANIC)[0]).toBe("20 distress high");
    expect(minutesOf(PANIC, "stayed-with-patient")).toEqual([20.5]);
    expect([...minutesOf(PANIC, "infusion-paused"), ...minutesOf(PANIC, "infusion-resumed")]).toEqual([21, 37]);
    expect(ofType(storyOf(PANIC), "infusion-ended")).toMatchObject([{ reason: { code: "complete" } }]);
  });

  test("[DM3] a cuff artefact: asked about, entered, taken again, struck out, and the call closed as one", () => {
    expect(callsOf(CUFF_ARTEFACT)).toEqual(["20 pressure-high high", "86 still-affected low"]);
    const [struck] = ofType(storyOf(CUFF_ARTEFACT), "observation-struck");
    const wrong = ofType(storyOf(CUFF_ARTEFACT), "observation-recorded").find(
      ({ observationId }) => observationId === struck?.observationId,
    );
    expect(wrong?.entered).toMatchObject({ values: { sbp: 240, dbp: 180 }, confirmed: ["sbp", "dbp"] });
    expect(ofType(storyOf(CUFF_ARTEFACT), "alarm-cleared")[0]?.outcome).toEqual({ code: "artefact" });
    expect(ofType(storyOf(CUFF_ARTEFACT), "injection-given")).toHaveLength(2);
  });

  test("[DM3] an escort who does not come: fit, rung up twice, looked in on, and out an hour later than could be", () => {
    expect(callsOf(LATE_ESCORT)).toEqual([]);
    expect(ofType(storyOf(LATE_ESCORT), "ride-called").map(({ answer }) => answer)).toEqual(["no-answer", "coming"]);
    expect(minutesOf(LATE_ESCORT, "fit-to-leave-confirmed")).toEqual([122]);
    expect(minutesOf(LATE_ESCORT, "fit-to-leave-voided")).toEqual([]);
    expect(minutesOf(LATE_ESCORT, "discharged")).toEqual([157]);
  });

  test("[DM3] a slow recovery: told without a sound, and nobody leaves before it is over", () => {
    expect(callsOf(SLOW_RECOVERY)).toEqual(["80 still-affected low", "120 not-back low"]);
    expect(minutesOf(SLOW_RECOVERY, "discharged")).toEqual([174]);
    expect(ofType(storyOf(SLOW_RECOVERY), "device-given")).toHaveLength(3);
  });
});

test("[DM4] the people do what a real clinic does", () => {
  expect([...whole.wished].toSorted()).toEqual(
    expect.arrayContaining([
      ...["attest-prescriber-on-site", "set-back-up", "expect-patient", "withdraw-visit", "check-in"],
      ...["review-history", "record-medicines", "record-order", "record-gate-item", "give-sober-reminder"],
      ...["give-clearance", "cosign", "start-infusion", "pause-infusion", "resume-infusion", "end-infusion"],
      ...["give-injection", "give-device", "count-drug", "witness-waste", "record-observation", "strike-observation"],
      ...["record-intervention", "record-adverse-event", "add-note", "record-away", "record-back"],
      ...["accept-alarm", "clear-alarm", "stay-with-patient", "ask-for-cover", "take-cover", "end-cover"],
      ...["confirm-fit-to-leave", "countersign-fit-to-leave", "record-ride", "record-ride-call", "return-belongings"],
      ...["acknowledge-door-reminder", "give-hand-out", "complete-discharge"],
    ]),
  );
});

test("[DM4] standing pressure is taken where it is asked for, and age comes from the register", () => {
  const stood = (part: Part) =>
    ofType(storyOf(part), "observation-recorded").some(({ entered }) => entered.values.standingSbp !== undefined);
  expect(PARTS.filter(stood)).toEqual([SEVERE_PRESSURE]);
  expect(PATIENTS.filter((one) => isFrom65(one, BEGINS, "UTC")).map(({ givenName }) => givenName)).toEqual(["Walter"]);
  const walter = { ...PATIENTS[0]!, birthDate: "1961-11-25" };
  expect(isFrom65(walter, BEGINS, "UTC")).toBe(true);
  expect(isFrom65(walter, BEGINS - 24 * HOUR, "UTC")).toBe(false);
});

test("[DM5] where the hour turns between the reminder and the door it is read again, with a new hand-out", () => {
  const readAt = minutesOf(QUIET, "door-reminder-acknowledged")[0] ?? NaN;
  const turning = BEGINS + HOUR - (QUIET.startsAt + readAt) * MINUTE - MINUTE / 2;
  const turned = playMorning(turning);
  expect(turned.refused).toEqual([]);
  expect(ofType(storyOf(QUIET, turned), "door-reminder-acknowledged")).toHaveLength(2);
  expect(ofType(storyOf(QUIET, turned), "hand-out-given")).toHaveLength(2);
});
