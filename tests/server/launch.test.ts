import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

import { describe, expect, test } from "vitest";

import { clientIsStale } from "#server/buildClient.ts";

const LAUNCH = join(import.meta.dirname, "../../server/launch.js");

test("[RN1] an old Node gets one clear line and a failed start", async () => {
  const pretend = 'data:text/javascript,Object.defineProperty(process.versions, "node", { value: "20.1.0" })';
  const start = promisify(execFile)(process.execPath, ["--import", pretend, LAUNCH]);
  await expect(start).rejects.toMatchObject({
    code: 1,
    stdout: "",
    stderr: "Chairside needs Node 24 or newer; this is 20.1.0. Start it with npm, after npm ci.\n",
  });
});

describe("the built client", () => {
  const EARLIER = new Date("2026-01-01T10:00:00Z");
  const LATER = new Date("2026-01-01T10:00:01Z");
  const SOURCES = ["client/main.tsx", "shared/base/ids.ts", "vite.config.ts", "package-lock.json"];
  const FOLDERS = ["client", "shared/base", "shared"];

  const folder = (): string => {
    const root = mkdtempSync(join(tmpdir(), "chairside-launch-"));
    for (const file of SOURCES) put(root, file, EARLIER);
    for (const name of FOLDERS) utimesSync(join(root, name), EARLIER, EARLIER);
    return root;
  };

  const put = (root: string, file: string, at: Date): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), "");
    utimesSync(join(root, file), at, at);
  };

  test("[RN2] is stale when it is missing", () => {
    expect(clientIsStale(folder())).toBe(true);
  });

  test("[RN2] is fresh when nothing changed since", () => {
    const root = folder();
    put(root, "dist/client/index.html", EARLIER);
    expect(clientIsStale(root)).toBe(false);
  });

  test.each(SOURCES)("[RN2] is stale when %s is newer", (file) => {
    const root = folder();
    put(root, "dist/client/index.html", EARLIER);
    put(root, file, LATER);
    expect(clientIsStale(root)).toBe(true);
  });

  test("[RN2] is stale when a source was taken away", () => {
    const root = folder();
    put(root, "dist/client/index.html", EARLIER);
    utimesSync(join(root, "shared/base"), LATER, LATER);
    expect(clientIsStale(root)).toBe(true);
  });
});
