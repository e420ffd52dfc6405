import fc from "fast-check";
import type {
  AlarmId,
  ChairId,
  ClinicId,
  CommandId,
  DeviceId,
  DoseFactId,
  EscortId,
  ObservationId,
  PatientId,
  PersonId,
  SessionId,
  VisitId,
} from "#shared/base/ids.ts";
import { MINUTE } from "#shared/base/time.ts";
import { roleFor } from "#shared/access/permission.ts";
import { EMPTY_CLINIC, protocolOf, rolesOf, type Clinic } from "#shared/clinic/clinic.ts";
import type { Command } from "#shared/clinic/commands.ts";
import { decide } from "#shared/clinic/decide.ts";
import { stamp } from "#shared/clinic/apply.ts";
import type { Recorded } from "#shared/clinic/events.ts";
import { evolve } from "#shared/clinic/evolve.ts";
import { restrictionFrom } from "#shared/recovery/restriction.ts";

/** A word that stands in every free text of a generated history, so that a test can look for it where it must not be. */
export const CANARY = "canary-free-text";

export const START = Date.UTC(2026, 10, 23, 14, 0);
const id = <Id extends string>(text: string): Id => `${text}-00000000` as Id;

export const CLINIC_ID = id<ClinicId>("clinic");
export const CHAIRS = [id<ChairId>("chair1"), id<ChairId>("chair2")] as const;
const PEOPLE = {
  ana: id<PersonId>("ana"),
  dana: id<PersonId>("dana"),
  eli: id<PersonId>("eli"),
  admin: id<PersonId>("admin"),
};
type Who = keyof typeof PEOPLE;

/** One random wish: who, how long after the last, and what, given the state. */
interface Move {
  readonly who: Who;
  readonly wait: number;
  readonly session: 0 | 1;
  readonly kind: string;
  readonly number: number;
}

const reason = <Code extends string>(code: Code) => ({ code, text: CANARY });

