import { MINUTE } from "#shared/base/time.ts";
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
} from "#shared/base/ids.ts";
import { stamp } from "#shared/clinic/apply.ts";
import { EMPTY_CLINIC, type Clinic } from "#shared/clinic/clinic.ts";
import type { Event, Recorded } from "#shared/clinic/events.ts";
import { evolve } from "#shared/clinic/evolve.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";

const START = Date.UTC(2026, 10, 23, 14, 0);
const NURSE = "nurse-synthetic" as PersonId;
const id = <Id extends string>(name: string, n: number): Id => `${name}-${String(n).padStart(8, "0")}` as Id;

const observation = (sessionId: SessionId, n: number, minute: number): Event => ({
  type: "observation-recorded",
  sessionId,
  observationId: id<ObservationId>(`obs-${sessionId}`, n),
  late: false,
  clamped: false,
  entered: {
    sheet: "full",
    observedAt: START + minute * MINUTE,
    values: {
      sbp: 118 + (n % 30),
      dbp: 74 + (n % 14),
      hr: 68 + (n % 12),
      spo2: 95 + (n % 5),
      rr: 14,
      sedation: 4 + (n % 2),
      dissociation: n % 7,
      distress: n % 3,
    },
  },
});

/** A synthetic session of exactly `events` facts: checked in, an infusion of 40 minutes, sets for the rest of four hours. */
const factsOf = (chair: number, events: number): readonly Event[] => {
  const sessionId = id<SessionId>("session", chair);
  const dose = (n: number) => ({ sessionId, factId: id<DoseFactId>(`dose-${chair}`, n), flags: [] });
  const sets = events - 3;
  const minute = (n: number): number => (n * 230) / sets;
  return [
    {
      type: "checked-in",
      sessionId,
      patientId: id<PatientId>("patient", chair),
      chairId: id<ChairId>("chair", chair),
      route: "iv",
      protocol: { id: "iv", version: 1 },
      zone: "America/New_York",
      from65: false,
    },
    { type: "infusion-started", ...dose(1), at: START + 5 * MINUTE, mg: 35, plannedMin: 40 },
    ...Array.from({ length: sets }, (_, n) => observation(sessionId, n, minute(n))),
    { type: "infusion-ended", ...dose(2), at: START + 45 * MINUTE, givenMg: 35, reason: { code: "complete" } },
  ];
};

const CLINIC: readonly Event[] = [
  {
    type: "clinic-founded",
    clinicId: "clinic-synthetic" as ClinicId,
    name: "Synthetic",
    zone: "America/New_York",
    phone: "555-0100",
  },
  { type: "protocol-version-proposed", protocol: SHIPPED.iv },
];

/** The log of a clinic with so many sessions of so many facts each, one after the other. */
export const logOf = (sessions: number, events: number): readonly Recorded[] => {
  const context = {
    now: START,
    person: NURSE,
    role: "nurse",
    device: "device-synthetic" as DeviceId,
    commandId: "command-synthetic" as CommandId,
    clinicId: "clinic-synthetic" as ClinicId,
  } as const;
  const all = [...CLINIC, ...Array.from({ length: sessions }, (_, chair) => factsOf(chair + 1, events)).flat()];
  return stamp(EMPTY_CLINIC, all, context);
};

export const fold = (log: readonly Recorded[]): Clinic => log.reduce(evolve, EMPTY_CLINIC);

/** Four hours after check-in: every session has its dose behind it. */
export const LATER = START + 240 * MINUTE;
