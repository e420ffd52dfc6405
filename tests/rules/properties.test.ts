import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { Clinic, EMPTY_CLINIC, protocolOf } from "#shared/clinic/clinic.ts";
import { decide } from "#shared/clinic/decide.ts";
import { Recorded } from "#shared/clinic/events.ts";
import { evolve } from "#shared/clinic/evolve.ts";
import { readiness } from "#shared/recovery/readiness.ts";
import { doseOf } from "#shared/session/dose.ts";
import { Role } from "#shared/access/role.ts";
import type { CommandId, DeviceId } from "#shared/base/ids.ts";
import { latestWith } from "#shared/session/current.ts";
import type { Session } from "#shared/session/session.ts";
import { moves, play } from "./histories.ts";
import { given, GOOD, type Scenario } from "./scenario.ts";
import { id, PEOPLE } from "./wish.ts";
import { WISHES } from "./wishes.ts";

// Not a promise of speed: a thousand sessions, each folded at every step, on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/** A model of more than sixty kinds of wishes, played through the real deciders. */
const RUNS = { numRuns: 1_000 };

test("[PP7] the model knows every command that a person can send", () => {
  const { events } = play([]);
  expect(events.length).toBeGreaterThan(5);
  expect(Object.keys(WISHES).length).toBeGreaterThan(60);
});

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

test("[PP3] [PP8] nobody is discharged without a signature, a ride, belongings, the reminder and a hand-out, on met criteria", () => {
  let doors = 0;
  fc.assert(
    fc.property(moves, (wished) => {
      const { events, states } = play(wished);
      events.forEach(({ event }, n) => {
        if (event.type !== "discharged" && event.type !== "released-early") return;
        doors += 1;
        const before = states[n]?.sessions[event.sessionId];
        expect(before?.fit).toBeDefined();
        expect(before?.ride?.status).toBe("here");
        expect(before?.belongings).toBeDefined();
        expect(before?.handOut).toBeDefined();
        expect(before?.reminder?.restriction).toEqual(event.restriction);
        expect(before?.handOut!.at).toBeGreaterThanOrEqual(before!.reminder!.at);
        expect(event.judged.every(({ state }) => state === "met")).toBe(true);
        for (const { state, overridden } of event.judged.flatMap(({ checks = [] }) => checks))
          expect(state === "met" || overridden !== undefined).toBe(true);
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
          for (const { state, evidence, overridden } of found.criteria.flatMap(({ checks }) => checks)) {
            expect(state === "met" || overridden !== undefined).toBe(true);
            expect(state === "met" ? evidence.length > 0 : true).toBe(true);
          }
          expect(openHigh(clinic, session)).toEqual([]);
          expect(doseOf(session.doseFacts).phase).toBe("ended");
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

test("[PP6] correcting, and correcting again, converges: the state is that of the last word", () => {
  const value = fc.record({ sbp: fc.integer({ min: 90, max: 210 }), spo2: fc.integer({ min: 86, max: 100 }) });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (words) => {
      const said = (values: (typeof words)[number]) => ({ ...GOOD, ...values });
      const direct = given().ended().at(55);
      direct.set(said(words.at(-1)!), { id: "observation-0" });
      const corrected = given().ended().at(55);
      corrected.set(said(words[0]!), { id: "observation-0" });
      words
        .slice(1)
        .forEach((values, n) => corrected.correct(`observation-${n}`, `observation-${n + 1}`, said(values)));
      const seen = (clinic: Scenario) => ({
        due: clinic.due(),
        recovery: clinic.recovery(),
        // A high call that the wrong word raised stays until a person says how it ended (AL9).
        states: clinic.readiness().criteria.flatMap(({ id, state }) => (id === "calls" ? [] : [[id, state]])),
        values: latestWith(clinic.session(), "sbp")?.values,
      });
      expect(seen(corrected)).toEqual(seen(direct));
    }),
    { numRuns: 200 },
  );
});

test("[PP7] a wish that was refused leaves everything as it was, in every role", () => {
  let refusals = 0;
  fc.assert(
    fc.property(moves, fc.constantFrom(...Object.keys(WISHES)), fc.nat(20), (wished, kind, number) => {
      const { clinic, now } = play(wished);
      const command = WISHES[kind]?.(clinic, { who: "ana", wait: 0, session: 0, kind, number }, 5_000, now);
      if (!command) return;
      const before = structuredClone(clinic);
      for (const role of Role.options) {
        const context = { ...CONTEXT, now, role, person: PEOPLE.ana, clinicId: clinic.id! };
        const decision = decide(clinic, command, context);
        expect("accepted" in decision || "rejected" in decision).toBe(true);
        refusals += "rejected" in decision ? 1 : 0;
      }
      expect(clinic).toEqual(before);
    }),
    { numRuns: 500 },
  );
  expect(refusals).toBeGreaterThan(50); // else nothing was refused
});

const CONTEXT = { commandId: id<CommandId>("refused"), device: id<DeviceId>("device") };

const openHigh = ({ alarms }: Clinic, session: Session) =>
  Object.values(alarms).filter(({ sessionId, priority }) => sessionId === session.id && priority === "high");
