import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { SignedIn } from "#tests/support/people.ts";
import { runCable, type Cable } from "#tests/support/proxy.ts";
import { freePort } from "#tests/support/server.ts";
import { signedIn } from "./kept.ts";
import { isLive } from "./seated.ts";
import { expect, test as base } from "./stage.ts";

/** A tablet: one profile on disk, one cable to the server, and a browser process that can be killed and started again. */
interface Tablet {
  readonly cable: Cable;
  /** A new browser process on the same profile, with a page at this path, signed in. */
  readonly open: (who: SignedIn, path: string) => Promise<Page>;
  /** SIGKILL to every process of the browser: nothing is flushed and nobody says goodbye. */
  readonly kill: () => Promise<void>;
  /** Every byte of the databases that the profile holds. */
  readonly databases: () => Buffer;
}

export const test = base.extend<{ tablet: Tablet }>({
  tablet: async ({ server, playwright, launchOptions }, use) => {
    const profile = mkdtempSync(join(tmpdir(), "chairside-profile-"));
    const cable = await runCable(server.port);
    const rule = `MAP localhost:${server.port} 127.0.0.1:${new URL(cable.url).port}`;
    let child: ChildProcess | undefined;
    const kill = async (): Promise<void> => {
      if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, "exit");
      process.kill(-child.pid, "SIGKILL");
      await exit;
    };
    await use({
      cable,
      open: async (who, path) => {
        const port = await freePort();
        const own = [`--user-data-dir=${profile}`, `--remote-debugging-port=${port}`, `--host-resolver-rules=${rule}`];
        const args = ["--headless", "--no-sandbox", ...(launchOptions.args ?? []), ...own, "about:blank"];
        const { executablePath = "" } = launchOptions;
        child = spawn(executablePath, args, {
          detached: true,
          stdio: "ignore",
          env: { ...process.env, ...launchOptions.env },
        });
        await expect(() => fetch(`http://127.0.0.1:${port}/json/version`)).toPass({ timeout: 15_000 });
        const browser = await playwright.chromium.connectOverCDP(`http://127.0.0.1:${port}`);
        const [context] = browser.contexts();
        if (!context) throw new Error("a browser without a context");
        await signedIn(context, server, who);
        const page = context.pages()[0] ?? (await context.newPage());
        await page.setViewportSize({ width: 1024, height: 768 });
        await page.goto(server.url + path);
        await isLive(page);
        await page.waitForLoadState("networkidle"); // the pages that it fetches ahead
        return page;
      },
      kill,
      databases: () => Buffer.concat(filesOf(join(profile, "Default/IndexedDB")).map((file) => readFileSync(file))),
    });
    await kill();
    await cable.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  },
});

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
