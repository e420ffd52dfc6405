import { randomInt, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CommandId, PersonId, type PatientId } from "#shared/base/ids.ts";
import { MINUTE, type Instant } from "#shared/base/time.ts";
import { chairsInPlace } from "#shared/clinic/clinic.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import { startApp } from "./app.ts";
import { buildId } from "./build.ts";
import { loadSecret, readConfig } from "./config.ts";
import { PATIENTS, STAFF, type Who } from "./demo/cast.ts";
import { demoClock } from "./demo/clock.ts";
import { morning } from "./demo/morning.ts";
import { signInDemo, type DemoPerson } from "./demo/staff.ts";
import type { Step } from "./demo/step.ts";
import { foundClinic, grant } from "./http/peopleRoutes.ts";
import { createLog } from "./log.ts";
import { openAccounts } from "./people/accounts.ts";
import { openSetUp } from "./people/setUp.ts";
import { openSqliteStore } from "./store/sqlite.ts";

/**
 * A believable morning with synthetic patients, in a folder that is thrown away: another data folder, another cookie, a
 * watermark on every page. The people of the demo use the wire as everybody does.
 */
const { values } = parseArgs({
  options: {
    speed: { type: "string", default: "1" },
    from: { type: "string", default: "58" },
    port: { type: "string" },
  },
});
const speed = Number(values.speed);
const from = Number(values.from);
if (!(speed > 0 && speed <= 600) || !(from >= 0)) {
  process.stderr.write("--speed is a number from 1 to 600, --from a minute of the morning.\n");
  process.exit(1);
}

const WORDS = [
  "amber",
  "birch",
  "cedar",
  "delta",
  "ember",
  "fjord",
  "grove",
  "heron",
  "island",
  "juniper",
  "kestrel",
  "lagoon",
  "meadow",
  "north",
  "orchid",
  "pebble",
];

const say = (line = ""): void => void process.stdout.write(`${line}\n`);
const folder = mkdtempSync(join(tmpdir(), "chairside-demo-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const config = readConfig({
  ...process.env,
  PORT: values.port ?? process.env["PORT"] ?? "3000",
  DATA_DIR: folder,
  LOG_LEVEL: "error",
  SECRET: "",
  PUBLIC_URL: "",
  DATABASE_URL: "",
});
const begins = Math.floor(Date.now() / MINUTE) * MINUTE - from * MINUTE;
const clock = demoClock(begins, speed);
const store = await openSqliteStore({ folder, onFatal: () => process.exit(70) });
const accounts = await openAccounts({
  folder,
  secret: loadSecret(config),
  baseUrl: config.publicUrl,
  trustedOrigins: [...config.origins],
  secureCookies: false,
  now: clock.now,
});
const app = await startApp({
  config,
  ...store,
  accounts,
  logger: createLog("error"),
  now: clock.now,
  timers: clock.timers,
  setUp: openSetUp({ clock: Date.now, needed: () => Promise.resolve(false) }),
  clientFolder: join(import.meta.dirname, "../dist/client"),
  build: buildId(),
  demo: true,
});

const password = Array.from({ length: 3 }, () => WORDS[randomInt(WORDS.length)]).join(" ");
const ids = new Map<string, PersonId>();
for (const { username, name } of STAFF) ids.set(username, (await accounts.create({ username, name, password })).id);
const personOf = (username: string): PersonId => PersonId.parse(ids.get(username));
const clinicId = await foundClinic(
  { clinics: () => app.clinics },
  {
    clinic: {
      name: "Harbor Street Clinic",
      zone: zoneHere(),
      phone: "555-0142",
      chairs: ["1", "2", "3", "4", "5", "6"],
    },
  },
  personOf("admin"),
);
const lane = await app.clinics.laneOfNew(clinicId);
for (const { username, roles } of STAFF) if (!roles.includes("admin")) await grant(lane, personOf(username), roles);
for (const { id, version } of Object.values(SHIPPED))
  await lane.submit({
    commandId: CommandId.parse(randomUUID()),
    command: { type: "approve-protocol", protocol: { id, version } },
    person: personOf("mira"),
    device: "system",
  });

const url = `http://localhost:${app.port}`;
const team = Object.fromEntries(
  await Promise.all(
    (["ana", "ben", "dana", "eli"] as const).map(
      async (who) => [who, await signInDemo(url, clinicId, who, password)] as const,
    ),
  ),
) as Record<Who, DemoPerson>;
const patients: PatientId[] = [];
for (const patient of PATIENTS) {
  const made = (await team.eli.post("/patients", { ...patient, identifier: null, phone: "555-0100" })) as {
    id: PatientId;
  };
  patients.push(made.id);
}
const steps = morning(
  {
    patients,
    chairs: chairsInPlace(team.eli.clinic()).map(({ id }) => id),
    dana: personOf("dana"),
    nurses: { ana: personOf("ana"), ben: personOf("ben") },
  },
  begins,
);

say(`\nDEMO with synthetic patients at ${url}  (speed ${speed})\n`);
for (const { username, name, roles } of STAFF) say(`  ${username.padEnd(8)}${roles.join(", ").padEnd(12)}${name}`);
say(`\n  password for all of them: ${password}\n\nEverything is thrown away when it stops (Ctrl+C).`);
process.on("SIGINT", () => process.exit(0));
process.on("SIGTERM", () => process.exit(0));

for (const step of steps) await play(step);
await live(begins);
say("The morning is over. The server stays up until you stop it.");

/** What has already happened when the curtain rises is played at once; the rest in its own time. */
async function play({ minute, who, command }: Step): Promise<void> {
  const at = begins + minute * MINUTE;
  if (minute <= from) clock.jumpTo(at);
  else await live(at);
  const person = team[who];
  const wish = command(person.clinic(), clock.now());
  if (!wish) return;
  const answer = await person.submit(wish);
  if (!("accepted" in answer))
    return void process.stderr.write(`minute ${minute}, ${who}, ${wish.type}: ${JSON.stringify(answer)}\n`);
  // What comes next is somebody else's and hangs on it: in a room they would see it on the screen.
  await Promise.all(Object.values(team).map((one) => one.has(answer.accepted.seq)));
}

/** The curtain is up: from the minute that was asked for the clock runs. */
async function live(at: Instant): Promise<void> {
  clock.jumpTo(begins + from * MINUTE);
  await clock.reached(at);
}

function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
