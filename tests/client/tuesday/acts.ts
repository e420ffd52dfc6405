import * as ids from "#shared/base/ids.ts";
import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { Command } from "#shared/clinic/commands.ts";
import type { Route } from "#shared/protocol/protocol.ts";
import { restrictionFrom } from "#shared/recovery/restriction.ts";
import type { GateItem } from "#shared/protocol/protocol.ts";
import type { Sheet, Values } from "#shared/vitals/observation.ts";
import { unusual } from "#shared/vitals/check.ts";
import { chairId, person, sessionId, type Person, type Tuesday } from "./day.ts";

/** What people do on that Tuesday, each as one act for a step. */
export type Act = (day: Tuesday) => void;

export const CALM: Values = { sbp: 122, dbp: 76, hr: 70, spo2: 98, rr: 14, sedation: 5, dissociation: 0, distress: 0 };
const MEDICINES = {
  benzodiazepine: false,
  sedativeHypnotic: false,
  opioid: false,
  psychostimulant: false,
  maoi: false,
};
const ORDERED = { kind: "signed", prescriber: person("rey"), confirmed: false } as const;
const ORDER = {
  iv: { route: "iv", ...ORDERED, mgPerKg: 0.5, weightKg: 70, mg: 35, minutes: 40 },
  im: { route: "im", ...ORDERED, mg: 50 },
  nasal: { route: "nasal", ...ORDERED, mg: 56 },
} as const;
const DONE: readonly GateItem[] = ["identity", "allergies", "contraindications", "consent", "ride", "fasting"];
const SPRAY: readonly GateItem[] = ["setting-certified", "patient-enrolled"];

export const all =
  (...acts: readonly Act[]): Act =>
  (day) => {
    for (const act of acts) act(day);
  };

export const checkIn =
  (by: Person, label: number, route: Route, n: number): Act =>
  (day) =>
    day.run(by, {
      type: "check-in",
      sessionId: sessionId(label),
      patientId: ids.PatientId.parse(`patient${label}-00000000`),
      chairId: chairId(label),
      route,
      from65: false,
      course: { n, of: 6 },
    });

/** Order, every check before the dose, the sober reminder. */
export const prepare =
  (by: Person, label: number): Act =>
  (day) => {
    const of = { sessionId: sessionId(label) };
    const { route } = day.session(label);
    day.run(by, { type: "record-order", ...of, order: ORDER[route] });
    for (const item of route === "nasal" ? [...DONE, ...SPRAY] : DONE)
      day.run(by, { type: "record-gate-item", ...of, item, answer: "done" });
    day.run(by, { type: "record-medicines", ...of, medicines: MEDICINES });
    day.run(by, { type: "give-sober-reminder", ...of, droveHere: false, keys: "no-car", acknowledged: true });
  };

export const observed =
  (by: Person, label: number, values: Values, sheet: Sheet, observedAt?: Instant): Act =>
  (day) =>
    day.run(by, {
      type: "record-observation",
      sessionId: sessionId(label),
      observationId: ids.ObservationId.parse(day.fresh("observation")),
      entered: {
        sheet,
        observedAt: observedAt ?? day.now(),
        values,
        confirmed: [...unusual(values).map(({ field }) => field), "sedation-drop"],
      },
    });
export const set = (by: Person, label: number, values: Values = {}): Act =>
  observed(by, label, { ...CALM, ...values }, "full");
export const bp = (by: Person, label: number, sbp: number, dbp: number): Act => observed(by, label, { sbp, dbp }, "bp");
export const look = (by: Person, label: number, values: Values = {}): Act =>
  observed(by, label, { seen: "awake-comfortable", ...values }, "look-in");
export const exit = (by: Person, label: number): Act =>
  observed(by, label, { rr: 14, orientation: "oriented", gait: "as-on-arrival" }, "exit");

const factOf = (day: Tuesday, label: number) => ({
  sessionId: sessionId(label),
  factId: ids.DoseFactId.parse(day.fresh("fact")),
  at: day.now(),
});
const dose =
  (by: Person, label: number, what: (fact: ReturnType<typeof factOf>) => Command): Act =>
  (day) =>
    day.run(by, what(factOf(day, label)));
export const pumpStarts = (by: Person, label: number): Act =>
  dose(by, label, (fact) => ({ type: "start-infusion", ...fact, mg: 35, plannedMin: 40 }));
export const pumpEnds = (by: Person, label: number): Act =>
  dose(by, label, (fact) => ({ type: "end-infusion", ...fact, givenMg: 35, reason: { code: "complete" } }));
export const injects = (by: Person, label: number): Act =>
  dose(by, label, (fact) => ({ type: "give-injection", ...fact, mg: 50, site: "left-deltoid" }));
export const device = (by: Person, label: number): Act => dose(by, label, (fact) => ({ type: "give-device", ...fact }));

export const onSite: Act = (day) =>
  day.run("ana", { type: "attest-prescriber-on-site", prescriber: person("rey"), until: day.now() + 480 * MINUTE });
export const stays =
  (by: Person, label: number): Act =>
  (day) =>
    day.run(by, { type: "stay-with-patient", sessionId: sessionId(label) });

const callAt = (day: Tuesday, label: number) => {
  const open = Object.values(day.clinic().alarms).find((alarm) => alarm.chairId === chairId(label));
  if (!open) throw new Error(`no call at chair ${label}`);
  return open.id;
};
export const takes =
  (by: Person, label: number): Act =>
  (day) =>
    day.run(by, { type: "accept-alarm", alarmId: callAt(day, label) });
export const closes =
  (by: Person, label: number): Act =>
  (day) =>
    day.run(by, { type: "clear-alarm", alarmId: callAt(day, label), outcome: { code: "settled" } });

export const signs =
  (by: Person, label: number): Act =>
  (day) =>
    day.run(by, { type: "confirm-fit-to-leave", sessionId: sessionId(label), seenSeq: day.clinic().seq });
export const ride =
  (label: number, status: "arranged" | "here"): Act =>
  (day) =>
    day.run("kim", {
      type: "record-ride",
      sessionId: sessionId(label),
      ride: { status, ...(status === "here" ? { kind: "adult-in-building" as const } : {}) },
    });
export const rings =
  (label: number, to: "escort" | "second-contact", answer: "no-answer" | "coming"): Act =>
  (day) =>
    day.run("kim", { type: "record-ride-call", sessionId: sessionId(label), to, answer });

/** Belongings, the reminder with the escort there, the page, and out of the door. */
export const leaves =
  (label: number): Act =>
  (day) => {
    const of = { sessionId: sessionId(label) };
    day.run("kim", { type: "return-belongings", ...of, lineOut: true });
    const shown = restrictionFrom(day.protocol(label), day.now(), day.session(label).zone);
    day.run("kim", { type: "acknowledge-door-reminder", ...of, shown, escort: "heard" });
    day.run("kim", { type: "give-hand-out", ...of, language: "en" });
    day.run("kim", { type: "complete-discharge", ...of, seenSeq: day.clinic().seq });
  };

const COVER = ids.CoverId.parse("cover1-00000000");
export const asksForCover =
  (until: Instant): Act =>
  (day) =>
    day.run("ana", { type: "ask-for-cover", coverId: COVER, by: person("ben"), until });
export const takesCover: Act = (day) => day.run("ben", { type: "take-cover", coverId: COVER });
export const handsBack: Act = (day) => day.run("ana", { type: "end-cover", coverId: COVER });
