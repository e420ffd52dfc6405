import * as z from "zod";

/** Ids are opaque: 8-64 letters, digits, `-` or `_`. New ones are random UUIDs, made by whoever makes the thing. */
const id = <Brand extends string>() =>
  z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .refine(isNoBuiltIn)
    .brand<Brand>();

/** DE2. Ids are keys of records, where `constructor` or `__proto__` would find something that nobody put there. */
function isNoBuiltIn(text: string): boolean {
  return !(text in {});
}

export const ClinicId = id<"ClinicId">();
export type ClinicId = z.infer<typeof ClinicId>;

export const PersonId = id<"PersonId">();
export type PersonId = z.infer<typeof PersonId>;

export const PatientId = id<"PatientId">();
export type PatientId = z.infer<typeof PatientId>;

export const EscortId = id<"EscortId">();
export type EscortId = z.infer<typeof EscortId>;

export const DeviceId = id<"DeviceId">();
export type DeviceId = z.infer<typeof DeviceId>;

export const ChairId = id<"ChairId">();
export type ChairId = z.infer<typeof ChairId>;

export const VisitId = id<"VisitId">();
export type VisitId = z.infer<typeof VisitId>;

export const SessionId = id<"SessionId">();
export type SessionId = z.infer<typeof SessionId>;

export const ObservationId = id<"ObservationId">();
export type ObservationId = z.infer<typeof ObservationId>;

/** One recorded fact about a dose: a start, a pause, an injection, a device, an end. Corrections name it. */
export const DoseFactId = id<"DoseFactId">();
export type DoseFactId = z.infer<typeof DoseFactId>;

export const InterventionId = id<"InterventionId">();
export type InterventionId = z.infer<typeof InterventionId>;

export const AdverseEventId = id<"AdverseEventId">();
export type AdverseEventId = z.infer<typeof AdverseEventId>;

/** One count of a controlled drug: drawn, given, wasted. */
export const DrugCountId = id<"DrugCountId">();
export type DrugCountId = z.infer<typeof DrugCountId>;

export const CoverId = id<"CoverId">();
export type CoverId = z.infer<typeof CoverId>;

export const AlarmId = id<"AlarmId">();
export type AlarmId = z.infer<typeof AlarmId>;

export const CommandId = id<"CommandId">();
export type CommandId = z.infer<typeof CommandId>;

/** The number of an event in its clinic's log: 1, 2, 3 … without a gap. 0 is "before the first". */
export const Seq = z.int().min(0).brand<"Seq">();
export type Seq = z.infer<typeof Seq>;

/** Made once per log and anew by a restore; a client that holds another epoch starts from a snapshot. */
export const Epoch = id<"Epoch">();
export type Epoch = z.infer<typeof Epoch>;

export const seq = (value: number): Seq => value as Seq;
