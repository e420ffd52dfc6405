import type { Role } from "#shared/access/role.ts";
import { assert } from "#shared/base/assert.ts";
import {
  AlarmId,
  ChairId,
  ClinicId,
  CommandId,
  CoverId,
  DeviceId,
  DoseFactId,
  ObservationId,
  PatientId,
  PersonId,
  SessionId,
} from "#shared/base/ids.ts";
import { MINUTE, type Instant } from "#shared/base/time.ts";
import { applyAll } from "#shared/clinic/apply.ts";
import { EMPTY_CLINIC, protocolOf, type Clinic } from "#shared/clinic/clinic.ts";
import type { Command } from "#shared/clinic/commands.ts";
import { decide } from "#shared/clinic/decide.ts";
import type { Context } from "#shared/clinic/decision.ts";
import type { Protocol, Route } from "#shared/protocol/protocol.ts";
import type { Session } from "#shared/session/session.ts";
import type { Sheet, Values } from "#shared/vitals/observation.ts";

const long = (name: string): string => `${name}-00000000`;

/** The people, chairs and sessions of a made-up clinic, by short names. */
export const person = (name: string) => PersonId.parse(long(name));
export const chair = (label: number) => ChairId.parse(long(`chair${label}`));
export const sessionId = (label: number) => SessionId.parse(long(`session${label}`));

export const TEN = Date.UTC(2026, 10, 23, 10, 0);
export const CALM: Values = { sbp: 122, dbp: 76, hr: 70, spo2: 98, rr: 14, sedation: 5, dissociation: 0, distress: 0 };

/** A clinic of real commands, decided and folded as the product does it; its clock is moved by hand. Zone UTC. */
export const boardClinic = (chairs: number, name = "Riverside") => {
  let clinic: Clinic = EMPTY_CLINIC;
  let now: Instant = TEN;
  let count = 0;
  const next = (kind: string): string => long(`${kind}${(count += 1)}`);

  const run = (command: Command, by = "ana", role: Role = "nurse"): void => {
    const context: Context = {
      now,
      commandId: CommandId.parse(next("command")),
      person: person(by),
      role,
      device: DeviceId.parse(long("tablet")),
      clinicId: ClinicId.parse(long("clinic")),
    };
    const decision = decide(clinic, command, context);
    assert("accepted" in decision, `${command.type} was refused: ${JSON.stringify(decision)}`);
    clinic = applyAll(clinic, decision.accepted, context);
  };

  const places = Array.from({ length: chairs }, (_, index) => ({
    chairId: chair(index + 1),
    label: String(index + 1),
  }));
  run(
    {
      type: "found-clinic",
      clinicId: ClinicId.parse(long("clinic")),
      name,
      zone: "UTC",
      phone: "555-0100",
      admin: person("admin"),
      chairs: places,
    },
    "admin",
    "system",
  );
  for (const nurse of ["ana", "ben"])
    run({ type: "grant-membership", person: person(nurse), role: "nurse" }, "admin", "admin");
  run({ type: "grant-membership", person: person("doctor"), role: "clinician" }, "admin", "admin");

  const dose = (label: number) => ({ sessionId: sessionId(label), factId: DoseFactId.parse(next("fact")), at: now });
  const make = {
    run,
    now: () => now,
    clinic: () => clinic,
    wait: (minutes: number) => void (now += minutes * MINUTE),
    session: (label: number): Session => {
      const session = clinic.sessions[sessionId(label)];
      assert(session !== undefined, `no session ${label}`);
      return session;
    },
    protocol: (): Protocol => {
      const protocol = protocolOf(clinic, { id: "iv", version: 1 });
      assert(protocol !== undefined, "no protocol");
      return protocol;
    },
    timed: () => run({ type: "raise-timed-alarms" }, "admin", "system"),
    checkIn: (label: number, by = "ana", route: Route = "iv") => {
      run(
        {
          type: "check-in",
          sessionId: sessionId(label),
          patientId: PatientId.parse(long(`patient${label}`)),
          chairId: chair(label),
          route,
          from65: false,
          course: { n: (label % 6) + 1, of: 6 },
        },
        by,
      );
    },
    order: (label: number, mg = 35, minutes = 40) => {
      run({
        type: "record-order",
        sessionId: sessionId(label),
        order: {
          route: "iv",
          kind: "signed",
          prescriber: person("doctor"),
          mgPerKg: mg / 70,
          weightKg: 70,
          mg,
          minutes,
          confirmed: false,
        },
      });
    },
    observe: (label: number, values: Values, sheet: Sheet = "full", by = "ana", observedAt = now): ObservationId => {
      const observationId = ObservationId.parse(next("observation"));
      run(
        {
          type: "record-observation",
          sessionId: sessionId(label),
          observationId,
          entered: { sheet, observedAt, values },
        },
        by,
      );
      return observationId;
    },
    /** Checked in for esketamine with an order of two devices. */
    nasal: (label: number, by = "ana") => {
      make.checkIn(label, by, "nasal");
      run({
        type: "record-order",
        sessionId: sessionId(label),
        order: { route: "nasal", kind: "signed", prescriber: person("doctor"), mg: 56, confirmed: false },
      });
      make.observe(label, CALM, "full", by);
    },
    device: (label: number, by = "ana") => run({ type: "give-device", ...dose(label) }, by),
    stay: (label: number, by = "ana") => run({ type: "stay-with-patient", sessionId: sessionId(label) }, by),
    cover: (nurse: string, by: string, minutes: number) => {
      const coverId = CoverId.parse(next("cover"));
      run({ type: "ask-for-cover", coverId, by: person(by), until: now + minutes * MINUTE }, nurse);
      return coverId;
    },
    start: (label: number, by = "ana") => run({ type: "start-infusion", ...dose(label), mg: 35, plannedMin: 40 }, by),
    pause: (label: number) => run({ type: "pause-infusion", ...dose(label), reason: { code: "nausea" } }),
    resume: (label: number) => run({ type: "resume-infusion", ...dose(label) }),
    end: (label: number) => run({ type: "end-infusion", ...dose(label), givenMg: 35, reason: { code: "complete" } }),
    help: (label: number, flag: "help" | "chest-pain" = "help") =>
      run({ type: "call-help", alarmId: AlarmId.parse(next("alarm")), chairId: chair(label), flag }),
    /** Checked in with a baseline, and the pump started. */
    dosing: (label: number, by = "ana") => {
      make.checkIn(label, by);
      make.order(label);
      make.observe(label, CALM, "full", by);
      make.wait(4);
      make.start(label, by);
    },
    fit: (label: number) => run({ type: "confirm-fit-to-leave", sessionId: sessionId(label), seenSeq: clinic.seq }),
    ride: (label: number, status: "arranged" | "here") =>
      run({
        type: "record-ride",
        sessionId: sessionId(label),
        ride: { status, ...(status === "here" ? { kind: "adult-in-building" as const } : {}) },
      }),
  };
  return make;
};
