import { join } from "node:path";
import { startApp } from "./app.ts";
import { buildId } from "./build.ts";
import { openControl } from "./cli/control.ts";
import { ConfigError, loadSecret, readConfig } from "./config.ts";
import { createLog, reporter } from "./log.ts";
import { openAccounts } from "./people/accounts.ts";
import { openSetUp } from "./people/setUp.ts";
import { realTimers } from "./realTimers.ts";
import { AlreadyRunning, takeLock } from "./store/lock.ts";
import { StoreRefused, openSqliteStore } from "./store/sqlite.ts";

const CLOSED_WITHIN_MS = 10_000;

/** The product's own composition root: real clock, real store, nothing that can be faked. */
const main = async (): Promise<void> => {
  const config = readConfig(process.env);
  const logger = createLog(config.logLevel);
  const lock = takeLock(config.dataDir);
  const store = await openSqliteStore({
    folder: config.dataDir,
    onFatal: (error) => die("The data could not be written and nobody can say what is on disk", error),
  });
  const accounts = await openAccounts({
    folder: config.dataDir,
    secret: loadSecret(config),
    baseUrl: config.publicUrl,
    trustedOrigins: [...config.origins],
    secureCookies: config.secureCookies,
    record: (what) => store.audit.record({ at: Date.now(), clinicId: null, ...what }),
    now: Date.now,
  });
  const setUp = openSetUp({ clock: Date.now, needed: async () => (await store.log.clinics()).length === 0 });
  const app = await startApp({
    config,
    ...store,
    accounts,
    setUp,
    logger,
    now: Date.now,
    timers: realTimers,
    clientFolder: join(import.meta.dirname, "../dist/client"),
    build: buildId(),
    demo: false,
  });
  const control = await openControl(config.dataDir, {
    accounts,
    clinics: app.clinics,
    audit: store.audit,
    now: Date.now,
  });

  let closing = false;
  const close = async (): Promise<void> => {
    if (closing) return;
    closing = true;
    setTimeout(() => die("Not everything could be closed in time", undefined), CLOSED_WITHIN_MS).unref();
    await control.close();
    await app.close();
    accounts.close();
    await store.close();
    lock.release();
    process.exit(0);
  };
  process.on("SIGTERM", () => void close());
  process.on("SIGINT", () => void close());
  process.on("unhandledRejection", (error) => {
    reporter(logger)("unhandled", error);
    process.exit(70);
  });

  say(`Chairside is at ${config.publicUrl}`);
  if (await setUp.needed())
    say(`Set up your clinic here, once, within 30 minutes:\n  ${config.publicUrl}/set-up#${setUp.token()}`);
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const die = (what: string, error: unknown): never => {
  process.stderr.write(
    `${what} (${error instanceof Error ? error.message : "unknown"}). The server stops; start it again.\n`,
  );
  process.exit(70);
};

/** RN4. One line that a person can act on, and the exit code for a wrong configuration. */
const whyNot = (error: unknown): string => {
  if (error instanceof ConfigError || error instanceof AlreadyRunning || error instanceof StoreRefused)
    return error.message;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return "Another program already listens there: set PORT to a free port.";
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return "The setting HOST is not an address of this machine.";
  if (code === "EACCES") return "This user may not listen on that PORT, or may not write in DATA_DIR.";
  return `Chairside could not start: ${error instanceof Error ? error.message : "unknown"}`;
};

main().catch((error: unknown) => {
  process.stderr.write(`${whyNot(error)}\n`);
  process.exit(78);
});
