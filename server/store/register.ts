import type { ClinicId, EscortId, PatientId, PersonId, SessionId } from "#shared/base/ids.ts";
import type { ChainedRow } from "./chain.ts";

/** A person in the clinic's register. Never in the log and never on the socket: events carry the id alone. */
export interface Patient {
  readonly id: PatientId;
  readonly givenName: string;
  readonly familyName: string;
  /** Calendar date, YYYY-MM-DD. */
  readonly birthDate: string;
  /** The clinic's own record number, when it has one. */
  readonly identifier: string | null;
  readonly phone: string | null;
  /** Free text, shown to care staff alone. */
  readonly allergies: string | null;
}

export interface Escort {
  readonly id: EscortId;
  readonly sessionId: SessionId;
  readonly name: string;
  readonly relation: string | null;
  readonly phone: string | null;
}

/** PT1-PT4. Rows change (a phone number does), so the register is not part of the log; every read is audited by its caller. */
export interface Register {
  /** Adding the same patient again is nothing (a retry); another patient under a known id is a defect. */
  addPatient(clinicId: ClinicId, patient: Patient): Promise<void>;
  /** Only a patient who is there can be changed. */
  changePatient(clinicId: ClinicId, patient: Patient): Promise<void>;
  /**
   * At most 20, by family name: each word of `query` must begin a given or family name (accents and case apart), equal
   * the identifier, or equal the birth date. No word, no patient.
   */
  findPatients(clinicId: ClinicId, query: string): Promise<readonly Patient[]>;
  patients(clinicId: ClinicId, ids: readonly PatientId[]): Promise<readonly Patient[]>;
  /** Added, or changed when the id is known. */
  saveEscort(clinicId: ClinicId, escort: Escort): Promise<void>;
  escorts(clinicId: ClinicId, ids: readonly EscortId[]): Promise<readonly Escort[]>;
}

/** One line of the second chain: who saw, signed in, was refused or exported what. Ids alone, no names, no values. */
export interface AuditLine {
  readonly at: number;
  readonly clinicId: ClinicId | null;
  readonly person: PersonId | null;
  readonly device: string | null;
  readonly action:
    | "signed-in"
    | "sign-in-failed"
    | "signed-out"
    | "viewed"
    | "denied"
    | "exported"
    | "printed"
    | "account-changed"
    | "device-code-made"
    | "device-enrolled"
    | "device-ended"
    | "pin-set"
    | "pin-signed-in"
    | "pin-failed";
  /** What it was done to: a kind and an id, as in `patient:…`, `session:…`, `board`. */
  readonly subject: string;
}

/** AU1. Append-only and hash-chained like the log; never broadcast. */
export interface Audit {
  record(line: AuditLine): Promise<void>;
  /** Newest first, at most `limit`. */
  lines(clinicId: ClinicId, limit: number): Promise<readonly AuditLine[]>;
  /** Rows of all clinics after `after`, ascending, at most `limit`: one chain, for the verifier. */
  rows(after: number, limit: number): Promise<readonly ChainedRow[]>;
}
