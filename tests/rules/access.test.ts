import { describe, expect, test } from "vitest";
import { audienceOf, MAY, mayRead, roleFor, type Read } from "#shared/access/permission.ts";
import { Role } from "#shared/access/role.ts";
import { Command } from "#shared/clinic/commands.ts";

/** The same table read the other way, by who stands there: the first role of a line is the one an act is signed with. */
const BY_WHOM: Readonly<Record<string, string>> = {
  system: "found-clinic raise-timed-alarms",
  "admin system": "grant-membership end-membership add-chair remove-chair",
  "admin director system": "propose-protocol",
  director: "approve-protocol",
  "nurse clinician director admin": "set-back-up",
  "nurse clinician director": `
    attest-prescriber-on-site move-session take-over-patient record-order
    review-history record-medicines record-gate-item give-sober-reminder
    start-infusion pause-infusion resume-infusion change-rate end-infusion
    give-injection give-device stop-devices correct-dose-fact count-drug witness-waste
    record-observation correct-observation strike-observation add-note
    record-intervention strike-intervention record-adverse-event
    accept-alarm clear-alarm pass-on-alarm pause-audio stay-with-patient ask-for-cover take-cover end-cover
    confirm-fit-to-leave record-verbal-countersign
    record-left-against-advice record-discharged-on-paper record-transferred-out record-taken-by-emergency
    abort-before-dose`,
  "nurse clinician director desk": `
    expect-patient withdraw-visit check-in record-away record-back call-help
    record-ride record-ride-call return-belongings acknowledge-door-reminder give-hand-out
    complete-discharge record-left-without-ride record-not-in-chair`,
  "clinician director": "cosign give-clearance countersign-fit-to-leave",
  "clinician director nurse": "override-check",
};

const wordsOf = (text = ""): string[] => text.split(/\s+/).filter(Boolean);

const COMMANDS = Command.options.map(({ shape }) => shape.type.value);

test("[AC1] every command has a row, and no row is for anything else", () => {
  expect(Object.keys(MAY).toSorted()).toEqual([...COMMANDS].toSorted());
});

describe("[AC2] a role can do what its row says and nothing more", () => {
  test.each(Object.keys(BY_WHOM))("%s", (roles) => {
    const theirs = COMMANDS.filter((command) => MAY[command].join(" ") === roles);
    expect(theirs.toSorted()).toEqual(wordsOf(BY_WHOM[roles]).toSorted());
    for (const command of theirs)
      expect(Role.options.filter((role) => roleFor([role], command) === role).toSorted()).toEqual(
        wordsOf(roles).toSorted(),
      );
  });

  test("nobody without a role can do anything; of several roles the first that may counts", () => {
    for (const command of COMMANDS) expect(roleFor([], command)).toBeUndefined();
    expect(roleFor(["desk", "nurse"], "record-observation")).toBe("nurse");
  });

  test("a wall can do nothing at all", () => {
    expect(COMMANDS.filter((command) => roleFor(["display"], command) !== undefined)).toEqual([]);
  });

  test("clinical criteria are never the desk's to sign", () => {
    expect(roleFor(["desk"], "confirm-fit-to-leave")).toBeUndefined();
    expect(roleFor(["desk"], "record-observation")).toBeUndefined();
    expect(roleFor(["desk"], "complete-discharge")).toBe("desk");
  });
});

test("[AC4] each role sees the least it needs; of several roles the one that shows most", () => {
  expect(audienceOf([])).toBeUndefined();
  expect(audienceOf(["display"])).toBe("wall");
  expect(audienceOf(["desk"])).toBe("desk");
  expect(audienceOf(["admin"])).toBe("desk");
  for (const role of ["nurse", "clinician", "director", "system"] as const) expect(audienceOf([role])).toBe("care");
  expect(audienceOf(["display", "desk", "nurse"])).toBe("care");
});

test("[AC11] reads have rows too: names for those at the door, records for care, the audit and the ledger for admin and director", () => {
  const readers = (read: Read) => Role.options.filter((role) => mayRead([role], read));
  expect(readers("register")).toEqual(["nurse", "clinician", "director", "desk"]);
  expect(mayRead(["desk", "nurse"], "record")).toBe(true);
  expect(readers("record")).toEqual(["nurse", "clinician", "director"]);
  expect(readers("audit")).toEqual(["director", "admin"]);
  expect(readers("ledger")).toEqual(readers("audit"));
  expect(readers("devices")).toEqual(["admin"]);
  expect(readers("stream")).toEqual(["nurse", "clinician", "director", "desk", "admin", "display"]);
  expect(readers("register-write")).toEqual(readers("register"));
  expect(readers("staff")).toEqual(readers("stream"));
});
