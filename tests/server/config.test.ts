import { execFileSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { loadSecret, readConfig, SETTING_NAMES } from "#server/config.ts";
import { folderFor } from "./programs.ts";

test("[CF1] nothing has to be set: this machine alone, over plain HTTP, data in ./data", () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: "127.0.0.1",
    dataDir: resolve("data"),
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

test("[CF1] behind a proxy the address that people type is the only origin, and cookies are secure", () => {
  const config = readConfig({
    HOST: "0.0.0.0",
    PUBLIC_URL: "https://Chairside.Example/",
    TRUST_PROXY: "10.0.0.2, 10.1.0.0/16,loopback",
  });
  expect(config).toMatchObject({
    origins: ["https://chairside.example"],
    secureCookies: true,
    trustProxy: ["10.0.0.2", "10.1.0.0/16", "loopback"],
  });
});

describe("[CF1] a wrong setting stops the start and names itself", () => {
  const wrong: readonly (readonly [name: string, env: Record<string, string>])[] = [
    ["PORT", { PORT: "0" }],
    ["PORT", { PORT: "65536" }],
    ["PORT", { PORT: "80a" }],
    ["PORT", { PORT: "-1" }],
    ["PORT", { PORT: "30.5" }],
    ["HOST", { HOST: "0.0.0.0" }],
    ["HOST", { HOST: "127.example.com" }],
    ["DATA_DIR", { DATA_DIR: `/${"long".repeat(30)}` }],
    ["PUBLIC_URL", { PUBLIC_URL: "chairside.example" }],
    ["PUBLIC_URL", { PUBLIC_URL: "ftp://chairside.example" }],
    ["PUBLIC_URL", { PUBLIC_URL: "https://chairside.example/clinic" }],
    ["PUBLIC_URL", { PUBLIC_URL: "http://chairside.example" }],
    ["TLS_CERT", { TLS_CERT: "/no/such/file", TLS_KEY: "/no/such/file" }],
    ["TLS_KEY", { TLS_CERT: import.meta.filename }],
    ["TLS_CERT", { TLS_CERT: import.meta.filename, TLS_KEY: import.meta.filename }],
    ["TRUST_PROXY", { TRUST_PROXY: "1" }],
    ["TRUST_PROXY", { TRUST_PROXY: "true" }],
    ["TRUST_PROXY", { TRUST_PROXY: "10.0.0.2,,10.0.0.3" }],
    ["TRUST_PROXY", { TRUST_PROXY: "10.0.0.0/33" }],
    ["SECRET", { SECRET: "x".repeat(31) }],
    ["LOG_LEVEL", { LOG_LEVEL: "loud" }],
  ];
  test.each(wrong)("%s: %j", (name, env) => {
    expect(() => readConfig(env)).toThrow(new RegExp(`^The settings? .*${name}`));
    expect(() => readConfig(env)).toThrow(/^[^\n]+$/);
  });

  test("and a secret is not repeated", () => {
    expect(() => readConfig({ SECRET: "too-short-a-secret" })).not.toThrow(/too-short-a-secret/);
  });
});

test("[CF1] with a certificate of its own it may listen beyond this machine, and PUBLIC_URL is https", () => {
  const [cert, key] = certificate();
  expect(readConfig({ HOST: "0.0.0.0", TLS_CERT: cert, TLS_KEY: key })).toMatchObject({
    publicUrl: "https://localhost:3000",
    secureCookies: true,
  });
  expect(() => readConfig({ TLS_CERT: cert, TLS_KEY: key, PUBLIC_URL: "http://localhost:3000" })).toThrow(/PUBLIC_URL/);
});

test("[CF1] .env.example lists every setting and no other, each commented out", () => {
  const lines = readFileSync(join(import.meta.dirname, "../../.env.example"), "utf8").split("\n");
  const listed = lines.flatMap((line) => /^#([A-Z_]+)=/.exec(line)?.[1] ?? []);
  expect(listed.toSorted()).toEqual([...SETTING_NAMES].toSorted());
  expect(lines.filter((line) => line !== "" && !line.startsWith("#"))).toEqual([]);
});

test("[CF1] what .env.example shows can be used as it stands", () => {
  const text = readFileSync(join(import.meta.dirname, "../../.env.example"), "utf8");
  const shown = Object.fromEntries(
    [...text.matchAll(/^#([A-Z_]+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
  const { TLS_CERT, TLS_KEY, ...rest } = shown; // files that only a clinic has
  expect([TLS_CERT, TLS_KEY]).not.toContain(undefined);
  expect(readConfig(rest)).toMatchObject({ port: 3000, host: "127.0.0.1", dataDir: resolve("data"), logLevel: "info" });
});

test("[CF2] the secret is made once, with 256 bits, for its owner alone", () => {
  const config = readConfig({ DATA_DIR: folderFor() });
  const secret = loadSecret(config);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(loadSecret(config)).toBe(secret);
  expect(statSync(join(config.dataDir, "secret")).mode & 0o777).toBe(0o600);
});

test("[CF2] a secret that is given is used and not written down; a damaged file is named", () => {
  const folder = folderFor();
  const given = "x".repeat(32);
  expect(loadSecret(readConfig({ DATA_DIR: folder, SECRET: given }))).toBe(given);
  writeFileSync(join(folder, "secret"), "");
  expect(() => loadSecret(readConfig({ DATA_DIR: folder }))).toThrow(join(folder, "secret"));
});

const certificate = (): readonly [cert: string, key: string] => {
  const folder = folderFor();
  const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")] as const;
  execFileSync(
    "openssl",
    [
      "req",
      "-x509",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:prime256v1",
      "-nodes",
      "-subj",
      "/CN=localhost",
      "-days",
      "1",
      "-keyout",
      key,
      "-out",
      cert,
    ],
    { stdio: "ignore" },
  );
  return [cert, key];
};
