import fc from "fast-check";
import { expect, test } from "vitest";
import { Clinic, EMPTY_CLINIC, protocolOf } from "#shared/clinic/clinic.ts";
import { decide } from "#shared/clinic/decide.ts";
import { Recorded } from "#shared/clinic/events.ts";
import { evolve } from "#shared/clinic/evolve.ts";
import { readiness } from "#shared/recovery/readiness.ts";
import { infusionOf } from "#shared/session/dose.ts";
import { moves, play } from "./histories.ts";

const RUNS = { numRuns: 400 };

test("[PP1] what was decided always evolves, and the state survives its own schema and JSON", () => {
  fc.assert(
    fc.property(moves, (wished) => {
      const { clinic, events } = play(wished);
      expect(Clinic.parse(JSON.parse(JSON.stringify(clinic)))).toEqual(clinic);
      for (const recorded of events) expect(Recorded.parse(JSON.parse(JSON.stringify(recorded)))).toEqual(recorded);
    }),
    RUNS,
  );
});

test("[PP2] replaying the log gives the same state as having been there", () => {
  fc.assert(
    fc.property(moves, (wished) => {
      const { clinic, events } = play(wished);
      expect(events.reduce(evolve, EMPTY_CLINIC)).toEqual(clinic);
    }),
    RUNS,
  );
});

test("[EV1] history has no holes: an event that does not follow is a defect", () => {
  const { clinic, events } = play([]);
  expect(() => evolve(clinic, events[0]!)).toThrow(/does not follow/);
});

test("[PP3] nobody is discharged without a signature, a ride, belongings, the reminder and a hand-out, on met criteria", () => {
  let doors = 0;
  fc.assert(
    fc.property(moves, (wished) => {
      const { events, states } = play(wished);
      events.forEach(({ event }, n) => {
        if (event.type !== "discharged") return;
        doors += 1;
        const before = states[n]?.sessions[event.sessionId];
        expect(before?.fit).toBeDefined();
        expect(before?.ride?.status).toBe("here");
        expect(before?.belongings).toBeDefined();
        expect(before?.handOut).toBeDefined();
        expect(before?.reminder?.restriction).toEqual(event.restriction);
        expect(event.judged.every(({ state }) => state === "met")).toBe(true);
      });
    }),
    RUNS,
  );
  expect(doors).toBeGreaterThan(5); // else nothing was tested
});

test("[PP4] no reachable state is ready with a criterion that is missing, stale or failing, or before the dose has ended", () => {
  let ready = 0;
  fc.assert(
    fc.property(moves, (wished) => {
      const { states, now } = play(wished);
      for (const clinic of states) {
        for (const session of Object.values(clinic.sessions)) {
          const protocol = protocolOf(clinic, session.protocol);
          if (!protocol) continue;
          const found = readiness(clinic, session, protocol, Math.max(clinic.at, now));
          if (found.verdict !== "ready") continue;
          ready += 1;
          expect(found.criteria.every(({ state }) => state === "met")).toBe(true);
          expect(found.criteria.every(({ evidence }) => evidence.length > 0)).toBe(true);
          expect(infusionOf(session.doseFacts).phase).toBe("ended");
        }
      }
    }),
    RUNS,
  );
  expect(ready).toBeGreaterThan(5);
});

test("[PP5] time never runs backwards in a log, and asking twice what time calls for raises it once", () => {
  fc.assert(
    fc.property(moves, (wished) => {
      const { events, clinic, now } = play(wished);
      events.reduce((last, { at }) => {
        expect(at).toBeGreaterThanOrEqual(last);
        return at;
      }, 0);
      const again = decide(
        clinic,
        { type: "raise-timed-alarms" },
        {
          now,
          commandId: "again-00000000" as never,
          person: "system",
          role: "system",
          device: "system",
          clinicId: clinic.id!,
        },
      );
      expect(again).toEqual({ accepted: [] });
    }),
    RUNS,
  );
});
