import { describe, expect, test } from "vitest";
import { audienceOf, MAY, mayRead, roleFor, type Read } from "#shared/access/permission.ts";
import { Role } from "#shared/access/role.ts";
import { Command } from "#shared/clinic/commands.ts";

const COMMANDS = Command.options.map(({ shape }) => shape.type.value);

test("[AC1] every command has a row, and no row is for anything else", () => {
  expect(Object.keys(MAY).toSorted()).toEqual([...COMMANDS].toSorted());
});

describe("[AC2] a role can do what its row says and nothing more", () => {
  test.each(COMMANDS)("%s", (command) => {
    for (const role of Role.options) {
      expect(roleFor([role], command)).toBe((MAY[command] as readonly string[]).includes(role) ? role : undefined);
    }
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
  expect(audienceOf(["nurse"])).toBe("care");
  expect(audienceOf(["display", "desk", "nurse"])).toBe("care");
});

test("[AC11] reads have rows too: names for those at the door, records for care, the audit for admin and director", () => {
  const readers = (read: Read) => Role.options.filter((role) => mayRead([role], read));
  expect(readers("register")).toEqual(["nurse", "clinician", "director", "desk"]);
  expect(readers("record")).toEqual(["nurse", "clinician", "director"]);
  expect(readers("audit")).toEqual(["director", "admin"]);
  expect(readers("stream")).not.toContain("system");
});
