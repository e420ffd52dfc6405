import { existsSync } from "node:fs";
import { ConfigError, loadSecret, readConfig, type Config } from "#server/config.ts";
import { openClinics } from "#server/clinic/clinics.ts";
import { openAccounts } from "#server/people/accounts.ts";
import { AlreadyRunning, takeLock } from "#server/store/lock.ts";
import { openSqliteStore, StoreRefused } from "#server/store/sqlite.ts";
import { Ask, answer, type Answer } from "./acts.ts";
import { readCommand } from "./commands.ts";
import { askServer } from "./control.ts";
import { askPassword } from "./password.ts";

const main = async (): Promise<void> => {
  const read = readCommand(process.argv.slice(2));
  if ("help" in read) return say(read.help);
  if ("wrong" in read) return fail(read.wrong);
  const config = readConfig(process.env);
  const password = read.password ? await askPassword() : undefined;
  if (read.password && !password) return fail("No password was given. Type it when asked, or set CHAIRSIDE_PASSWORD.");
  const ask = Ask.safeParse({ ...read.wanted, ...(password === undefined ? {} : { password }) });
  if (!ask.success) return fail(wrongField(ask.error.issues));
  const said = (await askServer(config.dataDir, ask.data)) ?? (await workAlone(ask.data, config));
  if ("refused" in said) fail(said.refused);
  else say(said.done);
};

const wrongField = ([issue]: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string =>
  `--${String(issue?.path[0] ?? "?")} ${issue?.message ?? "could not be read"}.`;

/** CL2. No server is running: take its place for a moment, under the same lock. */
const workAlone = async (ask: Ask, config: Config): Promise<Answer> => {
  if (ask.ask !== "clinic-add" && !existsSync(config.dataDir))
    return { refused: `There is no data in ${config.dataDir}. Is DATA_DIR the right folder?` };
  const lock = takeLock(config.dataDir);
  const store = await openSqliteStore({ folder: config.dataDir, onFatal: () => process.exit(70) });
  const accounts = await openAccounts({
    folder: config.dataDir,
    secret: loadSecret(config),
    baseUrl: config.publicUrl,
    trustedOrigins: [...config.origins],
    secureCookies: config.secureCookies,
  });
  try {
    const clinics = await openClinics({
      log: store.log,
      now: Date.now,
      publish: () => undefined,
      report: (what) => process.stderr.write(`${what}\n`),
    });
    return await answer(ask, { accounts, clinics, audit: store.audit, now: Date.now });
  } finally {
    accounts.close();
    await store.close();
    lock.release();
  }
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const fail = (line: string): void => {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
};

main().catch((error: unknown) => {
  const expected = error instanceof ConfigError || error instanceof AlreadyRunning || error instanceof StoreRefused;
  fail(expected ? error.message : `Could not do it: ${error instanceof Error ? error.message : "unknown"}`);
});
