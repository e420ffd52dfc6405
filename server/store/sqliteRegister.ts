import type { DatabaseSync } from "node:sqlite";
import { assert } from "#shared/base/assert.ts";
import type { ClinicId } from "#shared/base/ids.ts";
import { MOST_FOUND, searchable, searchWords } from "./patientSearch.ts";
import type { Patient } from "./register.ts";
import type { Readers, Writers } from "./sqliteCalls.ts";
import * as rows from "./sqliteRows.ts";

const PATIENT = `id, given_name AS givenName, family_name AS familyName, birth_date AS birthDate, identifier, phone, allergies`;

/** The tables patients and escorts. */
export const registerReaders = (db: DatabaseSync): Readers<"findPatients" | "patients" | "escorts"> => {
  const find = db.prepare(FIND);
  const patients = db.prepare(
    `SELECT ${PATIENT} FROM patients WHERE clinic = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY found_family_first`,
  );
  const escorts = db.prepare(
    `SELECT id, session AS sessionId, name, relation, phone FROM escorts
     WHERE clinic = ? AND id IN (SELECT value FROM json_each(?))`,
  );
  return {
    findPatients: (clinicId, query) => {
      const words = searchWords(query);
      return words.length === 0 ? [] : rows.patients(find.all(clinicId, JSON.stringify(words), MOST_FOUND));
    },
    patients: (clinicId, ids) => rows.patients(patients.all(clinicId, JSON.stringify(ids))),
    escorts: (clinicId, ids) => rows.escorts(escorts.all(clinicId, JSON.stringify(ids))),
  };
};

export const registerWriters = (db: DatabaseSync): Writers<"addPatient" | "changePatient" | "saveEscort"> => {
  const add = db.prepare(ADD);
  const isThere = db.prepare(IS_THERE);
  const change = db.prepare(CHANGE);
  const saveEscort = db.prepare(
    `INSERT INTO escorts (clinic, id, session, name, relation, phone) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (clinic, id) DO UPDATE SET
       session = excluded.session, name = excluded.name, relation = excluded.relation, phone = excluded.phone`,
  );
  return {
    addPatient: (clinicId, patient) => {
      const facts = factsOf(clinicId, patient);
      if (isThere.get(facts) === undefined) add.run({ ...facts, ...foundBy(patient) });
    },
    changePatient: (clinicId, patient) => {
      const { changes } = change.run({ ...factsOf(clinicId, patient), ...foundBy(patient) });
      assert(changes === 1, `patient ${patient.id} is not there`);
    },
    saveEscort: (clinicId, { id, sessionId, name, relation, phone }) => {
      saveEscort.run(clinicId, id, sessionId, name, relation, phone);
    },
  };
};

const factsOf = (
  clinic: ClinicId,
  { id, givenName, familyName, birthDate, identifier, phone, allergies }: Patient,
) => ({ clinic, id, givenName, familyName, birthDate, identifier, phone, allergies });

const foundBy = (patient: Patient) => {
  const { names, identifier, familyFirst } = searchable(patient);
  return { foundNames: names, foundIdentifier: identifier, foundFamilyFirst: familyFirst };
};

const ADD = `
  INSERT INTO patients (clinic, id, given_name, family_name, birth_date, identifier, phone, allergies,
    found_names, found_identifier, found_family_first)
  VALUES (:clinic, :id, :givenName, :familyName, :birthDate, :identifier, :phone, :allergies,
    :foundNames, :foundIdentifier, :foundFamilyFirst)`;

const CHANGE = `
  UPDATE patients SET given_name = :givenName, family_name = :familyName, birth_date = :birthDate,
    identifier = :identifier, phone = :phone, allergies = :allergies,
    found_names = :foundNames, found_identifier = :foundIdentifier, found_family_first = :foundFamilyFirst
  WHERE clinic = :clinic AND id = :id`;

const IS_THERE = `
  SELECT 1 FROM patients
  WHERE clinic = :clinic AND id = :id AND given_name = :givenName AND family_name = :familyName
    AND birth_date = :birthDate AND identifier IS :identifier AND phone IS :phone AND allergies IS :allergies`;

/** PT2. The same rule as `matches` in patientSearch.ts: both are held to one contract test. */
const FIND = `
  SELECT ${PATIENT} FROM patients
  WHERE clinic = ?1 AND NOT EXISTS (
    SELECT 1 FROM json_each(?2) AS word
    WHERE NOT (
      (word.value ->> 'name' <> '' AND instr(found_names, ' ' || (word.value ->> 'name')) > 0)
      OR coalesce(found_identifier = word.value ->> 'whole', FALSE)
      OR birth_date = word.value ->> 'whole'
    )
  )
  ORDER BY found_family_first LIMIT ?3`;
