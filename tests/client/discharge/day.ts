import { assert } from "#shared/base/assert.ts";
import type {
  ChairId,
  ClinicId,
  CommandId,
  DeviceId,
  DoseFactId,
  ObservationId,
  PatientId,
  PersonId,
  SessionId,
  VisitId,
} from "#shared/base/ids.ts";
import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { Role } from "#shared/access/role.ts";
import type { Order } from "#shared/session/session.ts";
import { stamp } from "#shared/clinic/apply.ts";
import { EMPTY_CLINIC, type Clinic } from "#shared/clinic/clinic.ts";
import type { Command } from "#shared/clinic/commands.ts";
import { decide } from "#shared/clinic/decide.ts";
import type { Recorded } from "#shared/clinic/events.ts";
import { evolve } from "#shared/clinic/evolve.ts";
import type { Route } from "#shared/protocol/protocol.ts";
import type { Sheet, Values } from "#shared/vitals/observation.ts";

/** Ten in the morning in the clinic's zone. */
export const TEN: Instant = Date.UTC(2026, 10, 24, 15, 0);
export const ZONE = "America/New_York";

interface Ids {
  ChairId: ChairId;
  ClinicId: ClinicId;
  DoseFactId: DoseFactId;
  ObservationId: ObservationId;
  PatientId: PatientId;
  PersonId: PersonId;
  SessionId: SessionId;
  VisitId: VisitId;
}
export const id = <Name extends keyof Ids>(name: string): Ids[Name] => `${name}-0000` as Ids[Name];

export const REY = id<"PersonId">("rey");

export const WELL: Values = { sbp: 122, dbp: 76, hr: 70, spo2: 98, rr: 14, sedation: 5, dissociation: 0, distress: 0 };

export const EXIT: Values = { rr: 14, orientation: "oriented", gait: "as-on-arrival" };

/** A clinic's day that is folded from real commands, with a clock that a test moves. */
export const clinicDay = () => {
  let clinic: Clinic = EMPTY_CLINIC;
  let now = TEN;
  let count = 0;
  const log: Recorded[] = [];
  const run = (command: Command, role: Role = "nurse", person = id<"PersonId">("ana")): void => {
    const commandId = `command-${++count}` as CommandId;
    const context = {
      now,
      commandId,
      person,
      role,
      device: "device-0" as DeviceId,
      clinicId: id<"ClinicId">("clinic"),
    };
    const decision = decide(clinic, command, context);
    assert("accepted" in decision, JSON.stringify(decision));
    const recorded = stamp(clinic, decision.accepted, context);
    log.push(...recorded);
    clinic = recorded.reduce(evolve, clinic);
  };
  const chairs = ["1", "2", "3"].map((label) => ({ chairId: id<"ChairId">(`chair-${label}`), label }));
  run(
    {
      type: "found-clinic",
      clinicId: id<"ClinicId">("clinic"),
      name: "Quiet Street",
      zone: ZONE,
      phone: "555-0100",
      admin: id<"PersonId">("admin"),
      chairs,
    },
    "system",
  );
  run({ type: "grant-membership", person: id<"PersonId">("ana"), role: "nurse" }, "system");
  run({ type: "grant-membership", person: REY, role: "clinician" }, "system");

  const checkIn = (patient: string, chair: string, visit?: string, route: Route = "iv"): SessionId => {
    const sessionId = id<"SessionId">(`session-${patient}`);
    const visitId = visit === undefined ? {} : { visitId: id<"VisitId">(visit) };
    run({
      type: "check-in",
      sessionId,
      patientId: id<"PatientId">(patient),
      chairId: id<"ChairId">(chair),
      route,
      from65: false,
      ...visitId,
    });
    return sessionId;
  };
  const observe = (sessionId: SessionId, values: Values, sheet: Sheet = "full", observedAt = now): ObservationId => {
    const observationId = id<"ObservationId">(`observation-${++count}`);
    run({ type: "record-observation", sessionId, observationId, entered: { sheet, observedAt, values } });
    return observationId;
  };
  const factId = () => id<"DoseFactId">(`fact-${++count}`);
  const start = (sessionId: SessionId): void =>
    run({ type: "start-infusion", sessionId, factId: factId(), at: now, mg: 35, plannedMin: 40 });
  const end = (sessionId: SessionId): void =>
    run({ type: "end-infusion", sessionId, factId: factId(), at: now, givenMg: 35, reason: { code: "complete" } });
  const pass = (minutes: number): void => void (now += minutes * MINUTE);

  /** Checked in, dosed for forty minutes, and every clinical check met half an hour later. */
  const recovered = (patient: string, chair: string): SessionId => {
    const sessionId = checkIn(patient, chair);
    observe(sessionId, WELL);
    start(sessionId);
    for (const depth of [2, 6, 6]) {
      pass(10);
      observe(sessionId, { ...WELL, dissociation: depth });
    }
    pass(10);
    observe(sessionId, { ...WELL, dissociation: 5 });
    end(sessionId);
    for (const depth of [2, 0]) {
      pass(15);
      observe(sessionId, { ...WELL, dissociation: depth });
    }
    observe(sessionId, EXIT, "exit");
    return sessionId;
  };
  /** Two devices five minutes apart, and every clinical check met when the two hours are over: 12:00. */
  const sprayed = (patient: string, chair: string): SessionId => {
    const sessionId = checkIn(patient, chair, undefined, "nasal");
    observe(sessionId, WELL);
    order(sessionId, { route: "nasal", kind: "verbal", prescriber: REY, mg: 56, confirmed: false });
    for (const gap of [5, 35]) {
      run({ type: "give-device", sessionId, factId: factId(), at: now });
      pass(gap);
    }
    for (const gap of [30, 30, 20]) {
      pass(gap);
      observe(sessionId, WELL);
    }
    observe(sessionId, EXIT, "exit");
    return sessionId;
  };
  const order = (sessionId: SessionId, placed: Order): void => run({ type: "record-order", sessionId, order: placed });
  return {
    order,
    sprayed,
    factId,
    run,
    pass,
    checkIn,
    observe,
    start,
    end,
    recovered,
    clinic: () => clinic,
    now: () => now,
    log: (): readonly Recorded[] => log,
  };
};
