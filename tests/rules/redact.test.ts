import fc from "fast-check";
import { expect, test, vi } from "vitest";
import * as z from "zod";
import { protocolOf, Clinic } from "#shared/clinic/clinic.ts";
import { Command } from "#shared/clinic/commands.ts";
import { Event } from "#shared/clinic/events.ts";
import { evolve } from "#shared/clinic/evolve.ts";
import { AUDIENCES, redactClinic, redactEvent } from "#shared/clinic/redact.ts";
import { readiness } from "#shared/recovery/readiness.ts";
import { moves, play } from "./histories.ts";
import { CANARY } from "./wish.ts";

// Not a promise of speed: every state of every history is walked through, on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const RUNS = { numRuns: 100 };
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test.each(AUDIENCES)("[AC5] redacting and then evolving is evolving and then redacting: %s", (audience) => {
  fc.assert(
    fc.property(moves, (wished) => {
      const { events, states } = play(wished);
      events.forEach((recorded, n) => {
        const before = states[n]!;
        const after = states[n + 1]!;
        expect(plain(evolve(redactClinic(audience, before), redactEvent(audience, recorded)))).toEqual(
          plain(redactClinic(audience, after)),
        );
      });
    }),
    RUNS,
  );
});

test.each(["desk", "wall"] as const)("[AC8] no free text reaches the %s, in a state or in an event", (audience) => {
  let written = 0;
  fc.assert(
    fc.property(moves, (wished) => {
      const { events, states } = play(wished);
      written += events.filter((recorded) => JSON.stringify(recorded).includes(CANARY)).length;
      for (const recorded of events) expect(JSON.stringify(redactEvent(audience, recorded))).not.toContain(CANARY);
      for (const clinic of states.slice(-3))
        expect(JSON.stringify(redactClinic(audience, clinic))).not.toContain(CANARY);
    }),
    RUNS,
  );
  expect(written).toBeGreaterThan(20); // the canary must have been there to be taken out
});

test("[AC9] who is ready looks the same to every audience", () => {
  fc.assert(
    fc.property(moves, (wished) => {
      const { states, now } = play(wished);
      for (const clinic of states) {
        for (const session of Object.values(clinic.sessions)) {
          const protocol = protocolOf(clinic, session.protocol)!;
          const whole = readiness(clinic, session, protocol, now);
          for (const audience of AUDIENCES) {
            const seen = redactClinic(audience, clinic);
            expect(readiness(seen, seen.sessions[session.id]!, protocol, now)).toEqual(whole);
          }
        }
      }
    }),
    RUNS,
  );
});

/** Every string of a schema that people can fill with anything: no pattern, no short bound, no closed set. */
const freeStrings = (schema: z.ZodType, path: string): readonly string[] => {
  const json = z.toJSONSchema(schema, { io: "input" }) as Json;
  return walk(json, path);
};

interface Json {
  readonly type?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly items?: Json;
  readonly additionalProperties?: Json | boolean;
  readonly anyOf?: readonly Json[];
  readonly oneOf?: readonly Json[];
}

const walk = (json: Json, path: string): readonly string[] => {
  const inner = [
    ...Object.entries(json.properties ?? {}).flatMap(([key, part]) => walk(part, `${path}.${key}`)),
    ...(json.items ? walk(json.items, path) : []),
    ...(typeof json.additionalProperties === "object" ? walk(json.additionalProperties, `${path}.*`) : []),
    ...[...(json.anyOf ?? []), ...(json.oneOf ?? [])].flatMap((part) => walk(part, path)),
  ];
  const free =
    json.type === "string" &&
    json.pattern === undefined &&
    json.enum === undefined &&
    json.const === undefined &&
    (json.maxLength ?? Infinity) > 100;
  return free ? [path, ...inner] : inner;
};

/** Set-up and configuration that everybody in the clinic may read. */
const NOT_ABOUT_PATIENTS = /\.(name|zone|phone|label|sources\.\*|rule|measure|value|keys)$/;

test.each([
  ["event", Event],
  ["command", Command],
  ["state", Clinic],
] as const)("[AC10] free text in an %s is a field named text, and only that", (name, schema) => {
  const free = freeStrings(schema, name).filter((path) => !NOT_ABOUT_PATIENTS.test(path));
  expect(free.length).toBeGreaterThan(0);
  expect(free.filter((path) => !path.endsWith(".text"))).toEqual([]);
});
