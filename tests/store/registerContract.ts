import { expect, test } from "vitest";
import type { Register } from "#server/store/register.ts";
import { clinicA, clinicB, escort, patient } from "./makers.ts";

const people = [
  patient("1", { givenName: "María del Carmen", familyName: "García", identifier: "MR-100", birthDate: "1970-01-02" }),
  patient("2", { givenName: "Maren", familyName: "O'Brien", identifier: "mr-200", birthDate: "1980-03-07" }),
  patient("3", { givenName: "Anna", familyName: "Smith-Jones", birthDate: "1980-03-07" }),
  patient("4", { givenName: "Carl", familyName: "100%_Test", birthDate: "1999-12-31" }),
];

const QUERIES: readonly (readonly [query: string, ids: readonly string[]])[] = [
  ["gar", ["1"]],
  ["GARCÍA", ["1"]],
  ["carmen gar", ["1"]],
  ["gar maria", ["1"]],
  ["mar", ["1", "2"]],
  ["obrien", ["2"]],
  ["o'br", ["2"]],
  ["jones", ["3"]],
  ["smith-jo", ["3"]],
  ["arcia", []],
  ["mr-100", ["1"]],
  ["MR-200", ["2"]],
  ["MR-2", []],
  ["1980-03-07", ["2", "3"]],
  ["1980-03", []],
  ["1980-03-07 anna", ["3"]],
  ["100%", ["4"]],
  ["%", []],
  ["_", []],
  ["-", []],
  ["", []],
  ["   ", []],
  ["garcia nobody", []],
];

export const registerContract = (open: () => Promise<Register>): void => {
  const opened = async () => {
    const register = await open();
    for (const person of people) await register.addPatient(clinicA, person);
    return register;
  };

  test("[PT1] a patient comes back as entered, and as changed", async () => {
    const register = await opened();
    const [first] = people;
    expect(await register.patients(clinicA, [patient("1").id])).toEqual([first]);
    const changed = patient("1", { familyName: "Núñez", phone: "555-0100", allergies: "latex" });
    await register.changePatient(clinicA, changed);
    expect(await register.patients(clinicA, [changed.id])).toEqual([changed]);
    expect(await register.findPatients(clinicA, "nunez")).toEqual([changed]);
    expect(await register.findPatients(clinicA, "garcia")).toEqual([]);
  });

  test("[PT1] adding the same patient again is nothing; another one under the same id is a defect", async () => {
    const register = await open();
    await register.addPatient(clinicA, patient("1"));
    await register.addPatient(clinicA, patient("1"));
    await expect(register.addPatient(clinicA, patient("1", { familyName: "Other" }))).rejects.toThrow();
    expect(await register.patients(clinicA, [patient("1").id])).toEqual([patient("1")]);
  });

  test("[PT1] a patient who is not there cannot be changed", async () => {
    const register = await open();
    await expect(register.changePatient(clinicA, patient("1"))).rejects.toThrow("not there");
  });

  test("[PT2] each word of a query begins a name, or is the identifier or the birth date", async () => {
    const register = await opened();
    const found = await Promise.all(QUERIES.map(([query]) => register.findPatients(clinicA, query)));
    const asked = QUERIES.map(([query, ids]) => [query, ids.map((id) => patient(id).id)]);
    expect(QUERIES.map(([query], n) => [query, found[n]?.map((person) => person.id)])).toEqual(asked);
  });

  test("[PT2] at most 20 are found, by family name", async () => {
    const register = await open();
    const names = Array.from({ length: 25 }, (_, n) => `Synthetic${String.fromCharCode(97 + ((n * 7) % 25))}`);
    for (const [n, familyName] of names.entries()) await register.addPatient(clinicA, patient(`${n}`, { familyName }));
    const found = await register.findPatients(clinicA, "synthetic");
    expect(found.map((person) => person.familyName)).toEqual([...names].sort().slice(0, 20));
  });

  test("[PT3] clinics do not see each other's patients and escorts", async () => {
    const register = await opened();
    await register.saveEscort(clinicA, escort("1"));
    expect(await register.findPatients(clinicB, "garcia")).toEqual([]);
    expect(await register.patients(clinicB, [patient("1").id])).toEqual([]);
    expect(await register.escorts(clinicB, [escort("1").id])).toEqual([]);
    await register.addPatient(clinicB, patient("1", { familyName: "Elsewhere" }));
    expect(await register.patients(clinicA, [patient("1").id])).toEqual(people.slice(0, 1));
  });

  test("[PT4] an escort is saved, and changed under the same id; unknown ids are left out", async () => {
    const register = await open();
    await register.saveEscort(clinicA, escort("1"));
    const changed = escort("1", { name: "Other Escort", relation: "sister", phone: "555-0101" });
    await register.saveEscort(clinicA, changed);
    expect(await register.escorts(clinicA, [escort("2").id, changed.id])).toEqual([changed]);
  });
};
