import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

import { chromium as playwrightChromium } from "@playwright/test";

export interface Browser {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

/** Playwright itself leaves the sandbox off, so that root and containers work; the tests open our own pages alone. */
const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const FOLDERS = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/bin", "/usr/local/bin", "/snap/bin"];
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** The first browser that is really there; nothing is ever downloaded. */
export const findChromium = async (): Promise<Browser> => {
  const named = process.env["CHAIRSIDE_CHROMIUM"];
  if (named !== undefined && !existsSync(named)) throw new Error(`CHAIRSIDE_CHROMIUM names no file: ${named}`);
  const installed =
    named ?? [playwrightChromium.executablePath(), ...installedPlaces()].find((path) => existsSync(path));
  if (installed !== undefined) return { executablePath: installed, args: QUIET, env: environment() };
  return unpacked();
};

const installedPlaces = (): string[] => [
  ...FOLDERS.flatMap((folder) => NAMES.map((name) => join(folder, name))),
  ...APPLICATIONS,
];

const environment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));

/** The Chromium of the npm package, with the libraries and the font that it carries (Linux on x64 alone). */
const unpacked = async (): Promise<Browser> => {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error("No Chromium or Chrome found: install one, or name it in CHAIRSIDE_CHROMIUM.");
  const folder = await unpackOnce();
  const libraries = [join(folder, "al2023/lib"), process.env["LD_LIBRARY_PATH"]].filter((path) => path !== undefined);
  return {
    executablePath: join(folder, "chromium"),
    args: [...QUIET, "--font-render-hinting=none"],
    env: { ...environment(), LD_LIBRARY_PATH: libraries.join(":"), FONTCONFIG_PATH: join(folder, "fonts") },
  };
};

/** Unpacks beside the target and renames, so that a killed run never leaves half a browser. */
const unpackOnce = async (): Promise<string> => {
  const manifest = new URL("../package.json", import.meta.resolve("@sparticuz/chromium"));
  const { version } = JSON.parse(await readFile(manifest, "utf8")) as { version: string };
  const cache = join(import.meta.dirname, "../../node_modules/.cache/chromium");
  const folder = join(cache, version);
  if (existsSync(join(folder, "chromium"))) return folder;
  console.log("Unpacking Chromium from its npm package, a few seconds, once ...");
  await mkdir(cache, { recursive: true });
  const partial = await mkdtemp(join(cache, "unpacking-"));
  await unpackInto(partial);
  await writeFile(join(partial, "fonts/fonts.conf"), fontSettings(join(folder, "fonts")));
  await rename(partial, folder).catch(async (error: unknown) => {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(join(folder, "chromium"))) throw error; // otherwise another run was first
  });
  return folder;
};

/** The package unpacks into the temporary folder of its process, and its libraries only where it sees AWS. */
const unpackInto = async (folder: string): Promise<void> => {
  const script = `import("@sparticuz/chromium").then((chromium) => chromium.default.executablePath())`;
  const env = { ...environment(), TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" };
  await promisify(execFile)(process.execPath, ["-e", script], { cwd: import.meta.dirname, env });
};

/** The package's own settings name folders of its cloud. Its font comes first, the machine's own fill the gaps. */
const fontSettings = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/cache</cachedir>
  ${["sans-serif", "system-ui"].map(preferOpenSans).join("\n  ")}
</fontconfig>
`;

const preferOpenSans = (family: string): string =>
  `<alias binding="strong"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`;
