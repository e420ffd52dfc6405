import { parseArgs } from "node:util";
import { createInterface } from "node:readline/promises";
import { ConfigError, loadSecret, readConfig } from "#server/config.ts";
import { openClinics } from "#server/clinic/clinics.ts";
import { openAccounts } from "#server/people/accounts.ts";
import { AlreadyRunning, takeLock } from "#server/store/lock.ts";
import { openSqliteStore } from "#server/store/sqlite.ts";
import { Ask, answer, askServer, type Answer } from "./control.ts";

const HELP = `chairside <command>   (npm run chairside -- <command>)

  clinic add    --name NAME --zone ZONE --phone PHONE --chairs 1,2,3 --admin USERNAME
  staff add     --username USERNAME --name NAME --roles nurse,desk [--clinic NAME]
  staff list
  staff disable --username USERNAME
  staff reset   --username USERNAME

Roles: nurse, clinician, director, desk, admin, display.
Passwords are asked for, or read from the variable CHAIRSIDE_PASSWORD; never from the command line.
It asks the running server; with none running it works on the data folder itself (DATA_DIR, ./data).`;

const OPTIONS = {
  name: { type: "string" }, zone: { type: "string" }, phone: { type: "string" }, chairs: { type: "string" }, admin: { type: "string" },
  username: { type: "string" }, roles: { type: "string" }, clinic: { type: "string" }, help: { type: "boolean", short: "h" },
} as const;

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (values.help || positionals.length === 0) return say(HELP);
  const { help: _, chairs, roles, ...rest } = values;
  const wanted = {
    ask: positionals.join("-"),
    ...rest,
    ...(chairs === undefined ? {} : { chairs: chairs.split(",").map((label) => label.trim()) }),
    ...(roles === undefined ? {} : { roles: roles.split(",").map((role) => role.trim()) }),
    ...(NEEDS_PASSWORD.has(positionals.join(" ")) ? { password: await askPassword() } : {}),
  };
  const ask = Ask.safeParse(wanted);
  if (!ask.success) return fail(`${positionals.join(" ")}: ${ask.error.issues.map(({ path, message }) => `--${path.join(".")} ${message}`).join("; ")}. See --help.`);
  const config = readConfig(process.env);
  const said = (await askServer(config.dataDir, ask.data)) ?? (await workAlone(ask.data, config));
  if ("refused" in said) fail(said.refused);
  else say(said.done);
};

const NEEDS_PASSWORD: ReadonlySet<string> = new Set(["staff add", "staff reset"]);

/** No server is running: take its place for a moment, under the same lock. */
const workAlone = async (ask: Ask, config: ReturnType<typeof readConfig>): Promise<Answer> => {
  const lock = takeLock(config.dataDir);
  const store = await openSqliteStore({ folder: config.dataDir, onFatal: () => process.exit(70) });
  const accounts = await openAccounts({ folder: config.dataDir, secret: loadSecret(config), baseUrl: config.publicUrl, trustedOrigins: [...config.origins], secureCookies: config.secureCookies });
  const clinics = await openClinics({ log: store.log, now: Date.now, publish: () => undefined, report: (what) => process.stderr.write(`${what}\n`) });
  try {
    return await answer(ask, { accounts, clinics });
  } finally {
    accounts.close();
    await store.close();
    lock.release();
  }
};

const askPassword = async (): Promise<string> => {
  const given = process.env["CHAIRSIDE_PASSWORD"];
  if (given !== undefined) return given;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const typed = await lines.question("Password (12 characters or more): ");
  lines.close();
  return typed;
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const fail = (line: string): void => {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
};

main().catch((error: unknown) => {
  const expected = error instanceof ConfigError || error instanceof AlreadyRunning || error instanceof TypeError;
  fail(expected ? error.message : `Could not do it: ${error instanceof Error ? error.message : "unknown"}`);
});
