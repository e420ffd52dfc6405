import type { EventOf, Recorded } from "#shared/clinic/events.ts";
import type { Observation } from "#shared/vitals/observation.ts";
import type { DoseFact } from "./dose.ts";
import type { Session } from "./session.ts";

type DoseEvent = EventOf<
  | "infusion-started"
  | "infusion-paused"
  | "infusion-resumed"
  | "infusion-rate-changed"
  | "infusion-ended"
  | "injection-given"
  | "device-given"
  | "devices-stopped"
>;

/** The fact as the session keeps it. */
export const doseFact = ({ at: recordedAt, by }: Recorded, event: DoseEvent): DoseFact => {
  const base = { id: event.factId, at: event.at, recordedAt, by, flags: event.flags, struck: false, corrections: [] };
  switch (event.type) {
    case "infusion-started":
      return { kind: "start", ...base, mg: event.mg, plannedMin: event.plannedMin, rateMlPerH: event.rateMlPerH };
    case "infusion-paused":
      return { kind: "pause", ...base, reason: event.reason };
    case "infusion-resumed":
      return { kind: "resume", ...base };
    case "infusion-rate-changed":
      return { kind: "rate", ...base, rateMlPerH: event.rateMlPerH, remainingMin: event.remainingMin };
    case "infusion-ended":
      return { kind: "end", ...base, givenMg: event.givenMg, reason: event.reason };
    case "injection-given":
      return { kind: "injection", ...base, mg: event.mg, site: event.site, package: event.package };
    case "device-given":
      return {
        kind: "device",
        ...base,
        mg: event.mg,
        of: event.of,
        gapMin: event.gapMin,
        package: event.package,
      };
    case "devices-stopped":
      return { kind: "devices-stopped", ...base, reason: event.reason };
  }
};

/** IV4. The first time stays beside the corrected one. */
export const correctDoseFact = (
  fact: DoseFact,
  event: EventOf<"dose-fact-corrected">,
  { at: recordedAt, by }: Recorded,
): DoseFact => ({
  ...fact,
  at: event.at,
  struck: event.struck,
  corrections: [...fact.corrections, { from: fact.at, recordedAt, by, reason: event.reason }],
});

export const observation = (
  { at: recordedAt, by, device, seq }: Recorded,
  event: EventOf<"observation-recorded" | "observation-corrected">,
): Observation => ({
  ...event.entered,
  id: event.observationId,
  recordedAt,
  seq,
  by,
  device,
  late: event.late,
  clamped: event.clamped,
  status: "current",
  ...(event.type === "observation-corrected" ? { reason: event.reason, replaces: event.replaces } : {}),
});

/** Corrected or struck, never taken away. */
export const marked = (
  session: Session,
  id: string,
  status: "corrected" | "struck",
  reason?: Observation["reason"],
): Observation[] =>
  session.observations.map((one) => (one.id === id ? { ...one, status, ...(reason ? { reason } : {}) } : one));
