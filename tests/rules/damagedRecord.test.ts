import { describe, expect, test } from "vitest";
import { isTechnical, RuleId } from "#shared/alarm/alarm.ts";
import { evolve } from "#shared/clinic/evolve.ts";
import type { Recorded } from "#shared/clinic/events.ts";
import { at, given, rung, type Scenario } from "./scenario.ts";

/** A row of this session that could not be read, as the log is read. */
const damage = (clinic: Scenario, sessionId = clinic.session().id) =>
  clinic.become((state) =>
    evolve(state, {
      seq: state.seq + 1,
      at: state.at,
      by: "system",
      role: "system",
      device: "system",
      commandId: "command-damaged",
      n: 0,
      event: { type: "event-unreadable", sessionId },
    } as unknown as Recorded),
  );

describe("[AL16] a session with a row that cannot be read", () => {
  test("[AL16] calls for a look at the record, once, and nothing about the patient", () => {
    const clinic = damage(given().started().at(5));
    expect(rung(clinic.tick(), clinic)).toEqual(["record-damaged medium"]);
    expect(rung(clinic.at(7).tick(), clinic)).toEqual([]);
    expect(clinic.call("record-damaged")).toMatchObject({ chairId: "chair-one", severity: 0, raisedAt: at(5) });
    expect(clinic.call("record-damaged").observationId).toBeUndefined();
  });

  test("[AL16] with the next fact too, and good values do not mend it", () => {
    const clinic = damage(given().started().at(5));
    expect(rung(clinic.set(), clinic)).toEqual(["record-damaged medium"]);
    clinic.at(8).set();
    expect(clinic.calls().map(({ rule }) => rule)).toEqual(["record-damaged"]);
  });

  test("[AL16] beside the calls of the patient, not in their place", () => {
    const clinic = damage(given().started().at(5));
    expect(rung(clinic.set({ spo2: 90 }), clinic)).toEqual(["oxygen-low high", "record-damaged medium"]);
  });

  test("[AL16] closing it mends nothing: it is back with the next look at the clock", () => {
    const clinic = damage(given().started().at(5));
    clinic.tick();
    clinic.accept("record-damaged").close("record-damaged");
    expect(rung(clinic.tick(), clinic)).toEqual(["record-damaged medium"]);
  });

  test("[AL16] a readable one does not call", () => {
    const clinic = given().started().at(5);
    expect(rung(clinic.tick(), clinic)).toEqual([]);
  });

  test("[AL16] it is technical, and no other call is", () => {
    expect(RuleId.options.filter(isTechnical)).toEqual(["record-damaged"]);
  });
});
