import type * as z from "zod";
import { assert } from "#shared/base/assert.ts";
import { MINUTE, SECOND, type Instant } from "#shared/base/time.ts";
import { roleFor } from "#shared/access/permission.ts";
import type { Role } from "#shared/access/role.ts";
import type { Alarm } from "#shared/alarm/alarm.ts";
import { applyAll } from "#shared/clinic/apply.ts";
import { EMPTY_CLINIC, protocolOf, type Clinic } from "#shared/clinic/clinic.ts";
import { Command } from "#shared/clinic/commands.ts";
import { decide } from "#shared/clinic/decide.ts";
import type { Context } from "#shared/clinic/decision.ts";
import type { Event, EventOf } from "#shared/clinic/events.ts";
import type { Rejection } from "#shared/clinic/rejection.ts";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import type { CriterionId, Session } from "#shared/session/session.ts";
import { dueList } from "#shared/recovery/due.ts";
import { readiness } from "#shared/recovery/readiness.ts";
import { restrictionFrom } from "#shared/recovery/restriction.ts";
import { recoveryOf } from "#shared/recovery/window.ts";
import type { NotAssessed, Sheet, Values } from "#shared/vitals/observation.ts";
import { unusual } from "#shared/vitals/check.ts";

/** The pump starts at ten in the morning of the clinic; every `at` counts minutes from there. */
export const T0: Instant = Date.UTC(2026, 10, 23, 15, 0);
export const at = (minutes: number, seconds = 0): Instant => T0 + minutes * MINUTE + seconds * SECOND;

export const GOOD: Values = { sbp: 120, dbp: 76, hr: 70, spo2: 98, rr: 14, sedation: 5, dissociation: 0, distress: 0 };
export const ORDER = {
  kind: "signed",
  prescriber: "clinician-0001",
  mgPerKg: 0.5,
  weightKg: 70,
  mg: 35,
  minutes: 40,
  confirmed: false,
} as const;
export const CHAIR = "chair-one";
const SESSION = "session-0001";
const HARD_GATE = ["identity", "allergies", "contraindications", "consent", "ride"] as const;

type WithSession<Wish> = Wish extends { sessionId: string } ? Omit<Wish, "sessionId"> & { sessionId?: string } : Wish;
/** A command as a test writes it: plain ids, and the one session unless it says otherwise. */
export type Wish = WithSession<z.input<typeof Command>>;
export type Answer =
  | { readonly events: readonly Event[]; readonly rejected?: undefined }
  | { readonly rejected: Rejection; readonly events: readonly Event[] };
type More = {
  readonly sheet?: Sheet;
  readonly at?: Instant;
  readonly id?: string;
  readonly notAssessed?: readonly NotAssessed[];
};
type Recording = Extract<Wish, { type: "record-observation" }>;
interface Options {
  readonly zone?: string;
  readonly protocol?: Partial<Protocol>;
}

