import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { COMMANDS, readCommand } from "#server/cli/commands.ts";
import { takeLock } from "#server/store/lock.ts";
import { PASSWORD } from "#tests/support/people.ts";
import { chairside, folderFor, words } from "./programs.ts";

describe("what is typed", () => {
  const wrong: readonly (readonly [typed: string, line: RegExp])[] = [
    ["clinic remove", /^There is no command "clinic remove"\. See: npm run chairside -- --help$/],
    ["toString", /^There is no command "toString"/],
    ["staff add ana", /^There is no command "staff add ana"/],
    ["--username ana", /^There is no command ""/],
    ["staff add --username ana", /^staff add needs --name, --roles\. See: npm run chairside -- staff add --help$/],
    ["clinic add", /^clinic add needs --name, --zone, --phone, --chairs, --admin\./],
    ["staff disable --username", /^staff disable: --username needs a value\./],
    ["staff disable --username ana --now", /^staff disable: there is no option --now\./],
    ["staff disable -u ana", /^staff disable: there is no option -u\./],
    ["staff list --username ana", /^staff list: there is no option --username\./],
    ["staff disable --username ana otto", /^staff disable: "otto" belongs to no option\./],
    [`staff reset --username ana --password x`, /^staff reset: there is no option --password\./],
  ];
  test.each(wrong)("[CL1] %s: one line says what is wrong", (typed, line) => {
    const read = readCommand(words(typed));
    expect(read).toHaveProperty("wrong");
    expect("wrong" in read && read.wrong).toMatch(line);
  });

  test("[CL1] every command explains itself, in any order of words and with nothing done", () => {
    for (const command of Object.keys(COMMANDS)) {
      const read = readCommand([...command.split(" "), "--username", "ana", "--help"]);
      expect("help" in read && read.help).toMatch(new RegExp(`^${command}`));
      expect(readCommand([])).toEqual({ help: expect.stringContaining(`\n  ${command}`) as string });
    }
    expect(readCommand(["--help"])).toEqual(readCommand([]));
  });

  test("[CL3] no option takes a password; those who need one are asked", () => {
    for (const { needs, may = {} } of Object.values(COMMANDS))
      expect(Object.keys({ ...needs, ...may }).join()).not.toMatch(/password/);
    expect(readCommand(words("staff add --username ana --name Ana --roles nurse,desk"))).toEqual({
      wanted: { ask: "staff-add", username: "ana", name: "Ana", roles: ["nurse", "desk"] },
      password: true,
    });
    expect(readCommand(words("staff disable --username ana"))).toMatchObject({ password: false });
  });
});

describe("with no server running", () => {
  test("[CL2] it takes the lock itself and makes a clinic with its admin, then staff, in an empty folder", async () => {
    const folder = join(folderFor(), "data");
    const clinic = await chairside(
      folder,
      'clinic add --name "Harbor (synthetic)" --zone America/New_York --phone 555-0100 --chairs 1,2 --admin admin --admin-name "Admin Synthetic"',
      { password: PASSWORD },
    );
    expect(clinic).toEqual({
      code: 0,
      out: expect.stringMatching(
        /^Clinic Harbor \(synthetic\) added \([\w-]+\), 2 chairs, admin admin\. Its protocols wait for a director's approval\.\n$/,
      ) as string,
      err: "",
    });
    const director = await chairside(
      folder,
      'staff add --username mira --name "Mira Synthetic" --roles director,clinician',
      { input: `${PASSWORD}\n` },
    );
    expect(director).toEqual({ code: 0, out: "mira added to Harbor (synthetic) as director, clinician.\n", err: "" });
    const list = await chairside(folder, "staff list");
    expect(list).toEqual({
      code: 0,
      out: "admin\tAdmin Synthetic\tadmin at Harbor (synthetic)\nmira\tMira Synthetic\tdirector, clinician at Harbor (synthetic)\n",
      err: "",
    });
  });

  test("[CL1] [CL3] what cannot be done, for want of a password say, is one line and a failed end", async () => {
    const elsewhere = join(folderFor(), "data");
    const [noFolder, noPassword, noRole] = await Promise.all([
      chairside(elsewhere, "staff list"),
      chairside(folderFor(), "staff reset --username ana"),
      chairside(folderFor(), "staff add --username ana --name Ana --roles nurse,king", { password: PASSWORD }),
    ]);
    expect(noFolder).toEqual({
      code: 1,
      out: "",
      err: `There is no data in ${elsewhere}. Is DATA_DIR the right folder?\n`,
    });
    expect(existsSync(elsewhere)).toBe(false);
    expect(noPassword).toEqual({
      code: 1,
      out: "",
      err: "No password was given. Type it when asked, or set CHAIRSIDE_PASSWORD.\n",
    });
    expect(noRole).toEqual({
      code: 1,
      out: "",
      err: "--roles are nurse, clinician, director, desk, admin, display.\n",
    });
  });

  test("[CL2] a folder that somebody holds without answering is left alone", async () => {
    const folder = folderFor();
    const lock = takeLock(folder);
    expect(await chairside(folder, "staff list")).toEqual({
      code: 1,
      out: "",
      err: `Another Chairside already uses ${folder}. Stop it first, or give this one another DATA_DIR.\n`,
    });
    lock.release();
  });
});
