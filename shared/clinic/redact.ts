import type { Clinic } from "./clinic.ts";
import type { Session } from "#shared/session/session.ts";
import type { Event, Recorded } from "./events.ts";

/** Who receives the stream: people at the chair, people at the desk, a screen on the wall. A closed set. */
export type Audience = "care" | "desk" | "wall";
export const AUDIENCES: readonly Audience[] = ["care", "desk", "wall"];

/**
 * AC5. evolve(redact(s), redact(e)) = redact(evolve(s, e)), for every audience: a redacted screen stays true.
 * AC8, AC10. Free text is always a field named `text`, so taking it out needs no list. WR8. Every seq reaches every audience.
 */
export const redactEvent = (audience: Audience, recorded: Recorded): Recorded => {
  if (audience === "care") return recorded;
  if (audience === "wall" && WALL_WITHHOLDS.has(recorded.event.type))
    return { ...recorded, event: { type: "withheld" } };
  return { ...recorded, event: withoutText(recorded.event) };
};

export const redactClinic = (audience: Audience, clinic: Clinic): Clinic => {
  if (audience === "care") return clinic;
  const readable = withoutText(clinic);
  return audience === "desk" ? readable : { ...readable, sessions: mapValues(readable.sessions, forWall) };
};

/** What a wall has no use for: it shows who needs a human, not what was prescribed or written. */
const WALL_WITHHOLDS: ReadonlySet<Event["type"]> = new Set([
  "order-placed",
  "medicines-recorded",
  "drug-counted",
  "waste-witnessed",
  "gate-item-recorded",
  "sober-reminder-given",
  "note-added",
]);

const forWall = ({ soberReminder: _, medicines: __, ...session }: Session): Session => ({
  ...session,
  orders: [],
  drugCounts: [],
  gate: {},
  notes: [],
});

const mapValues = <Value>(
  record: Readonly<Record<string, Value>>,
  how: (value: Value) => Value,
): Record<string, Value> => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, how(value)]));

const withoutText = <Part>(part: Part): Part => strip(part) as Part;

const strip = (part: unknown): unknown => {
  if (Array.isArray(part)) return part.map(strip);
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).flatMap(([key, value]) => (key === "text" ? [] : [[key, strip(value)]])),
  );
};
