import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import { join, resolve } from "node:path";
import { createSecureContext } from "node:tls";
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

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
const PORT = "a port from 1 to 65535";
const ADDRESS = "an address like https://chairside.example, without a path";
/** The system's bound on the path of a local socket is 107 bytes; the command line asks over one in the data folder. */
const LONGEST_FOLDER = 94;

const setting = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);
const file = z.string().refine(existsSync, "a file that exists");

const Settings = z.object({
  PORT: setting(
    z
      .string()
      .regex(/^\d{1,5}$/, PORT)
      .transform(Number)
      .refine((port) => port >= 1 && port <= 65_535, PORT)
      .default(3000),
  ),
  HOST: setting(z.string().trim().min(1).default("127.0.0.1")),
  DATA_DIR: setting(
    z
      .string()
      .default("./data")
      .transform((folder) => resolve(folder))
      .refine(
        (folder) => process.platform === "win32" || Buffer.byteLength(folder) <= LONGEST_FOLDER,
        `a path of ${LONGEST_FOLDER} bytes at most`,
      ),
  ),
  PUBLIC_URL: setting(
    z
      .url({ protocol: /^https?$/, error: ADDRESS })
      .refine(isPlainAddress, ADDRESS)
      .optional(),
  ),
  TLS_CERT: setting(file.optional()),
  TLS_KEY: setting(file.optional()),
  TRUST_PROXY: setting(
    z
      .string()
      .transform((list) => list.split(",").map((one) => one.trim()))
      .refine(
        (list) => list.every(isProxy),
        "addresses of proxies like 10.0.0.2 or 10.0.0.0/24, with commas between them",
      )
      .optional(),
  ),
  SECRET: setting(z.string().min(32, "at least 32 random characters").optional()),
  LOG_LEVEL: setting(z.enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(", ")}`).default("info")),
});

/** What `.env.example` must list, no more and no less. */
export const SETTING_NAMES: readonly string[] = Object.keys(Settings.shape);

/** CF1. All settings, parsed once; a wrong one stops the start and names itself. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const parsed = Settings.safeParse(env);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigError(
      `The setting ${String(issue?.path[0] ?? "?")} is not usable. It should be ${issue?.message ?? "readable"}. See .env.example.`,
    );
  }
  const { PORT: port, HOST: host, DATA_DIR: dataDir, PUBLIC_URL, TRUST_PROXY, SECRET, LOG_LEVEL } = parsed.data;
  const tls = readTls(parsed.data);
  const scheme = tls ? "https" : "http";
  const publicUrl = PUBLIC_URL?.replace(/\/+$/, "") ?? `${scheme}://localhost:${port}`;
  refusePlainHttp(publicUrl, host, tls !== undefined);
  return {
    port,
    host,
    publicUrl,
    tls,
    dataDir,
    secret: SECRET,
    logLevel: LOG_LEVEL,
    origins: PUBLIC_URL === undefined ? [publicUrl, `${scheme}://127.0.0.1:${port}`] : [new URL(publicUrl).origin],
    secureCookies: publicUrl.startsWith("https:"),
    trustProxy: TRUST_PROXY ?? false,
  };
};

const readTls = ({ TLS_CERT: cert, TLS_KEY: key }: z.infer<typeof Settings>): Config["tls"] => {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined)
    throw new ConfigError("The settings TLS_CERT and TLS_KEY go together: set both or none.");
  try {
    createSecureContext({ cert: readFileSync(cert), key: readFileSync(key) });
  } catch {
    throw new ConfigError(
      "The settings TLS_CERT and TLS_KEY are not usable. They should be a certificate and its own private key, as PEM files that can be read.",
    );
  }
  return { cert, key };
};

/** Passwords and patients travel in the clear on this machine alone. */
const refusePlainHttp = (publicUrl: string, host: string, tls: boolean): void => {
  if (publicUrl.startsWith("https:")) return;
  if (tls) throw new ConfigError("The setting PUBLIC_URL is not usable. With TLS_CERT it should be the https address.");
  if (!isLoopback(new URL(publicUrl).hostname))
    throw new ConfigError("The setting PUBLIC_URL is not usable. Beyond this machine it should be an https address.");
  if (!isLoopback(host))
    throw new ConfigError(
      "The setting HOST is not this machine alone: set TLS_CERT and TLS_KEY, or PUBLIC_URL to the https address of the proxy in front.",
    );
};

const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || host === "[::1]" || (isIP(host) === 4 && host.startsWith("127."));

/** Hoisted: the schema above is made when the file is read. */
function isPlainAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { pathname, search, hash, username, password } = new URL(address);
  return pathname === "/" && `${search}${hash}${username}${password}` === "";
}

function isProxy(written: string): boolean {
  if (["loopback", "linklocal", "uniquelocal"].includes(written)) return true;
  const [address = "", bits, ...more] = written.split("/");
  const family = isIP(address);
  return (
    family !== 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)))
  );
}

/** CF2. The key that signs the sign-in cookies: given, or made once and kept for its owner alone. */
export const loadSecret = ({ secret, dataDir }: Config): string => {
  if (secret !== undefined) return secret;
  const path = join(dataDir, "secret");
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(path, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx", flush: true });
  }
  chmodSync(path, 0o600);
  const kept = readFileSync(path, "utf8").trim();
  if (kept.length < 32)
    throw new ConfigError(`The file ${path} is too short to be a secret: remove it and start again.`);
  return kept;
};
