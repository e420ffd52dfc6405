import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as z from "zod";

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** The address that people type, without a slash at the end. */
  readonly publicUrl: string;
  /** Pages of these origins alone may post and open sockets. */
  readonly origins: readonly string[];
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  readonly secureCookies: boolean;
  /** Addresses of proxies whose X-Forwarded-For is believed; nobody's by default. */
  readonly trustProxy: string[] | false;
  readonly secret: string | undefined;
  readonly logLevel: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
}

/** One line that names the setting and what it should be. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const absent = (value: unknown) => (value === "" ? undefined : value);

const Settings = z.object({
  PORT: z.preprocess(absent, z.coerce.number().int().min(0).max(65_535, "a port from 0 to 65535").default(3000)),
  HOST: z.preprocess(absent, z.string().default("127.0.0.1")),
  DATA_DIR: z.preprocess(absent, z.string().default("./data")),
  PUBLIC_URL: z.preprocess(absent, z.url({ protocol: /^https?$/, error: "an address like https://chairside.example" }).optional()),
  TLS_CERT: z.preprocess(absent, z.string().refine(existsSync, "a file that exists").optional()),
  TLS_KEY: z.preprocess(absent, z.string().refine(existsSync, "a file that exists").optional()),
  TRUST_PROXY: z.preprocess(absent, z.string().optional()),
  SECRET: z.preprocess(absent, z.string().min(32, "at least 32 random characters").optional()),
  LOG_LEVEL: z.preprocess(absent, z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info")),
});

/** CF1. All settings, parsed once; a wrong one stops the start and names itself. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const parsed = Settings.safeParse(env);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigError(`The setting ${String(issue?.path[0] ?? "?")} is not usable: ${issue?.message ?? "unreadable"}. See .env.example.`);
  }
  const { PORT: port, HOST: host, DATA_DIR, PUBLIC_URL, TLS_CERT, TLS_KEY, TRUST_PROXY, SECRET, LOG_LEVEL } = parsed.data;
  if ((TLS_CERT === undefined) !== (TLS_KEY === undefined)) throw new ConfigError("The settings TLS_CERT and TLS_KEY go together: set both or none.");
  const tls = TLS_CERT !== undefined && TLS_KEY !== undefined ? { cert: TLS_CERT, key: TLS_KEY } : undefined;
  const scheme = tls ? "https" : "http";
  const publicUrl = PUBLIC_URL?.replace(/\/+$/, "") ?? `${scheme}://localhost:${port}`;
  if (!tls && !isLoopback(host) && !publicUrl.startsWith("https:")) {
    throw new ConfigError("HOST is not this machine alone: set TLS_CERT and TLS_KEY, or PUBLIC_URL to the https address of the proxy in front.");
  }
  return {
    port, host, publicUrl, tls, dataDir: resolve(DATA_DIR), secret: SECRET, logLevel: LOG_LEVEL,
    origins: PUBLIC_URL === undefined ? [publicUrl, `${scheme}://127.0.0.1:${port}`] : [new URL(publicUrl).origin],
    secureCookies: publicUrl.startsWith("https:"),
    trustProxy: TRUST_PROXY?.split(",").map((address) => address.trim()) ?? false,
  };
};

const isLoopback = (host: string): boolean => host === "localhost" || host === "::1" || host.startsWith("127.");

/** CF2. The key that signs the sign-in cookies: given, or made once and kept for its owner alone. */
export const loadSecret = ({ secret, dataDir }: Config): string => {
  if (secret !== undefined) return secret;
  const path = join(dataDir, "secret");
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(path, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  }
  chmodSync(path, 0o600);
  const kept = readFileSync(path, "utf8").trim();
  if (kept.length < 32) throw new ConfigError(`The file ${path} is too short to be a secret: remove it and start again.`);
  return kept;
};
