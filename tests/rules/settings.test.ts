import { expect, test } from "vitest";
import { currentProtocol, chairsInPlace, EMPTY_CLINIC } from "#shared/clinic/clinic.ts";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import { given, type Wish } from "./scenario.ts";

const found = {
  type: "found-clinic",
  clinicId: "clinic-0001",
  name: "Clinic",
  zone: "UTC",
  phone: "555-0100",
  admin: "admin-0001",
  chairs: [],
} satisfies Wish;

test("[ST1] a clinic is founded once, in a zone that exists, with rules that nobody has approved", () => {
  const clinic = given();
  expect(clinic.refused("system", { ...found, zone: "Mars/Olympus" })).toEqual({ reason: "unknown-zone" });
  expect(clinic.clinic()).toBe(EMPTY_CLINIC);
  clinic.founded();
  expect(clinic.refused("system", found)).toEqual({ reason: "clinic-exists" });
  expect(currentProtocol(clinic.clinic(), "iv")).toEqual({ protocol: IV_PROTOCOL });
});

test("[ST2] a clinic always keeps one admin", () => {
  const clinic = given().founded();
  const end = (person: string, role: "admin" | "nurse") =>
    clinic.answer("admin", { type: "end-membership", person, role }).rejected;
  expect(end("admin-0001", "admin")).toEqual({ reason: "last-admin" });
  clinic.submit("admin", { type: "grant-membership", person: "nurse-0001", role: "admin" });
  expect(end("admin-0001", "admin")).toBeUndefined();
  expect(end("nurse-0001", "admin")).toEqual({ reason: "last-admin" });
  expect(end("nurse-0001", "nurse")).toBeUndefined();
  expect(end("nurse-0001", "nurse")).toEqual({ reason: "unknown-thing" });
  expect(clinic.refused("admin", { type: "grant-membership", person: "desk-0001", role: "desk" })).toEqual({
    reason: "id-taken",
  });
});

test("[ST3] a chair is added at the end of the room and never taken from under a patient", () => {
  const clinic = given().checkedIn();
  expect(clinic.refused("admin", { type: "add-chair", chairId: "chair-two", label: "2", kind: "chair" })).toEqual({
    reason: "id-taken",
  });
  expect(clinic.refused("admin", { type: "remove-chair", chairId: "chair-one" })).toEqual({ reason: "chair-in-use" });
  clinic.submit("admin", { type: "remove-chair", chairId: "chair-two" });
  expect(clinic.refused("admin", { type: "remove-chair", chairId: "chair-two" })).toEqual({ reason: "unknown-thing" });
  clinic.submit("admin", { type: "add-chair", chairId: "chair-nine", label: "9", kind: "recovery-place" });
  expect(chairsInPlace(clinic.clinic()).map(({ id, place }) => `${id} ${place}`)).toEqual([
    "chair-one 0",
    "chair-nine 1",
  ]);
});

test("[ST4] rules come in versions; the newest approved one holds, and until there is one the newest proposal", () => {
  const clinic = given().founded();
  const version = () => currentProtocol(clinic.clinic(), "iv")?.protocol.version;
  const propose = (number: number) =>
    clinic.answer("director", { type: "propose-protocol", protocol: { ...IV_PROTOCOL, version: number } }).rejected;
  const approve = (number: number) =>
    clinic.answer("director", { type: "approve-protocol", protocol: { id: "iv", version: number } }).rejected;
  expect([propose(1), propose(2)]).toEqual([{ reason: "version-taken" }, undefined]);
  expect(version()).toBe(2);
  expect([approve(1), approve(1), approve(7)]).toEqual([
    undefined,
    { reason: "already-approved" },
    { reason: "unknown-thing" },
  ]);
  expect(version()).toBe(1);
  propose(3);
  expect(version()).toBe(1);
  approve(2);
  expect(version()).toBe(2);
});
