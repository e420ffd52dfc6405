import { join } from "node:path";
import type { Timers } from "#server/clinic/watch.ts";
import { startApp } from "#server/app.ts";
import { buildId } from "#server/build.ts";
import { openControl } from "#server/cli/control.ts";
import { loadSecret, readConfig } from "#server/config.ts";
import { createLog } from "#server/log.ts";
import { openAccounts } from "#server/people/accounts.ts";
import { openSetUp } from "#server/people/setUp.ts";
import { takeLock } from "#server/store/lock.ts";
import { openSqliteStore } from "#server/store/sqlite.ts";

/**
 * The tests' composition root: the product's parts with a domain clock that stands still until the parent moves it.
 * Driven by messages of the child process; the link's clock is real here too.
 */
export type ToServer = { readonly advance: number };
export type FromServer =
  { readonly ready: { readonly port: number; readonly token: string } } | { readonly now: number };

let now = Number(process.env["TEST_NOW"] ?? Date.UTC(2026, 10, 23, 14, 0));

const timers = new Set<{ readonly ms: number; readonly run: () => void; at: number }>();
const fakeTimers: Timers = {
  every: (ms, run) => {
    const timer = { ms, run, at: now + ms };
    timers.add(timer);
    return () => timers.delete(timer);
  },
};

const advance = (ms: number): void => {
  const until = now + ms;
  for (;;) {
    const next = [...timers].toSorted((a, b) => a.at - b.at)[0];
    if (!next || next.at > until) break;
    now = Math.max(now, next.at);
    next.at += next.ms;
    next.run();
  }
  now = until;
};

const config = readConfig(process.env);
const lock = takeLock(config.dataDir);
const store = await openSqliteStore({ folder: config.dataDir, onFatal: () => process.exit(70) });
const accounts = await openAccounts({
  folder: config.dataDir,
  secret: loadSecret(config),
  baseUrl: config.publicUrl,
  trustedOrigins: [...config.origins],
  secureCookies: false,
  record: (what) => store.audit.record({ at: now, clinicId: null, ...what }),
  now: () => now,
});
const setUp = openSetUp({ clock: Date.now, needed: async () => (await store.log.clinics()).length === 0 });
const app = await startApp({
  config,
  ...store,
  accounts,
  setUp,
  logger: createLog(config.logLevel),
  now: () => now,
  timers: fakeTimers,
  clientFolder: join(import.meta.dirname, "../../dist/client"),
  build: process.env["TEST_BUILD"] ?? buildId(),
  demo: false,
});
const control = await openControl(config.dataDir, {
  accounts,
  clinics: app.clinics,
  audit: store.audit,
  now: () => now,
});

const send = (message: FromServer): void => void process.send?.(message);

process.on("message", (message: ToServer) => {
  advance(message.advance);
  send({ now });
});
process.on("SIGTERM", () => {
  void (async () => {
    await control.close();
    await app.close();
    accounts.close();
    await store.close();
    lock.release();
    process.exit(0);
  })();
});
process.on("disconnect", () => process.exit(0));

send({ ready: { port: app.port, token: setUp.token() } });
