import { randomUUID } from "node:crypto";
import type {
  AlarmId,
  ChairId,
  DoseFactId,
  ObservationId,
  PatientId,
  PersonId,
  SessionId,
  VisitId,
} from "#shared/base/ids.ts";
import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Command } from "#shared/clinic/commands.ts";
import { protocolOf } from "#shared/clinic/clinic.ts";
import { restrictionFrom } from "#shared/recovery/restriction.ts";
import { HARD_GATE } from "#shared/session/session.ts";
import { reading, type Patient } from "./curves.ts";

export type Who = "ana" | "ben" | "dana" | "eli";

/** One act of one person at one minute of the morning. What depends on the clinic's state asks for it when it is played. */
export interface Step {
  readonly minute: number;
  readonly who: Who;
  readonly command: (clinic: Clinic, now: Instant) => Command | undefined;
}

export interface Cast {
  readonly patients: readonly PatientId[];
  readonly chairs: readonly ChairId[];
  readonly dana: PersonId;
}

const id = <Id extends string>(): Id => randomUUID() as string as Id;

interface Role {
  readonly chair: number;
  readonly nurse: Who;
  readonly startsAt: number;
  readonly weightKg: number;
  readonly n: number;
  readonly patient: Patient;
  readonly happens: "nothing" | "high-pressure" | "distress";
}

/** Three overlapping infusions: a quiet one, one whose pressure climbs, one who is frightened and gets a pause. */
const ROLES: readonly Role[] = [
  {
    chair: 0,
    nurse: "ana",
    startsAt: 16,
    weightKg: 71,
    n: 3,
    happens: "nothing",
    patient: { sbp: 118, dbp: 74, hr: 70, spo2: 98, gain: 0.9, deepest: 6 },
  },
  {
    chair: 1,
    nurse: "ana",
    startsAt: 28,
    weightKg: 82,
    n: 1,
    happens: "high-pressure",
    patient: { sbp: 134, dbp: 82, hr: 76, spo2: 97, gain: 2.6, deepest: 5 },
  },
  {
    chair: 3,
    nurse: "ben",
    startsAt: 41,
    weightKg: 64,
    n: 6,
    happens: "distress",
    patient: { sbp: 112, dbp: 70, hr: 66, spo2: 99, gain: 0.7, deepest: 8 },
  },
];

/** The whole morning in order, from the list of the day to the last door. */
export const morning = (cast: Cast, begins: Instant): readonly Step[] =>
  [...expected(cast, begins), ...ROLES.flatMap((role, index) => infusion(role, cast, begins, index))].toSorted(
    (a, b) => a.minute - b.minute,
  );

const visits: VisitId[] = [0, 1, 2, 3, 4].map(() => id<VisitId>());

const expected = ({ patients, chairs }: Cast, begins: Instant): readonly Step[] =>
  patients.map((patientId, index) => ({
    minute: 0,
    who: "eli",
    command: () => ({
      type: "expect-patient",
      visitId: visits[index] ?? id<VisitId>(),
      patientId,
      chairId: chairs[[0, 1, 3, 4, 5][index] ?? 0],
      route: "iv",
      expectedAt: begins + ([5, 15, 30, 110, 150][index] ?? 0) * MINUTE,
      ride: index === 3 ? "none" : "arranged",
      course: { n: [3, 1, 6, 2, 4][index] ?? 1, of: 6 },
    }),
  }));

const infusion = (role: Role, cast: Cast, begins: Instant, index: number): readonly Step[] => {
  const { nurse, startsAt, patient, weightKg } = role;
  const sessionId = id<SessionId>();
  const patientId = cast.patients[index];
  const chairId = cast.chairs[role.chair];
  if (patientId === undefined || chairId === undefined) return [];
  const at = (minute: number): Instant => begins + (startsAt + minute) * MINUTE;
  const step = (minute: number, who: Who, command: Command | Step["command"]): Step => ({
    minute: startsAt + minute,
    who,
    command: typeof command === "function" ? command : () => command,
  });
  const observe = (minute: number, change: object = {}, sheet: "full" | "bp" = "full"): Step => {
    const { sbp, dbp, ...rest } = { ...reading(patient, minute), ...change };
    const values = sheet === "bp" ? { sbp, dbp } : { sbp, dbp, ...rest };
    return step(minute, nurse, {
      type: "record-observation",
      sessionId,
      observationId: id<ObservationId>(),
      entered: { sheet, observedAt: at(minute), values, ratings: minute < 0 ? "asked" : "observed" },
    });
  };
  const look = (minute: number, values: object): Step =>
    step(minute, nurse, {
      type: "record-observation",
      sessionId,
      observationId: id<ObservationId>(),
      entered: { sheet: "exit", observedAt: at(minute), values },
    });
  const mg = Math.round(weightKg * 5) / 10;
  const dose = { sessionId, factId: id<DoseFactId>() };
  const paused = role.happens === "distress" ? 6 : 0;
  const ends = 40 + paused;

  return [
    ...preparation({ ...role, mg, dana: cast.dana, patientId, chairId, visitId: visits[index] }, { step, sessionId }),
    observe(-3, { rr: 15 }),
    step(0, nurse, { type: "start-infusion", ...dose, at: at(0), mg, plannedMin: 40 }),
    observe(10),
    ...event(role, { step, observe, at, sessionId }),
    ...[20, 30].filter((minute) => !(paused && minute === 20)).map((minute) => observe(minute)),
    observe(ends),
    step(ends, nurse, {
      type: "end-infusion",
      sessionId,
      factId: id<DoseFactId>(),
      at: at(ends),
      givenMg: mg,
      reason: { code: "complete" },
    }),
    observe(ends + 15),
    step(ends + 22, "eli", {
      type: "record-ride",
      sessionId,
      ride: { status: "on-the-way", kind: "adult-in-building" },
    }),
    observe(ends + 30),
    ...(role.happens === "high-pressure" ? [observe(ends + 42)] : []),
    look(ends + 43, { orientation: "oriented", gait: "as-on-arrival" }),
    ...leaving(role, ends + 44, { step, sessionId }),
  ];
};

