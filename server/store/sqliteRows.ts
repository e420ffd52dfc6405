import type { SQLOutputValue } from "node:sqlite";
import * as z from "zod";
import { Seq } from "#shared/base/ids.ts";

/*
 * What a row must look like. Ids are not checked against their pattern: a damaged row must reach its reader, who shows
 * that one session as damaged, instead of making the whole clinic unreadable.
 */
const storedId = <Brand extends string>() => z.string().brand<Brand>();
const text = z.string().nullable();

const LineRow = z.object({
  seq: Seq,
  sessionId: storedId<"SessionId">().nullable(),
  body: z.string(),
  chain: z.string(),
});
const HeadRow = z.object({ seq: Seq, chain: z.string() });
const ReplyRow = z.object({
  bodyHash: z.string(),
  person: z.union([z.literal("system"), storedId<"PersonId">()]),
  firstSeq: Seq,
  lastSeq: Seq,
});
const CheckpointRow = z.object({ seq: Seq, stateVersion: z.int(), chain: z.string(), state: z.string() });
const ClinicRow = z.object({ clinic: storedId<"ClinicId">() });
const PatientRow = z.object({
  id: storedId<"PatientId">(),
  givenName: z.string(),
  familyName: z.string(),
  birthDate: z.string(),
  identifier: text,
  phone: text,
  allergies: text,
});
const EscortRow = z.object({
  id: storedId<"EscortId">(),
  sessionId: storedId<"SessionId">(),
  name: z.string(),
  relation: text,
  phone: text,
});
const AuditRow = z.object({
  at: z.int(),
  clinicId: storedId<"ClinicId">().nullable(),
  person: storedId<"PersonId">().nullable(),
  device: text,
  action: z.enum([
    "signed-in",
    "sign-in-failed",
    "signed-out",
    "viewed",
    "denied",
    "exported",
    "printed",
    "account-changed",
    "device-code-made",
    "device-enrolled",
    "device-ended",
    "pin-set",
    "pin-signed-in",
    "pin-failed",
  ]),
  subject: z.string(),
});
const AuditChainRow = AuditRow.extend({ id: z.int(), chain: z.string() });

type Row = Record<string, SQLOutputValue>;

const one =
  <T>(schema: z.ZodType<T>) =>
  (row: Row | undefined): T | undefined =>
    row === undefined ? undefined : schema.parse(row);
const many =
  <T>(schema: z.ZodType<T>) =>
  (rows: readonly Row[]): readonly T[] =>
    rows.map((row) => schema.parse(row));

export const lines = many(LineRow);
export const head = one(HeadRow);
export const reply = one(ReplyRow);
export const checkpoint = one(CheckpointRow);
export const clinics = many(ClinicRow);
export const patients = many(PatientRow);
export const escorts = many(EscortRow);
export const auditLines = many(AuditRow);
export const auditChainRows = many(AuditChainRow);