/** A clinic with two chairs and its people, and the steps of one treatment as people take them. Every step really decides. */
export const given = ({ zone = "America/New_York", protocol }: Options = {}) => {
  let clinic: Clinic = EMPTY_CLINIC;
  let now = at(-60);
  let count = 0;
  const fresh = (name: string) => `${name}-${String(++count).padStart(6, "0")}`;

  /** `recalled`: a session that has ended, as the server folds it for a command that names it. */
  const answer = (role: Role, wish: Wish, recalled?: Session): Answer => {
    const command = Command.parse(takesSession(wish.type) ? { sessionId: SESSION, ...wish } : wish);
    assert(roleFor([role], command.type) === role, `${role} may not ${command.type}`);
    const person = role === "system" ? role : `${role}-0001`;
    const context = {
      now,
      commandId: fresh("command"),
      person,
      role,
      device: "device-0001",
      clinicId: "clinic-0001",
      recalled,
    } as Context;
    const decision = decide(clinic, command, context);
    if ("rejected" in decision) return { rejected: decision.rejected, events: [] };
    clinic = applyAll(clinic, decision.accepted, context);
    return { events: decision.accepted };
  };
  const submit = (role: Role, wish: Wish): readonly Event[] => {
    const { events, rejected } = answer(role, wish);
    assert(rejected === undefined, `${wish.type} was refused: ${JSON.stringify(rejected)}`);
    return events;
  };
  const refused = (role: Role, wish: Wish): Rejection => {
    const { rejected } = answer(role, wish);
    assert(rejected !== undefined, `${wish.type} was accepted`);
    return rejected;
  };

  const session = (): Session => found(Object.values(clinic.sessions)[0], "session");
  const rules = (): Protocol => found(protocolOf(clinic, session().protocol), "protocol");

  const observation = (
    values: Values,
    { sheet = "full", at: observedAt = now, id = fresh("observation"), notAssessed }: More = {},
  ): Recording => ({
    type: "record-observation",
    observationId: id,
    entered: {
      sheet,
      observedAt,
      values,
      confirmed: unusual(values).map(({ field }) => field),
      ...(notAssessed ? { notAssessed: [...notAssessed] } : {}),
    },
  });

  const here = {
    clinic: () => clinic,
    now: () => now,
    session,
    protocol: rules,
    /** To a minute from the start of the pump. */
    at: (minutes: number, seconds = 0) => {
      now = at(minutes, seconds);
      return here;
    },
    atInstant: (instant: Instant) => {
      now = instant;
      return here;
    },
    answer,
    submit,
    refused,
    /** The state as something else left it: a damaged row, a fact of another day. */
    become: (how: (clinic: Clinic) => Clinic) => {
      clinic = how(clinic);
      return here;
    },

    founded: () => {
      submit("system", {
        type: "found-clinic",
        clinicId: "clinic-0001",
        name: "Clinic",
        zone,
        phone: "555-0100",
        admin: "admin-0001",
        chairs: [
          { chairId: CHAIR, label: "1" },
          { chairId: "chair-two", label: "2" },
        ],
      });
      for (const role of ["nurse", "clinician", "director", "desk"] as const)
        submit("admin", { type: "grant-membership", person: `${role}-0001`, role });
      if (!protocol) return here;
      submit("admin", { type: "propose-protocol", protocol: { ...IV_PROTOCOL, ...protocol, version: 2 } });
      submit("director", { type: "approve-protocol", protocol: { id: "iv", version: 2 } });
      return here;
    },
    checkedIn: () => {
      here.founded().at(-30);
      submit("desk", { type: "check-in", patientId: "patient-0001", chairId: CHAIR, route: "iv" });
      return here;
    },
    gate: () => {
      for (const item of HARD_GATE) submit("nurse", { type: "record-gate-item", item, answer: "done" });
      return here;
    },
    reminded: () => {
      submit("nurse", { type: "give-sober-reminder", droveHere: false, keys: "no-car", acknowledged: true });
      return here;
    },
    ordered: () => {
      submit("nurse", { type: "record-order", order: ORDER });
      return here;
    },
    prepared: (baseline: Values = {}) => {
      here.checkedIn().at(-10).ordered().gate().reminded().set(baseline);
      return here;
    },
    start: (id = "start-0001", when = now): readonly Event[] =>
      submit("nurse", { type: "start-infusion", factId: id, at: when, mg: 35, plannedMin: 40 }),
    started: (baseline: Values = {}) => {
      here.prepared(baseline).at(0).start();
      return here;
    },
    end: (id = "end-0001", when = now): readonly Event[] =>
      submit("nurse", { type: "end-infusion", factId: id, at: when, givenMg: 35, reason: { code: "complete" } }),
    /** The whole dose with a quiet set at each slot, and the pump stopped at its minute. */
    ended: (minute = 40, baseline: Values = {}) => {
      here.started(baseline);
      here.set(baseline);
      for (let slot = 10; slot < minute; slot += 10) here.at(slot).set({ dissociation: 4 });
      here.at(minute, -1).set({ dissociation: 4 });
      here.at(minute);
      here.end();
      return here;
    },
    /** Two good sets and the exit checks: every clinical check is met half an hour after the dose. */
    recovered: () => {
      here.ended().at(55).set();
      here.at(70).set();
      here.exit();
      return here;
    },
    sign: (): Answer => answer("nurse", { type: "confirm-fit-to-leave", seenSeq: clinic.seq }),
    fit: () => {
      here.recovered();
      submit("nurse", { type: "confirm-fit-to-leave", seenSeq: clinic.seq });
      return here;
    },
    ride: (status: "none" | "arranged" | "on-the-way" | "here" = "here") => {
      submit("desk", { type: "record-ride", ride: { status, kind: "adult-in-building" } });
      return here;
    },
    ready: () => here.fit().ride(),
    belongings: (lineOut = true) => {
      submit("desk", { type: "return-belongings", lineOut });
      return here;
    },
    until: (): Instant => restrictionFrom(rules(), now, session().zone).until,
    doorReminder: () => {
      submit("desk", { type: "acknowledge-door-reminder", untilShown: here.until(), escort: "heard" });
      return here;
    },
    handOut: () => {
      submit("desk", { type: "give-hand-out", language: "en" });
      return here;
    },
    atTheDoor: () => here.ready().belongings().doorReminder().handOut(),
    discharge: (): Answer => answer("desk", { type: "complete-discharge", seenSeq: clinic.seq }),

    observation,
    /** A full set: good but for what is said; `undefined` takes a value out. */
    set: (values: Values = {}, more: More = {}): readonly Event[] =>
      submit("nurse", observation(known({ ...GOOD, ...values }), more)),
    bp: (sbp: number, dbp: number, more: More = {}): readonly Event[] =>
      submit("nurse", observation({ sbp, dbp }, { ...more, sheet: "bp" })),
    lookIn: (seen: Values["seen"] = "resting-breathing", more: More = {}): readonly Event[] =>
      submit("nurse", observation({ seen }, { ...more, sheet: "look-in" })),
    exit: (values: Values = {}, more: More = {}): readonly Event[] =>
      submit(
        "nurse",
        observation(known({ orientation: "oriented", gait: "as-on-arrival", ...values }), { ...more, sheet: "exit" }),
      ),
    lastObservation: () => found(session().observations.at(-1), "observation"),

    calls: (): readonly Alarm[] => Object.values(clinic.alarms),
    call: (rule: Alarm["rule"]): Alarm =>
      found(
        Object.values(clinic.alarms).find((alarm) => alarm.rule === rule),
        rule,
      ),
    accept: (rule: Alarm["rule"]) => {
      submit("nurse", { type: "accept-alarm", alarmId: here.call(rule).id });
      return here;
    },
    close: (rule: Alarm["rule"]) =>
      submit("nurse", { type: "clear-alarm", alarmId: here.call(rule).id, outcome: { code: "treated" } }),
    help: (chairId = CHAIR) =>
      submit("desk", { type: "call-help", alarmId: fresh("help"), chairId, flag: "chest-pain" }),
    tick: () => submit("system", { type: "raise-timed-alarms" }),

    readiness: () => readiness(clinic, session(), rules(), now),
    verdict: () => here.readiness().verdict,
    state: (id: CriterionId) => here.readiness().criteria.find((one) => one.id === id)?.state,
    recovery: () => recoveryOf(session(), rules(), now),
    /** "10 overdue" and "40 look-in due", by minute. */
    due: () =>
      dueList(session(), rules(), now).map(
        ({ at: when, kind, state }) => `${(when - T0) / MINUTE} ${kind === "set" ? "" : `${kind} `}${state}`,
      ),
  };
  return here;
};

export type Scenario = ReturnType<typeof given>;

/** "oxygen-low high" for each call that these events raised or made worse. */
export const rung = (events: readonly Event[], { clinic }: Scenario): readonly string[] =>
  events.flatMap((event) => {
    if (event.type === "alarm-raised") return [`${event.rule} ${event.priority}`];
    return event.type === "alarm-worsened" ? [`${clinic().alarms[event.alarmId]?.rule} ${event.priority} again`] : [];
  });

export const types = (events: readonly Event[]): readonly string[] => events.map(({ type }) => type);

export const only = <Type extends Event["type"]>(events: readonly Event[], type: Type): EventOf<Type> =>
  found(
    events.find((event): event is EventOf<Type> => event.type === type),
    type,
  );

const takesSession = (type: Wish["type"]): boolean =>
  Command.options.some(({ shape }) => shape.type.value === type && "sessionId" in shape);

const known = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const found = <Value>(value: Value | undefined, name: string): Value => {
  assert(value !== undefined, `no ${name} in this scenario`);
  return value;
};