interface Preparing extends Role {
  readonly mg: number;
  readonly dana: PersonId;
  readonly patientId: PatientId;
  readonly chairId: ChairId;
  readonly visitId: VisitId | undefined;
}

const preparation = (
  { nurse, n, weightKg, mg, dana, patientId, chairId, visitId }: Preparing,
  { step, sessionId }: Tools,
): readonly Step[] => [
  step(-11, "eli", {
    type: "check-in",
    sessionId,
    patientId,
    chairId,
    route: "iv",
    visitId,
    course: { n, of: 6 },
  }),
  step(-10, "dana", {
    type: "record-order",
    sessionId,
    order: { kind: "signed", prescriber: dana, mgPerKg: 0.5, weightKg, mg, minutes: 40, confirmed: false },
  }),
  ...HARD_GATE.map((item) =>
    step(-9, nurse, {
      type: "record-gate-item",
      sessionId,
      item,
      answer: n > 1 && item !== "identity" && item !== "ride" ? "reviewed-unchanged" : "done",
    }),
  ),
  step(-7, nurse, { type: "give-sober-reminder", sessionId, droveHere: false, keys: "no-car", acknowledged: true }),
];

interface Tools {
  readonly step: (minute: number, who: Who, command: Command | Step["command"]) => Step;
  readonly sessionId: SessionId;
}

type Observing = Tools & {
  readonly observe: (minute: number, change?: object, sheet?: "full" | "bp") => Step;
  readonly at: (minute: number) => Instant;
};

const event = ({ happens, nurse }: Role, { step, observe, at, sessionId }: Observing): readonly Step[] => {
  switch (happens) {
    case "nothing":
      return [];
    case "high-pressure":
      return [
        observe(26, { sbp: 184, dbp: 99 }, "bp"),
        step(27, "dana", (clinic) => callOf(clinic, sessionId, (alarmId) => ({ type: "accept-alarm", alarmId }))),
        observe(31, { sbp: 168, dbp: 94 }, "bp"),
      ];
    case "distress":
      return [
        observe(17, { distress: 7, dissociation: 7, hr: 96 }),
        step(17.5, nurse, (clinic) => callOf(clinic, sessionId, (alarmId) => ({ type: "accept-alarm", alarmId }))),
        step(18, nurse, {
          type: "pause-infusion",
          sessionId,
          factId: id<DoseFactId>(),
          at: at(18),
          reason: { code: "distress" },
        }),
        step(19, nurse, {
          type: "add-note",
          sessionId,
          text: "Frightened by the music; changed it, held a hand. Breathing together.",
        }),
        observe(22, { distress: 2 }),
        step(24, nurse, { type: "resume-infusion", sessionId, factId: id<DoseFactId>(), at: at(24) }),
      ];
  }
};

const leaving = ({ nurse }: Role, minute: number, { step, sessionId }: Tools): readonly Step[] => [
  step(minute, nurse, (clinic) => ({ type: "confirm-fit-to-leave", sessionId, seenSeq: clinic.seq })),
  step(minute + 3, "eli", { type: "record-ride", sessionId, ride: { status: "here", kind: "adult-in-building" } }),
  step(minute + 4, "eli", { type: "return-belongings", sessionId, lineOut: true }),
  step(minute + 5, "eli", (clinic, now) => {
    const session = clinic.sessions[sessionId];
    const protocol = session && protocolOf(clinic, session.protocol);
    return (
      protocol && {
        type: "acknowledge-door-reminder",
        sessionId,
        untilShown: restrictionFrom(protocol, now, clinic.zone).until,
        escort: "heard",
      }
    );
  }),
  step(minute + 5, "eli", { type: "give-hand-out", sessionId, language: "en" }),
  step(minute + 6, "eli", (clinic) => ({ type: "complete-discharge", sessionId, seenSeq: clinic.seq })),
];

const callOf = (clinic: Clinic, sessionId: SessionId, then: (alarmId: AlarmId) => Command): Command | undefined => {
  const alarm = Object.values(clinic.alarms).find((one) => one.sessionId === sessionId && !one.accepted);
  return alarm && then(alarm.id);
};
