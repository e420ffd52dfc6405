import { readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { expect, test } from "vitest";
import { EMPTY_CLINIC, protocolOf, STATE_VERSION, type Clinic } from "#shared/clinic/clinic.ts";
import { evolve } from "#shared/clinic/evolve.ts";
import { readRecorded } from "#shared/clinic/upcast.ts";
import { readiness } from "#shared/recovery/readiness.ts";
import { foldSession } from "#shared/session/fold.ts";

interface Expected {
  readonly events: number;
  /** The hash of the state that the log folds to, by the version of the state's shape. */
  readonly states: Record<string, string>;
  readonly types: readonly string[];
}

/** A log as a release wrote it, a line a body. It must replay for ever: never edit one, only add others. */
const logOf = (release: string): readonly string[] =>
  readFileSync(join(import.meta.dirname, `golden/${release}.jsonl`), "utf8")
    .trimEnd()
    .split("\n");
const expectedOf = (release: string): Expected =>
  JSON.parse(readFileSync(join(import.meta.dirname, `golden/${release}.expected.json`), "utf8")) as Expected;
const GOLDEN = logOf("1.0");

const sessionOf = (body: string): string | null =>
  (JSON.parse(body) as { event: { sessionId?: string } }).event.sessionId ?? null;
const read = (bodies: readonly string[]) =>
  bodies.map((body, n) => readRecorded(body, { seq: n + 1, sessionId: sessionOf(body) }));
const hash = (clinic: Clinic) => createHash("sha256").update(JSON.stringify(clinic)).digest("hex");

test.each(["1.0", "1.1"])("[UP1] the golden log of %s replays to the state that it had then", (release) => {
  const log = logOf(release);
  const known = expectedOf(release);
  const events = read(log);
  expect(events).toHaveLength(known.events);
  const typeOf = (body: string) => (JSON.parse(body) as { event: { type: string } }).event.type;
  expect([...new Set(log.map(typeOf))].toSorted()).toEqual(known.types);
  expect(events.filter(({ event }) => event.type === "event-unreadable")).toEqual([]);
  expect(hash(events.reduce(evolve, EMPTY_CLINIC))).toBe(known.states[STATE_VERSION]);
});

test("[UP1] an old shape is lifted to the event of today, through as many steps as it needs", () => {
  const old = JSON.stringify({
    seq: 1,
    at: 5,
    by: "system",
    role: "system",
    device: "system",
    commandId: "command-0001",
    n: 0,
    event: { type: "note-oldest", session: "session-0001", words: "x" },
  });
  const lifts = {
    "note-oldest": ({ session, words }: Record<string, unknown>) => ({ type: "note-old", sessionId: session, words }),
    "note-old": ({ sessionId, words }: Record<string, unknown>) => ({ type: "note-added", sessionId, text: words }),
  };
  expect(readRecorded(old, { seq: 1, sessionId: "session-0001" }, lifts).event).toEqual({
    type: "note-added",
    sessionId: "session-0001",
    text: "x",
  });
});

test.each([
  ["torn text", (body: string) => body.slice(0, -20)],
  ["an unknown type", (body: string) => body.replace('"infusion-started"', '"infusion-begun"')],
  ["a field of another kind", (body: string) => body.replace('"mg":', '"mg":"many","was":')],
  ["another row's number", (body: string) => body.replace('"seq":', '"seq":9')],
])("[UP2] a row with %s damages its session alone, which is never ready; the rest goes on", (_, damage) => {
  const start = GOLDEN.findIndex((body) => body.includes('"infusion-started"'));
  const end = GOLDEN.findIndex((body) => body.includes('"discharged"'));
  const known = (body: string, n: number) => ({ seq: n + 1, sessionId: sessionOf(body) });
  const events = GOLDEN.slice(0, end).map((body, n) => readRecorded(n === start ? damage(body) : body, known(body, n)));
  expect(events[start]?.event.type).toBe("event-unreadable");
  const clinic = events.reduce(evolve, EMPTY_CLINIC);
  const [session] = Object.values(clinic.sessions);
  expect(session?.damaged).toBe(true);
  expect(session?.observations.length).toBeGreaterThan(3);
  expect(readiness(clinic, session!, protocolOf(clinic, session!.protocol)!, clinic.at).verdict).toBe("not-yet");
});

test("[UP2] a damaged row of no session is counted and hurts nobody", () => {
  const clinic = [...read(GOLDEN.slice(0, 4)), readRecorded("not json", { seq: 5, sessionId: null })].reduce(
    evolve,
    EMPTY_CLINIC,
  );
  expect(clinic.unreadable).toBe(1);
  expect(clinic.seq).toBe(5);
});

test("[UP3] a session folds from its own events to the same facts, whenever it was", () => {
  const events = read(GOLDEN);
  const ending = events.findIndex(({ event }) => event.type === "discharged");
  const live = Object.values(events.slice(0, ending).reduce(evolve, EMPTY_CLINIC).sessions)[0]!;
  const own = events.filter(({ event }) => "sessionId" in event && event.sessionId === live.id);
  expect(foldSession(own.filter(({ seq }) => seq < events[ending]!.seq))).toEqual(live);
});
