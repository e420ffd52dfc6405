import { createHash } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EMPTY_CLINIC, STATE_VERSION } from "#shared/clinic/clinic.ts";
import { evolve } from "#shared/clinic/evolve.ts";
import { readRecorded } from "#shared/clinic/upcast.ts";
import { play } from "#tests/rules/histories.ts";
import type { Move, Who } from "#tests/rules/wish.ts";

/**
 * Writes the golden log of a release, once: `node tests/support/goldenLog.ts 1.1`. It holds every kind of event that the
 * release can write, and tests/rules/upcast.test.ts replays it for ever. A log that exists is never written again.
 */
type Stop = readonly [kind: string, wait?: number, number?: number, who?: Who, session?: 0 | 1];

const BY_INJECTION: readonly Stop[] = [
  ["checkInAny", 1, 2],
  ["orderAny", 1, 2],
  ["cosign", 1, 0, "dana"],
  ["history"],
  ["medicines", 1, 2],
  ["gate"],
  ["sober"],
  ["good"],
  ["high", 1],
  ["clear", 1, 0, "dana"],
  ["injection"],
  ["count"],
  ["witness", 1, 0, "dana"],
  ["stay"],
  ["low", 5],
  ["passOn"],
  ["accept"],
  ["close"],
  ["quiet"],
  ["oxygenOn", 1, 2],
  ["sedative", 1, 2],
  ["strikeDone"],
  ["adverse"],
  ["move"],
  ["away"],
  ["back"],
  ["takeOver", 1, 0, "dana"],
  ["askCover"],
  ["takeCover", 1, 0, "dana"],
  ["endCover"],
  ["help"],
  ["accept", 3],
  ["close"],
  ["late"],
  ["note"],
  ["good", 31],
  ["correct"],
  ["strike"],
  ["good", 31],
  ["accept"],
  ["close"],
  ["exit", 1, 1],
  ["good", 31],
  ["accept"],
  ["close"],
  ["good", 16],
  ["fit"],
  ["verbalFit"],
  ["cosign", 1, 0, "dana"],
  ["rideCall"],
  ["ride", 1, 1, "eli"],
  ["belongings"],
  ["remind"],
  ["handOut"],
  ["discharge"],
];

const INFUSION = (last: readonly Stop[]): readonly Stop[] => [
  ["checkIn"],
  ["order"],
  ["sober"],
  ["good"],
  ["start"],
  ["pause", 5],
  ["resume", 5],
  ["rate"],
  ["end", 10],
  ["correctDose", 1, 1],
  ...last,
];

const WAY: readonly Stop[] = [
  ["backUp"],
  ["expect", 1, 1],
  ["noShow"],
  ["onSite"],
  ...BY_INJECTION,
  ["checkInAny", 1, 1],
  ["orderAny", 1, 1],
  ["setting"],
  ["device"],
  ["device", 6],
  ["noMoreDevices"],
  ["good", 41],
  ["override", 1, 8, "dana"],
  ["ambulance"],
  ...INFUSION([
    ["good", 16],
    ["good", 16],
    ["exit", 1, 1],
    ["override", 1, 0, "dana"],
    ["fit"],
    ["high"],
    ["notThere"],
  ]),
  ...INFUSION([
    ["good", 16],
    ["override", 1, 0, "dana"],
    ["good", 11],
    ["exit", 1, 1],
    ["fit"],
    ["countersign", 1, 0, "dana"],
    ["withoutRide"],
  ]),
  ...INFUSION([
    ["good"],
    ["good", 11],
    ["exit", 1, 1],
    ["override", 1, 0, "dana"],
    ["fit"],
    ["ride", 1, 1, "eli"],
    ["belongings"],
    ["remind"],
    ["handOut"],
    ["discharge"],
  ]),
  ...INFUSION([
    ["high"],
    ["high", 5],
    ["good", 5],
    ["good", 5],
    ["accept"],
    ["close"],
    ["late", 1, 20],
    ["good", 16],
    ["good", 16],
    ["exit", 1, 1],
    ["fit"],
    ["ride", 1, 1, "eli"],
    ["belongings"],
    ["remind"],
    ["handOut"],
    ["discharge"],
  ]),
  ...INFUSION([["advice"]]),
  ...INFUSION([["onPaper"]]),
  ...INFUSION([["transfer"]]),
  ["checkIn"],
  ["abort"],
];

const moves: readonly Move[] = WAY.map(([kind, wait = 1, number = 1, who = "ana", session = 0]) => ({
  kind,
  wait,
  number,
  who,
  session,
}));
const release = process.argv[2];
const folder = join(import.meta.dirname, "../rules/golden");
const file = join(folder, `${release}.jsonl`);
if (!release || existsSync(file)) throw new Error(`which release? ${file} is there or has no name`);
const { events } = play(moves);
const bodies = events.map((one) => JSON.stringify(one));
// As a server reads it back, years later.
const clinic = bodies
  .map((body, n) => readRecorded(body, { seq: n + 1, sessionId: null }))
  .reduce(evolve, EMPTY_CLINIC);
const types = [...new Set(events.map(({ event }) => event.type))].toSorted();
const hash = createHash("sha256").update(JSON.stringify(clinic)).digest("hex");
writeFileSync(file, `${bodies.join("\n")}\n`);
writeFileSync(
  join(folder, `${release}.expected.json`),
  `${JSON.stringify({ events: events.length, states: { [STATE_VERSION]: hash }, types }, null, 1)}\n`,
);
console.log(`${events.length} events of ${types.length} types`);