/** What each kind of move asks for. The state helps it to be plausible often enough to get far. */
const WISHES: Readonly<Record<string, (clinic: Clinic, move: Move, n: number, now: number) => Command | undefined>> = {
  expect: (_, { session, number }, n, now) => ({
    type: "expect-patient",
    visitId: id<VisitId>(`visit${n}`),
    patientId: id<PatientId>(`pat${session}`),
    route: "iv",
    expectedAt: now + number * MINUTE,
    ride: "arranged",
  }),
  noShow: (clinic) => {
    const [visit] = Object.values(clinic.visits);
    return visit && { type: "withdraw-visit", visitId: visit.id, outcome: "no-show" };
  },
  checkIn: (_, { session }, n) => ({
    type: "check-in",
    sessionId: id<SessionId>(`ses${session}x${n}`),
    patientId: id<PatientId>(`pat${session}`),
    chairId: CHAIRS[session],
    route: "iv",
    course: { n: 1, of: 6 },
  }),
  order: inSession((sessionId) => ({
    type: "record-order",
    sessionId,
    order: {
      kind: "signed",
      prescriber: PEOPLE.dana,
      mgPerKg: 0.5,
      weightKg: 70,
      mg: 35,
      minutes: 40,
      confirmed: false,
    },
  })),
  gate: inSession((sessionId, { number }) => ({
    type: "record-gate-item",
    sessionId,
    item: (["identity", "allergies", "contraindications", "consent", "ride"] as const)[number % 5]!,
    answer: "done",
    text: CANARY,
  })),
  sober: inSession((sessionId) => ({
    type: "give-sober-reminder",
    sessionId,
    droveHere: false,
    keys: "no-car",
    acknowledged: true,
  })),
  clear: inSession((sessionId) => ({ type: "give-clearance", sessionId, why: reason("pressure-held") })),
  start: inSession((sessionId, _, n, now) => ({
    type: "start-infusion",
    sessionId,
    factId: id<DoseFactId>(`dose${n}`),
    at: now,
    mg: 35,
    plannedMin: 40,
  })),
  pause: inSession((sessionId, _, n, now) => ({
    type: "pause-infusion",
    sessionId,
    factId: id<DoseFactId>(`dose${n}`),
    at: now,
    reason: reason("distress"),
  })),
  resume: inSession((sessionId, _, n, now) => ({
    type: "resume-infusion",
    sessionId,
    factId: id<DoseFactId>(`dose${n}`),
    at: now,
  })),
  rate: inSession((sessionId, { number }, n, now) => ({
    type: "change-rate",
    sessionId,
    factId: id<DoseFactId>(`dose${n}`),
    at: now,
    rateMlPerH: 20 + number,
    remainingMin: 10,
  })),
  end: inSession((sessionId, _, n, now) => ({
    type: "end-infusion",
    sessionId,
    factId: id<DoseFactId>(`dose${n}`),
    at: now,
    givenMg: 35,
    reason: reason("complete"),
  })),
  correctDose: inSession((sessionId, { number }, _, now, clinic) => {
    const fact = clinic.sessions[sessionId]?.doseFacts[0];
    return (
      fact && {
        type: "correct-dose-fact",
        sessionId,
        factId: fact.id,
        at: now - number * MINUTE,
        struck: number % 7 === 0,
        reason: reason("wrong-time"),
      }
    );
  }),
  good: observe({ sbp: 122, dbp: 76, hr: 70, spo2: 98, rr: 14, sedation: 5, dissociation: 0, distress: 0 }),
  deep: observe({ sbp: 138, dbp: 84, hr: 78, spo2: 97, rr: 14, sedation: 4, dissociation: 6, distress: 2 }),
  high: observe({ sbp: 186, dbp: 98, hr: 92, spo2: 97, rr: 15, sedation: 5, dissociation: 3, distress: 6 }),
  low: observe({ sbp: 118, dbp: 70, hr: 60, spo2: 90, rr: 8, sedation: 2, dissociation: 8, distress: 0 }),
  exit: inSession((sessionId, { number }, n, now) => ({
    type: "record-observation",
    sessionId,
    observationId: id<ObservationId>(`obs${n}`),
    entered: {
      sheet: "exit",
      observedAt: now,
      values: { orientation: "oriented", gait: number % 5 === 0 ? "unsteady" : "as-on-arrival" },
    },
  })),
  lookIn: inSession((sessionId, _, n, now) => ({
    type: "record-observation",
    sessionId,
    observationId: id<ObservationId>(`obs${n}`),
    entered: {
      sheet: "look-in",
      observedAt: now,
      values: { seen: "resting-breathing" },
      notAssessed: [{ field: "hr", why: "asleep", text: CANARY }],
    },
  })),
  late: inSession((sessionId, { number }, n, now) => ({
    type: "record-observation",
    sessionId,
    observationId: id<ObservationId>(`obs${n}`),
    entered: { sheet: "bp", observedAt: now - (6 + number) * MINUTE, values: { sbp: 150 + number, dbp: 80 } },
  })),
  correct: inSession((sessionId, _, n, now, clinic) => {
    const old = clinic.sessions[sessionId]?.observations.find(({ status }) => status === "current");
    return (
      old && {
        type: "correct-observation",
        sessionId,
        observationId: id<ObservationId>(`obs${n}`),
        replaces: old.id,
        entered: { sheet: "bp", observedAt: Math.min(old.observedAt, now), values: { sbp: 120, dbp: 70 } },
        reason: reason("typing-slip"),
      }
    );
  }),
  strike: inSession((sessionId, _, __, ___, clinic) => {
    const old = clinic.sessions[sessionId]?.observations.at(-1);
    return old && { type: "strike-observation", sessionId, observationId: old.id, reason: reason("wrong-chair") };
  }),
  note: inSession((sessionId) => ({ type: "add-note", sessionId, text: CANARY })),
  help: (_, { session }, n) => ({
    type: "call-help",
    alarmId: id<AlarmId>(`help${n}`),
    chairId: CHAIRS[session],
    flag: "chest-pain",
  }),
  accept: (clinic) => {
    const alarm = Object.values(clinic.alarms).find(({ accepted }) => !accepted);
    return alarm && { type: "accept-alarm", alarmId: alarm.id };
  },
  close: (clinic) => {
    const alarm = Object.values(clinic.alarms).find(({ accepted }) => accepted);
    return alarm && { type: "clear-alarm", alarmId: alarm.id, outcome: reason("treated") };
  },
  ride: inSession((sessionId, { number }) => ({
    type: "record-ride",
    sessionId,
    ride: {
      status: number % 3 === 0 ? "on-the-way" : "here",
      kind: "adult-in-building",
      escortId: id<EscortId>("escort"),
    },
  })),
  belongings: inSession((sessionId) => ({ type: "return-belongings", sessionId, lineOut: true })),
  fit: inSession((sessionId, _, __, ___, clinic) => ({ type: "confirm-fit-to-leave", sessionId, seenSeq: clinic.seq })),
  remind: inSession((sessionId, _, __, now, clinic) => {
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
  handOut: inSession((sessionId) => ({ type: "give-hand-out", sessionId, language: "en" })),
  discharge: inSession((sessionId, _, __, ___, clinic) => ({
    type: "complete-discharge",
    sessionId,
    seenSeq: clinic.seq,
  })),
  advice: inSession((sessionId, _, __, now) => ({
    type: "record-left-against-advice",
    sessionId,
    leftAt: now,
    lastValues: "refused",
    risksToldBy: PEOPLE.ana,
    ride: "none",
    keys: "with-patient",
    prescriberTold: true,
    reason: reason("wants-to-leave"),
  })),
  abort: inSession((sessionId) => ({ type: "abort-before-dose", sessionId, reason: reason("patient-declined") })),
};

/** The way of a session that goes well, walked by most histories so that doors are reached and not only rooms. */
const GOOD_WAY = [
  "checkIn",
  "order",
  "gate",
  "sober",
  "good",
  "start",
  "deep",
  "end",
  "good",
  "good",
  "exit",
  "good",
  "fit",
  "ride",
  "belongings",
  "remind",
  "handOut",
  "discharge",
] as const;

type Make = (sessionId: SessionId, move: Move, n: number, now: number, clinic: Clinic) => Command | undefined;

function inSession(make: Make) {
  return (clinic: Clinic, move: Move, n: number, now: number): Command | undefined => {
    const session = Object.values(clinic.sessions)[move.session] ?? Object.values(clinic.sessions)[0];
    return session && make(session.id, move, n, now, clinic);
  };
}

function observe(values: object) {
  return inSession((sessionId, _, n, now) => ({
    type: "record-observation",
    sessionId,
    observationId: id<ObservationId>(`obs${n}`),
    entered: { sheet: "full", observedAt: now, values },
  }));
}

const move = (kind: fc.Arbitrary<string>): fc.Arbitrary<Move> =>
  fc.record({
    who: fc.constantFrom<Who>("ana", "ana", "dana", "eli"),
    wait: fc.constantFrom(0, 1, 5, 10, 11, 16, 31, 600),
    session: fc.constantFrom<0 | 1>(0, 1),
    kind,
    number: fc.nat(20),
  });

/** Random moves, with the good way woven in by a coin. */
export const moves: fc.Arbitrary<readonly Move[]> = fc
  .tuple(fc.array(move(fc.constantFrom(...Object.keys(WISHES))), { maxLength: 25 }), fc.boolean())
  .chain(([wild, good]) => {
    const way = GOOD_WAY.map((kind): Move => ({
      who: kind === "ride" ? "eli" : "ana",
      wait: kind === "good" || kind === "end" ? 16 : 1,
      session: 0,
      kind,
      number: 1,
    }));
    return good
      ? fc.shuffledSubarray(wild, { maxLength: Math.min(8, wild.length) }).map((some) => weave(way, some))
      : fc.constant(wild);
  });

const weave = (way: readonly Move[], wild: readonly Move[]): readonly Move[] => {
  const step = Math.max(1, Math.floor(way.length / (wild.length + 1)));
  return way.flatMap((one, n) => [
    one,
    ...(n > 0 && n % step === 0 && wild[n / step - 1] ? [wild[n / step - 1]!] : []),
  ]);
};

export interface History {
  readonly events: readonly Recorded[];
  readonly clinic: Clinic;
  readonly states: readonly Clinic[];
  readonly now: number;
}

/** Plays moves through the real deciders; what is refused simply does not happen. */
export const play = (wished: readonly Move[]): History => {
  let clinic: Clinic = EMPTY_CLINIC;
  let now = START;
  const events: Recorded[] = [];
  const states: Clinic[] = [clinic];
  const submit = (command: Command, who: Who | "system", n: number): void => {
    const person = who === "system" ? ("system" as const) : PEOPLE[who];
    const role = person === "system" ? "system" : roleFor(rolesOf(clinic, person), command.type);
    if (!role) return;
    const context = {
      now,
      commandId: id<CommandId>(`cmd${n}`),
      person,
      role,
      device: id<DeviceId>("device"),
      clinicId: CLINIC_ID,
    };
    const decision = decide(clinic, command, context);
    if ("rejected" in decision) return;
    for (const recorded of stamp(clinic, decision.accepted, context)) {
      events.push(recorded);
      clinic = evolve(clinic, recorded);
      states.push(clinic);
    }
  };
  submit(
    {
      type: "found-clinic",
      clinicId: CLINIC_ID,
      name: "Synthetic",
      zone: "America/New_York",
      phone: "555-0100",
      admin: PEOPLE.admin,
      chairs: CHAIRS.map((chairId, n) => ({ chairId, label: `${n + 1}` })),
    },
    "system",
    0,
  );
  (["nurse", "clinician", "desk"] as const).forEach((role, n) =>
    submit({ type: "grant-membership", person: [PEOPLE.ana, PEOPLE.dana, PEOPLE.eli][n]!, role }, "system", n + 1),
  );
  wished.forEach((one, n) => {
    now += one.wait * MINUTE;
    const command = WISHES[one.kind]?.(clinic, one, n, now);
    if (command) submit(command, one.who, n + 10);
    submit({ type: "raise-timed-alarms" }, "system", n + 1_000);
  });
  return { events, clinic, states, now };
};
