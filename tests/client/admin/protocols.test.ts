import { expect, test } from "vitest";

import { backUpsOf } from "#client/admin/backUpModel.ts";
import { changeWords, problemLine, readFile } from "#client/admin/protocolImport.ts";
import { approvalOf, asNext, byRoute, proposalsOf, surenessCounts, versionsOf } from "#client/admin/protocolModel.ts";
import { EMPTY_CLINIC, type Clinic } from "#shared/clinic/clinic.ts";
import { exportProtocols } from "#shared/protocol/file.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { rowsOf } from "#shared/protocol/rows.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import { boardClinic, person, TEN } from "#tests/client/boardClinic.ts";

const version = (number: number, part: Partial<Protocol> = {}): Protocol => ({
  ...SHIPPED.iv,
  version: number,
  ...part,
});
const later = (number: number): Protocol =>
  version(number, { window: { ...SHIPPED.iv.window, toMin: SHIPPED.iv.window.toMin + 5 } });

const clinicWith = (protocols: readonly Protocol[], approved: readonly number[] = []): Clinic => ({
  ...EMPTY_CLINIC,
  protocols: Object.fromEntries(
    protocols.map((protocol) => [
      `${protocol.id}@${protocol.version}`,
      { protocol, ...(approved.includes(protocol.version) && { approved: { at: TEN, by: person("doctor") } }) },
    ]),
  ),
});
const iv = (clinic: Clinic) => byRoute(clinic)[0]!;

test("[AD1] a route has its versions newest first; the newest approved one holds, else the newest, which is not approved", () => {
  const all = [version(1), later(2), version(3)];
  const { route, versions, holds } = iv(clinicWith(all, [1, 2]));
  expect([route, versions.map(({ protocol }) => protocol.version), holds?.protocol.version]).toEqual([
    "iv",
    [3, 2, 1],
    2,
  ]);
  expect(iv(clinicWith(all)).holds).toMatchObject({ protocol: { version: 3 } });
  expect(iv(clinicWith(all)).holds).not.toHaveProperty("approved");
  expect(byRoute(clinicWith(all)).map(({ versions: { length } }) => length)).toEqual([3, 0, 0]);
});

test("[AD2] before an approval it is said what it changes, and how much of it is our own proposal", () => {
  const clinic = clinicWith([version(1), later(2)], [1]);
  const [second] = versionsOf(clinic, "iv");
  const { newer, differences, ownProposals, lines } = approvalOf(clinic, second!);
  expect(newer).toBeUndefined();
  expect(differences?.map(({ label, from, to }) => `${label}: ${from}, now ${to}`)).toEqual([
    "Window to: acute end + 30 min, now acute end + 35 min",
  ]);
  expect(lines).toBe(rowsOf(later(2)).length);
  expect(ownProposals).toBe(rowsOf(later(2)).filter(({ sureness }) => sureness === "D").length);
});

test("[AD2] the first approval of a route has nothing to compare with; an older version comes into use no more", () => {
  const none = clinicWith([version(1)]);
  expect(approvalOf(none, versionsOf(none, "iv")[0]!)).toMatchObject({ newer: undefined, differences: undefined });
  const newer = clinicWith([version(1), later(2)], [2]);
  expect(approvalOf(newer, versionsOf(newer, "iv")[1]!).newer?.protocol.version).toBe(2);
});

test("[AD3] our defaults are offered where a route has none, or none that says what they say, under the next number", () => {
  expect(byRoute(EMPTY_CLINIC).map(({ offer }) => offer && `${offer.route} ${offer.version}`)).toEqual([
    "iv 1",
    "im 1",
    "nasal 1",
  ]);
  expect(iv(clinicWith([later(4)])).offer).toEqual({ ...SHIPPED.iv, version: 5 });
  expect(iv(clinicWith([version(1), later(2)])).offer).toBeUndefined();
  expect(byRoute(boardClinic(1).clinic()).map(({ offer }) => offer)).toEqual([undefined, undefined, undefined]);
});

test("[AD4] a number that is taken is never given again, neither for the route nor for the name", () => {
  const clinic = clinicWith([version(1), later(4)]);
  expect(asNext(clinic, version(1)).version).toBe(5);
  expect(asNext(clinic, { ...SHIPPED.im, id: "iv" }).version).toBe(5);
  expect(asNext(clinic, SHIPPED.im).version).toBe(1);
});

test("[AD4] what was exported comes back as proposals, oldest first, each with what it would change", () => {
  const clinic = clinicWith([version(1), later(2), SHIPPED.nasal], [1]);
  const read = readFile(clinic, exportProtocols([later(2), version(1), SHIPPED.nasal]));
  if (!("proposals" in read)) throw new Error("not read");
  expect(read.proposals.map(({ protocol }) => `${protocol.route} ${protocol.version}`)).toEqual([
    "iv 3",
    "nasal 2",
    "iv 4",
  ]);
  expect(read.proposals.map(changeWords)).toEqual([
    "says the same as version 1, in use now",
    "says the same as version 1, in use now",
    "1 line differs from version 1, in use now",
  ]);
  expect(proposalsOf(EMPTY_CLINIC, [SHIPPED.im]).map(changeWords)).toEqual(["the first of its route"]);
});

test("[AD4] a file with problems says each with its place, and none of it is proposed", () => {
  const of = (text: string) => {
    const read = readFile(EMPTY_CLINIC, text);
    return "problems" in read ? read.problems.map(problemLine) : [];
  };
  expect(of("{")).toEqual(["The file: This is not a JSON file."]);
  const half = JSON.stringify({ format: "chairside-protocols", version: 1, protocols: [{ ...SHIPPED.iv, exit: 7 }] });
  expect(of(half).length).toBeGreaterThan(0);
  expect(of(half)[0]).toMatch(/^Protocol 1 · exit: /);
  expect(of(`"${"x".repeat(1_000_001)}"`)).toEqual(["The file: This file is too large to be one of protocols."]);
});

test("[AD5] every line counts once among how sure we are", () => {
  const counts = surenessCounts(SHIPPED.nasal);
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(rowsOf(SHIPPED.nasal).length);
  expect(counts.map(({ sureness }) => sureness)).toContain("D");
});

test("[AD7] who looks after patients can be backed up by a colleague or by nobody, and not set is neither", () => {
  const clinic = boardClinic(1);
  const rows = () =>
    backUpsOf(clinic.clinic()).map(({ person: of, backUp, choices }) => [of, backUp, choices.length] as const);
  expect(rows()).toEqual([
    [person("ana"), undefined, 2],
    [person("ben"), undefined, 2],
    [person("doctor"), undefined, 2],
  ]);
  clinic.run({ type: "set-back-up", nurse: person("ana"), backUp: person("ben") });
  clinic.run({ type: "set-back-up", nurse: person("ben"), backUp: "nobody" });
  expect(rows().map(([, backUp]) => backUp)).toEqual([person("ben"), "nobody", undefined]);
});
