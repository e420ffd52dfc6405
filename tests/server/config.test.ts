import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { ConfigError, loadSecret, readConfig, SETTING_NAMES } from "#server/config.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chairside-config-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const refusal = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return "accepted";
};

test("[CF1] without any setting it serves this machine alone, from ./data", () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: "127.0.0.1",
    dataDir: resolve("./data"),
    publicUrl: "http://localhost:3000",
    origins: ["http://localhost:3000", "http://127.0.0.1:3000"],
    tls: undefined,
    secureCookies: false,
    trustProxy: false,
    secret: undefined,
    logLevel: "info",
  });
});

test("[CF1] an empty setting is an absent one", () => {
  expect(readConfig(Object.fromEntries(SETTING_NAMES.map((name) => [name, ""])))).toEqual(readConfig({}));
});

test("[CF1] behind a proxy the public address is the only origin, and cookies are secure", () => {
  const config = readConfig({
    HOST: "0.0.0.0",
    PUBLIC_URL: "https://chairside.example/",
    TRUST_PROXY: "10.0.0.2, 10.1.0.0/24,::1",
  });
  expect(config.origins).toEqual(["https://chairside.example"]);
  expect(config.publicUrl).toBe("https://chairside.example");
  expect(config.secureCookies).toBe(true);
  expect(config.trustProxy).toEqual(["10.0.0.2", "10.1.0.0/24", "::1"]);
});

test("[CF1] the default address follows the port", () => {
  expect(readConfig({ PORT: "8080" }).origins).toEqual(["http://localhost:8080", "http://127.0.0.1:8080"]);
});

const LONG = "s".repeat(31);

test.each([
  [{ PORT: "http" }, "PORT", "a port from 1 to 65535"],
  [{ PORT: "0" }, "PORT", "a port from 1 to 65535"],
  [{ PORT: "65536" }, "PORT", "a port from 1 to 65535"],
  [{ PORT: "30.5" }, "PORT", "a port from 1 to 65535"],
  [{ PUBLIC_URL: "chairside.example" }, "PUBLIC_URL", "https://chairside.example"],
  [{ PUBLIC_URL: "ftp://chairside.example" }, "PUBLIC_URL", "https://chairside.example"],
  [{ PUBLIC_URL: "https://chairside.example/app" }, "PUBLIC_URL", "without a path"],
  [{ PUBLIC_URL: "http://clinic.lan" }, "PUBLIC_URL", "an https address"],
  [{ HOST: "0.0.0.0" }, "HOST", "TLS_CERT"],
  [{ HOST: "192.168.1.20" }, "HOST", "TLS_CERT"],
  [{ HOST: "127.evil.example" }, "HOST", "TLS_CERT"],
  [{ TLS_CERT: "/no/such/file.pem", TLS_KEY: "/no/such/key.pem" }, "TLS_CERT", "a file that exists"],
  [{ TRUST_PROXY: "1" }, "TRUST_PROXY", "addresses of proxies"],
  [{ TRUST_PROXY: "true" }, "TRUST_PROXY", "addresses of proxies"],
  [{ TRUST_PROXY: "10.0.0.0/33" }, "TRUST_PROXY", "addresses of proxies"],
  [{ TRUST_PROXY: "10.0.0.2,,10.0.0.3" }, "TRUST_PROXY", "addresses of proxies"],
  [{ SECRET: LONG }, "SECRET", "32"],
  [{ LOG_LEVEL: "loud" }, "LOG_LEVEL", "info"],
  [{ DATA_DIR: `/${"d".repeat(120)}` }, "DATA_DIR", "bytes at most"],
])("[CF1] %j stops the start with one line that names %s and says what it should be", (env, name, should) => {
  const said = refusal(env);
  expect(said).toMatch(new RegExp(`setting ${name}\\b|settings ${name}\\b`));
  expect(said).toContain(should);
  expect(said).not.toContain("\n");
});

test("[CF1] a refusal never repeats the secret", () => {
  expect(refusal({ SECRET: LONG })).not.toContain(LONG);
});

test.each([["TLS_CERT"], ["TLS_KEY"]])("[CF1] %s alone is refused: both or none", (name) => {
  const file = join(folder, "file.pem");
  writeFileSync(file, "");
  expect(refusal({ [name]: file })).toBe("The settings TLS_CERT and TLS_KEY go together: set both or none.");
});

test("[CF1] files that are no certificate and key are refused before the server starts", () => {
  const file = join(folder, "file.pem");
  writeFileSync(file, "not a certificate");
  expect(refusal({ TLS_CERT: file, TLS_KEY: file })).toContain("The settings TLS_CERT and TLS_KEY are not usable.");
});

test("[CF1] .env.example lists every setting and no other", () => {
  const listed = readFileSync(join(import.meta.dirname, "../../.env.example"), "utf8").matchAll(/^#?([A-Z_]+)=/gm);
  expect([...listed].map(([, name]) => name).toSorted()).toEqual([...SETTING_NAMES].toSorted());
});

test("[CF2] a secret is made once, of 256 random bits, and kept for its owner alone", () => {
  const data = join(folder, "data");
  const config = readConfig({ DATA_DIR: data });
  const made = loadSecret(config);
  expect(made).toMatch(/^[0-9a-f]{64}$/);
  expect(loadSecret(config)).toBe(made);
  expect(loadSecret(readConfig({ DATA_DIR: join(folder, "other") }))).not.toBe(made);
  if (process.platform !== "win32") {
    expect([statSync(data).mode & 0o777, statSync(join(data, "secret")).mode & 0o777]).toEqual([0o700, 0o600]);
  }
});

test("[CF2] a given secret is used as it is, and nothing is written", () => {
  const given = "g".repeat(32);
  expect(loadSecret(readConfig({ DATA_DIR: join(folder, "data"), SECRET: given }))).toBe(given);
  expect(() => statSync(join(folder, "data"))).toThrow("ENOENT");
});

test("[CF2] a kept secret that is too short stops the start", () => {
  writeFileSync(join(folder, "secret"), "short");
  expect(() => loadSecret(readConfig({ DATA_DIR: folder }))).toThrow(ConfigError);
});
