/*
 * The first file that runs, on whatever Node is there: plain JavaScript, so that an old one can still read it.
 * `npm run` puts the pinned Node first; where there is no pin for the machine, its own must be new enough.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const NEEDED = 24;
const MAINS = { start: "./main.ts", demo: "./demo.ts", cli: "./cli/main.ts" };

if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  console.error(
    `Chairside needs Node ${NEEDED} or newer; this is ${process.versions.node}. Start it with npm, after npm ci.`,
  );
  process.exit(1);
}

const asked = process.argv[2];
const known = asked === "demo" || asked === "cli" ? asked : "start";
const main = new URL(MAINS[known], import.meta.url);

// The program below sees its own arguments, as if it had been started itself.
process.argv.splice(1, known === asked ? 2 : 1, fileURLToPath(main));
if (existsSync(".env")) process.loadEnvFile(".env");

if (known !== "cli") {
  const { buildClientWhenStale } = await import("./buildClient.ts");
  await buildClientWhenStale((line) => console.log(line));
}
await import(main.href);
