import { randomUUID } from "node:crypto";
import type * as z from "zod";
import { AlarmId, DoseFactId, ObservationId, PatientId, SessionId, type ChairId } from "#shared/base/ids.ts";
import type { CommandOf } from "#shared/clinic/commands.ts";
import type { Values } from "#shared/vitals/observation.ts";

/** The domain clock of a test server stands here until somebody moves it. */
export const START = Date.UTC(2026, 10, 23, 14, 0);

export const newId = <Schema extends z.ZodType>(schema: Schema): z.infer<Schema> => schema.parse(randomUUID());

export const checkIn = (chairId: ChairId): CommandOf<"check-in"> => ({
  type: "check-in",
  sessionId: newId(SessionId),
  patientId: newId(PatientId),
  chairId,
  route: "iv",
  from65: false,
});

export const startInfusion = (sessionId: SessionId, at = START): CommandOf<"start-infusion"> => ({
  type: "start-infusion",
  sessionId,
  factId: newId(DoseFactId),
  at,
  mg: 40,
  plannedMin: 40,
});

export const lookIn = (sessionId: SessionId, observedAt = START): CommandOf<"record-observation"> => ({
  type: "record-observation",
  sessionId,
  observationId: newId(ObservationId),
  entered: { sheet: "look-in", observedAt, values: { seen: "resting-breathing" } },
});

const CALM: Values = { sbp: 124, dbp: 78, hr: 72, spo2: 98, rr: 14, sedation: 5, dissociation: 2, distress: 0 };

export const fullSet = (
  sessionId: SessionId,
  observedAt = START,
  values: Values = {},
): CommandOf<"record-observation"> => ({
  type: "record-observation",
  sessionId,
  observationId: newId(ObservationId),
  entered: { sheet: "full", observedAt, values: { ...CALM, ...values } },
});

export const note = (sessionId: SessionId, text: string): CommandOf<"add-note"> => ({
  type: "add-note",
  sessionId,
  text,
});

export const abort = (sessionId: SessionId): CommandOf<"abort-before-dose"> => ({
  type: "abort-before-dose",
  sessionId,
  reason: { code: "patient-declined" },
});

export const help = (chairId: ChairId): CommandOf<"call-help"> => ({
  type: "call-help",
  alarmId: newId(AlarmId),
  chairId,
  flag: "help",
});
