import { SessionId } from "#shared/base/ids.ts";
import { liftProtocol1 } from "#shared/protocol/lift.ts";
import { Recorded } from "./events.ts";

type Raw = Record<string, unknown> & { type: string };

/**
 * UP1. Stored shapes never change. When an event needs another shape it gets a new type, and the old one is lifted
 * here: old type -> the event of today. The golden log of each release (tests/rules/golden) must replay for ever.
 */
export const LIFTS: Readonly<Record<string, (old: Raw) => Raw>> = {
  // 2026-11-25: three routes. A protocol and an order of before are those of an infusion.
  "protocol-proposed": (old) => ({
    ...old,
    type: "protocol-version-proposed",
    protocol: isRecord(old["protocol"]) ? liftProtocol1(old["protocol"]) : old["protocol"],
  }),
  "order-recorded": (old) => ({
    ...old,
    type: "order-placed",
    order: isRecord(old["order"]) ? { route: "iv", ...old["order"] } : old["order"],
  }),
};

/** UP2. A row that cannot be read is said to be so: its session is damaged and never ready; the rest goes on. */
export const readRecorded = (
  body: string,
  known: { seq: number; sessionId: string | null },
  lifts = LIFTS,
): Recorded => {
  const raw = parseJson(body);
  const parsed = Recorded.safeParse(
    isRecord(raw) && isEvent(raw["event"]) ? { ...raw, event: lift(raw["event"], lifts) } : raw,
  );
  return parsed.success && parsed.data.seq === known.seq ? parsed.data : unreadable(raw, known);
};

const lift = (event: Raw, lifts: typeof LIFTS): Raw => {
  const up = lifts[event.type];
  return up ? lift(up(event), lifts) : event;
};

const unreadable = (raw: unknown, { seq, sessionId }: { seq: number; sessionId: string | null }): Recorded =>
  Recorded.parse({
    seq,
    at: isRecord(raw) && Number.isSafeInteger(raw["at"]) ? raw["at"] : 0,
    by: "system",
    role: "system",
    device: "system",
    commandId: `unreadable-${seq}`,
    n: 0,
    event: { type: "event-unreadable", ...(SessionId.safeParse(sessionId).success ? { sessionId } : {}) },
  });

const parseJson = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // damaged text: the caller folds it to event-unreadable
  }
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isEvent = (value: unknown): value is Raw => isRecord(value) && typeof value["type"] === "string";
