import { describe, expect, test } from "vitest";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import { doseOf } from "#shared/session/dose.ts";
import { at, given, only, types, type Scenario } from "./scenario.ts";

const dose = (clinic: Scenario) => doseOf(clinic.session().doseFacts);
const flags = (clinic: Scenario) => clinic.session().doseFacts.at(-1)?.flags;
const injection = (clinic: Scenario, mg = 20) =>
  clinic.submit("nurse", { type: "give-injection", factId: "shot-0001", at: clinic.now(), mg });
const device = (clinic: Scenario) =>
  clinic.answer("nurse", { type: "give-device", factId: "spray-0001", at: clinic.now() });

describe("[NS6] a protocol for the spray", () => {
  const propose = (change: Partial<Protocol>, route: "iv" | "im" | "nasal" = "nasal") =>
    given()
      .founded()
      .answer("director", { type: "propose-protocol", protocol: { ...SHIPPED[route], ...change, version: 2 } })
      .rejected;
  const stay = { from: "t0", min: 120, overridable: false } as const;
  const wrong = { reason: "invalid", field: "minimumStay", problem: "impossible" };

  test("[NS6] keeps two hours or more", () => {
    expect([propose({ minimumStay: stay }), propose({ minimumStay: { ...stay, min: 180 } })]).toEqual([
      undefined,
      undefined,
    ]);
    expect([propose({ minimumStay: { ...stay, min: 119 } }), propose({ minimumStay: { ...stay, min: 0 } })]).toEqual([
      wrong,
      wrong,
    ]);
  });

  test("[NS6] from the first device", () =>
    expect(propose({ minimumStay: { ...stay, from: "dose-end" } })).toEqual(wrong));

  test("[NS6] that nobody shortens", () =>
    expect(propose({ minimumStay: { ...stay, overridable: true } })).toEqual(wrong));

  test("[NS6] and no driving before the next day", () =>
    expect(propose({ restriction: { kind: "hours", hoursFromLeaving: 48 } })).toEqual(wrong));

  test.each(["iv", "im"] as const)("[NS6] %s is free in this", (route) => {
    const free = { minimumStay: { from: "dose-end", min: 20, overridable: true } } as const;
    expect(propose(free, route)).toBeUndefined();
    expect(propose({ restriction: { kind: "next-day" } }, route)).toBeUndefined();
  });

  test("[NS6] the two hours hold for whoever asks, to the minute, and count from the first device", () => {
    const clinic = given({ route: "nasal" }).given().at(120, -1);
    const override = (role: "nurse" | "clinician" | "director") =>
      clinic.answer(role, {
        type: "override-check",
        seenSeq: clinic.clinic().seq,
        check: "time",
        reason: { code: "patient-asks-to-go" },
        safeguard: { code: "stays-with-adult" },
      }).rejected;
    for (const role of ["nurse", "clinician", "director"] as const)
      expect(override(role)).toEqual({ reason: "never-overridden", check: "time" });
    expect(clinic.check("time")?.state).toBe("not-met");
    expect(clinic.at(120).check("time")?.state).toBe("met"); // the last device was at 10
    expect(clinic.restriction()).toEqual({ kind: "next-day", day: "2026-11-24" });
  });
});

describe("[IV5] a drug given another way than checked in for", () => {
  test("[IV5] an injection in an infusion's session is recorded, and says so", () => {
    const clinic = given().prepared().at(0);
    expect(types(injection(clinic))).toEqual(["injection-given"]);
    expect(flags(clinic)).toEqual(["other-route"]);
    expect(dose(clinic)).toMatchObject({ phase: "ended", t0: at(0), givenMg: 20 });
  });

  test("[IV5] a pump in an injection's session is recorded, and says so at every turn", () => {
    const clinic = given({ route: "im" }).prepared().at(0);
    clinic.submit("nurse", { type: "start-infusion", factId: "pump-0001", at: at(0), mg: 35, plannedMin: 40 });
    expect(flags(clinic)).toEqual(["other-route"]);
    clinic
      .at(10)
      .submit("nurse", { type: "pause-infusion", factId: "pump-0002", at: at(10), reason: { code: "nausea" } });
    expect(flags(clinic)).toEqual(["other-route"]);
    clinic.at(20).end("pump-0003");
    expect(flags(clinic)).toEqual(["other-route"]);
    expect(dose(clinic)).toMatchObject({ phase: "ended", endedAt: at(20) });
  });

  test.each(["iv", "im"] as const)("[IV5] a device in a session for %s is recorded, and says so", (route) => {
    const clinic = given({ route }).prepared().at(0);
    const { events, rejected } = device(clinic);
    expect(rejected).toBeUndefined();
    expect(only(events, "device-given").flags).toContain("other-route");
    expect(dose(clinic)).toMatchObject({ t0: at(0), mg: 28 });
  });

  test("[IV5] the word that no more devices come, too", () => {
    const clinic = given().started().at(10);
    clinic.submit("nurse", { type: "stop-devices", factId: "stop-0001", at: at(10), reason: { code: "other" } });
    expect(flags(clinic)).toContain("other-route");
  });

  test("[IV5] with all else that was not in order", () => {
    const clinic = given().checkedIn().at(0);
    injection(clinic);
    expect(flags(clinic)).toEqual(["no-order", "no-baseline", "no-sober-reminder", "gate-incomplete", "other-route"]);
  });

  test("[IV5] as it was checked in for says nothing", () => {
    expect(flags(given().started())).toEqual([]);
    expect(flags(given({ route: "im" }).given())).toEqual([]);
    expect(flags(given({ route: "nasal" }).given())).toEqual([]);
  });

  test("[IV5] a pump that runs has not stopped because something else was given", () => {
    const clinic = given().started().at(5);
    injection(clinic);
    expect(dose(clinic).phase).toBe("running");
    clinic.at(38).set();
    expect(clinic.check("time")?.state).not.toBe("met");
    clinic.at(40).end();
    expect(dose(clinic)).toMatchObject({ phase: "ended", t0: at(0), endedAt: at(40) });
  });

  test("[IV5] nor one that is paused", () => {
    const clinic = given().started().at(5);
    clinic.submit("nurse", { type: "pause-infusion", factId: "pause-0001", at: at(5), reason: { code: "distress" } });
    injection(clinic.at(6));
    expect(dose(clinic).phase).toBe("paused");
  });

  test("[IV5] nor a spray of which devices are still to come", () => {
    const clinic = given({ route: "nasal" }).prepared().at(0);
    clinic.give();
    injection(clinic.at(3));
    expect(dose(clinic)).toMatchObject({ phase: "running", t0: at(0), count: 2 });
  });
});
