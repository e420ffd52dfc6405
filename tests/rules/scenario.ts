import { assert } from "#shared/base/assert.ts";
import { MINUTE, type Instant } from "#shared/base/time.ts";
import { roleFor } from "#shared/access/permission.ts";
import type { Role } from "#shared/access/role.ts";
import type { Alarm } from "#shared/alarm/alarm.ts";
import { stamp } from "#shared/clinic/apply.ts";
import { EMPTY_CLINIC, protocolOf, type Clinic } from "#shared/clinic/clinic.ts";
import { Command } from "#shared/clinic/commands.ts";
import { decide } from "#shared/clinic/decide.ts";
import type { Context } from "#shared/clinic/decision.ts";
import type { Event, Recorded } from "#shared/clinic/events.ts";
import { evolve } from "#shared/clinic/evolve.ts";
import type { Rejection } from "#shared/clinic/rejection.ts";
import { GateItem, type CheckId, type Protocol, type Route } from "#shared/protocol/protocol.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import type { CriterionId, Session } from "#shared/session/session.ts";
import { dueList } from "#shared/recovery/due.ts";
import { readiness } from "#shared/recovery/readiness.ts";
import { restrictionFrom } from "#shared/recovery/restriction.ts";
import { recoveryOf } from "#shared/recovery/window.ts";
import type { NotAssessed, Sheet, Values } from "#shared/vitals/observation.ts";
import { unusual } from "#shared/vitals/check.ts";
import { at, CHAIR, GOOD, NO_MEDICINES, ORDERS, SESSION, T0 } from "./usual.ts";
import { found, known, takesSession, type Answer, type Wish } from "./wished.ts";

export { at, CHAIR, GOOD, ORDER, T0 } from "./usual.ts";
export { only, types, type Answer, type Wish } from "./wished.ts";

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
  readonly route?: Route;
  /** Of the patient: younger than 65 unless a test says otherwise; `undefined` is not known. */
  readonly from65?: boolean | undefined;
}

/** A clinic with two chairs and its people, and the steps of one treatment as people take them. Every step really decides. */
export const given = (options: Options = {}) => {
  const { zone = "America/New_York", protocol, route = "iv" } = options;
  const from65 = "from65" in options ? options.from65 : false;
  let clinic: Clinic = EMPTY_CLINIC;
  let now = at(-60);
  let count = 0;
  const log: Recorded[] = [];
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
    const recorded = stamp(clinic, decision.accepted, context);
    clinic = recorded.reduce(evolve, clinic);
    log.push(...recorded);
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
      confirmed: [...unusual(values).map(({ field }) => field), "sedation-drop"],
      ...(notAssessed ? { notAssessed: [...notAssessed] } : {}),
    },
  });

  const here = {
    clinic: () => clinic,
    now: () => now,
    /** Everything that was accepted, in its order. */
    log: (): readonly Event[] => log.map(({ event }) => event),
    /** The same in their envelopes. */
    recorded: (): readonly Recorded[] => log,
    session,
    protocol: rules,
    giving: () => ({ clinic, session: session(), protocol: rules(), at: now }),
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
      submit("admin", { type: "propose-protocol", protocol: { ...SHIPPED[route], ...protocol, version: 2 } });
      submit("director", { type: "approve-protocol", protocol: { id: route, version: 2 } });
      return here;
    },
    checkedIn: () => {
      here.founded().at(-30);
      submit("desk", { type: "check-in", patientId: "patient-0001", chairId: CHAIR, route, from65 });
      return here;
    },
    gate: () => {
      for (const item of GateItem.options)
        if (rules().gate.hard.includes(item) && item !== "medicines")
          submit("nurse", { type: "record-gate-item", item, answer: "done" });
      if (rules().gate.hard.includes("medicines"))
        submit("nurse", { type: "record-medicines", medicines: NO_MEDICINES });
      if (rules().gate.prescriberOnSite)
        submit("nurse", {
          type: "attest-prescriber-on-site",
          prescriber: "clinician-0001",
          until: now + 8 * 60 * MINUTE,
        });
      return here;
    },
    reminded: () => {
      submit("nurse", { type: "give-sober-reminder", droveHere: false, keys: "no-car", acknowledged: true });
      return here;
    },
    ordered: () => {
      submit("nurse", { type: "record-order", order: ORDERS[route] });
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
    /** An injection or a device, as the route has it. */
    give: (id = fresh("dose"), when = now, mg = 50): readonly Event[] =>
      submit(
        "nurse",
        route === "im"
          ? { type: "give-injection", factId: id, at: when, mg, site: "left-deltoid" }
          : { type: "give-device", factId: id, at: when },
      ),
    /** IM: one injection at T0. Nasal: three devices, five minutes apart. */
    given: (baseline: Values = {}) => {
      here.prepared(baseline).at(0).give();
      if (route === "nasal") for (const minute of [5, 10]) here.at(minute).give();
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
    restriction: () => restrictionFrom(rules(), now, session().zone),
    /** Of a restriction that has an hour. */
    until: (): Instant => {
      const restriction = here.restriction();
      return restriction.kind === "until" ? restriction.until : NaN;
    },
    doorReminder: () => {
      submit("desk", { type: "acknowledge-door-reminder", shown: here.restriction(), escort: "heard" });
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
        observation(known({ rr: 14, orientation: "oriented", gait: "as-on-arrival", ...values }), {
          ...more,
          sheet: "exit",
        }),
      ),
    correct: (replaces: string, id: string, values: Values): readonly Event[] => {
      const old = found(
        session().observations.find((one) => one.id === replaces),
        replaces,
      );
      const { observationId, entered } = observation(values, { at: old.observedAt, sheet: old.sheet, id });
      return submit("nurse", {
        type: "correct-observation",
        observationId,
        replaces,
        entered,
        reason: { code: "typing-slip" },
      });
    },
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
    check: (id: CheckId) =>
      here
        .readiness()
        .criteria.flatMap(({ checks }) => checks)
        .find((one) => one.id === id),
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
