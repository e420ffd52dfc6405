import { randomInt, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CommandId, PersonId, type ChairId, type PatientId } from "#shared/base/ids.ts";
import { MINUTE } from "#shared/base/time.ts";
import { chairsInPlace } from "#shared/clinic/clinic.ts";
import type { StaffRole } from "#shared/access/role.ts";
import { startApp } from "./app.ts";
import { buildId } from "./build.ts";
import { loadSecret, readConfig } from "./config.ts";
import { demoClock } from "./demo/clock.ts";
import { morning, type Step, type Who } from "./demo/morning.ts";
import { signInDemo, type DemoPerson } from "./demo/staff.ts";
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

const PEOPLE: readonly (readonly [username: string, name: string, roles: readonly StaffRole[]])[] = [
  ["ana", "Ana Lima", ["nurse"]],
  ["ben", "Ben Okoro", ["nurse"]],
  ["dana", "Dr. Dana Rey", ["clinician"]],
  ["eli", "Eli Marsh", ["desk"]],
  ["mira", "Dr. Mira Voss", ["director"]],
  ["admin", "Alex Admin", ["admin"]],
];
const PATIENTS = [
  ["Noor", "Haddad", "1984-05-02"],
  ["Walter", "Brandt", "1961-11-19"],
  ["June", "Park", "1992-03-30"],
  ["Teresa", "Alvarez-Montgomery", "1975-08-08"],
  ["Sam", "Ito", "1988-01-14"],
] as const;
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
for (const [username, name] of PEOPLE) ids.set(username, (await accounts.create({ username, name, password })).id);
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
for (const [username, , roles] of PEOPLE) if (!roles.includes("admin")) await grant(lane, personOf(username), roles);
await lane.submit({
  commandId: CommandId.parse(randomUUID()),
  command: { type: "approve-protocol", protocol: { id: "iv", version: 1 } },
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
for (const [givenName, familyName, birthDate] of PATIENTS) {
  const made = (await team.eli.post("/patients", {
    givenName,
    familyName,
    birthDate,
    identifier: null,
    phone: "555-0100",
    allergies: givenName === "Walter" ? "Penicillin" : null,
  })) as { id: PatientId };
  patients.push(made.id);
}
const steps = morning(
  { patients, chairs: chairsInPlace(team.eli.clinic()).map(({ id }): ChairId => id), dana: personOf("dana") },
  begins,
);

say(`\nDEMO with synthetic patients at ${url}  (speed ${speed})\n`);
for (const [username, name, roles] of PEOPLE) say(`  ${username.padEnd(8)}${roles.join(", ").padEnd(12)}${name}`);
say(`\n  password for all of them: ${password}\n\nEverything is thrown away when it stops (Ctrl+C).`);
process.on("SIGINT", () => process.exit(0));
process.on("SIGTERM", () => process.exit(0));

for (const step of steps) await play(step);
say("The morning is over. The server stays up until you stop it.");

/** What has already happened when the curtain rises is played at once; the rest in its own time. */
async function play({ minute, who, command }: Step): Promise<void> {
  const at = begins + minute * MINUTE;
  if (minute <= from) clock.jumpTo(at);
  else await clock.reached(at);
  const person = team[who];
  const wish = command(person.clinic(), clock.now());
  if (!wish) return;
  const answer = await person.submit(wish);
  if (!("accepted" in answer))
    process.stderr.write(`minute ${minute}, ${who}, ${wish.type}: ${JSON.stringify(answer)}\n`);
}

function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
