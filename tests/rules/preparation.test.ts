import { describe, expect, test } from "vitest";
import type { Protocol, Route } from "#shared/protocol/protocol.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import { Medicines } from "#shared/session/session.ts";
import { gateOf } from "#shared/session/gate.ts";
import type { Values } from "#shared/vitals/observation.ts";
import { at, given, types, type Scenario } from "./scenario.ts";

const gate = (clinic: Scenario) => gateOf(clinic.clinic(), clinic.session(), clinic.protocol(), clinic.now());
const NONE = { benzodiazepine: false, sedativeHypnotic: false, opioid: false, psychostimulant: false, maoi: false };

describe("[GA3] a high pressure before a spray", () => {
  const hold = (sbp: number, dbp: number, from65: boolean | undefined = false, protocol: Partial<Protocol> = {}) =>
    gate(given({ route: "nasal", from65, protocol }).prepared({ sbp, dbp })).hold;

  test("[GA3] held above 140 or 90, not at them", () => {
    expect(hold(140, 90)).toBe("none");
    expect([hold(141, 90), hold(140, 91), hold(141, 91)]).toEqual(["held", "held", "held"]);
  });

  test("[GA3] above 180 or 110 do not start, not at them", () => {
    expect([hold(180, 110), hold(181, 90), hold(150, 111)]).toEqual(["held", "do-not-start", "do-not-start"]);
  });

  test("[GA3] without a pressure nothing is held, and nothing is green", () => {
    const clinic = given({ route: "nasal" }).checkedIn();
    expect(gate(clinic)).toMatchObject({ hold: "none", green: false });
  });

  describe("[GA3] from 65 years by the clinic's own limit", () => {
    const older = { hold: { ...SHIPPED.nasal.hold, atLeastFrom65: { sbp: 151, dbp: 91 } } };

    test("[GA3] who is 65 or older", () => {
      expect([hold(150, 90, true, older), hold(151, 90, true, older), hold(150, 91, true, older)]).toEqual([
        "none",
        "held",
        "held",
      ]);
    });

    test("[GA3] who is younger, and who is not known to be older, has the other one", () => {
      for (const from65 of [false, undefined])
        expect([
          gate(given({ route: "nasal", from65, protocol: older }).prepared({ sbp: 140 })).hold,
          gate(given({ route: "nasal", from65, protocol: older }).prepared({ sbp: 141 })).hold,
        ]).toEqual(["none", "held"]);
    });

    test("[GA3] where the clinic has none there is one for all", () =>
      expect([hold(140, 90, true), hold(141, 90, true)]).toEqual(["none", "held"]));

    test("[GA3] nobody starts above the second one, however old", () =>
      expect(hold(181, 90, true, older)).toBe("do-not-start"));
  });
});

describe("[GA6] a patient who is known", () => {
  test("[GA6] is reviewed in one act, unchanged since a day", () => {
    const clinic = given().checkedIn();
    const events = clinic.submit("nurse", { type: "review-history", unchangedSince: "2026-11-16" });
    expect(types(events)).toEqual(["gate-item-recorded", "gate-item-recorded"]);
    expect(clinic.session().gate).toMatchObject({
      allergies: { answer: "reviewed-unchanged", since: "2026-11-16", at: at(-30), by: "nurse-0001" },
      contraindications: { answer: "reviewed-unchanged", since: "2026-11-16" },
    });
    expect(gate(clinic).open).not.toContain("allergies");
    expect(gate(clinic).open).not.toContain("contraindications");
    expect(gate(clinic).open).toContain("consent");
  });

  test("[GA6] what turned out to have changed is open again", () => {
    const clinic = given().checkedIn();
    clinic.submit("nurse", { type: "review-history", unchangedSince: "2026-11-16" });
    clinic.submit("nurse", { type: "record-gate-item", item: "allergies", answer: "not-done" });
    expect(gate(clinic).open).toContain("allergies");
    expect(gate(clinic).open).not.toContain("contraindications");
  });

  test("[GA6] since a day that a calendar has, and not on a session that has ended", () => {
    const clinic = given().checkedIn();
    for (const unchangedSince of ["2026-02-30", "16.11.2026", ""])
      expect(() => clinic.answer("nurse", { type: "review-history", unchangedSince })).toThrow();
    clinic.submit("nurse", { type: "abort-before-dose", reason: { code: "unwell" } });
    expect(clinic.refused("nurse", { type: "review-history", unchangedSince: "2026-11-16" })).toEqual({
      reason: "session-ended",
    });
  });
});

describe("[GA7] medicines of today", () => {
  const prepared = (route: Route) => {
    const clinic = given({ route }).checkedIn().ordered().reminded();
    for (const item of clinic.protocol().gate.hard)
      if (item !== "medicines") clinic.submit("nurse", { type: "record-gate-item", item, answer: "done" });
    if (route === "nasal")
      clinic.submit("nurse", { type: "attest-prescriber-on-site", prescriber: "clinician-0001", until: at(300) });
    clinic.set();
    return clinic;
  };

  test("[GA7] are five answers, none of them taken for granted", () => {
    expect(Medicines.safeParse(NONE).success).toBe(true);
    for (const one of Object.keys(NONE)) {
      const { [one as keyof typeof NONE]: _, ...four } = NONE;
      expect(Medicines.safeParse(four).success, one).toBe(false);
    }
  });

  test("[GA7] before a spray they block", () => {
    const clinic = prepared("nasal");
    expect(gate(clinic)).toMatchObject({ open: ["medicines"], green: false });
    clinic.submit("nurse", { type: "record-medicines", medicines: NONE });
    expect(gate(clinic)).toMatchObject({ open: [], green: true });
  });

  test("[GA7] a yes is an answer, too, and the last answers stand", () => {
    const clinic = prepared("nasal");
    clinic.submit("nurse", { type: "record-medicines", medicines: NONE });
    clinic.at(-5).submit("nurse", { type: "record-medicines", medicines: { ...NONE, benzodiazepine: true } });
    expect(gate(clinic).green).toBe(true);
    expect(clinic.session().medicines).toEqual({ ...NONE, benzodiazepine: true, at: at(-5), by: "nurse-0001" });
  });

  test("[GA7] a tick at their row is no answer", () => {
    const clinic = prepared("nasal");
    for (const answer of ["done", "reviewed-unchanged"] as const) {
      clinic.submit("nurse", { type: "record-gate-item", item: "medicines", answer });
      expect(gate(clinic).open).toEqual(["medicines"]);
    }
  });

  test.each(["iv", "im"] as const)("[GA7] before %s they are asked and block nothing", (route) => {
    const clinic = prepared(route);
    expect(gate(clinic)).toMatchObject({ open: [], green: true });
    expect(gate(clinic).soft).toContain("medicines");
    clinic.submit("nurse", { type: "record-medicines", medicines: NONE });
    expect(gate(clinic).soft).not.toContain("medicines");
  });
});

describe("[GA9] values that a clinician is asked to look at", () => {
  const look = (values: Values) => {
    const clinic = given().prepared(values);
    expect(gate(clinic)).toMatchObject({ green: true, open: [], needs: [] }); // it holds nothing up
    return gate(clinic).look;
  };

  test("[GA9] a heart rate outside 50 to 100", () => {
    expect([look({ hr: 50 }), look({ hr: 100 })]).toEqual([[], []]);
    expect([look({ hr: 49 }), look({ hr: 101 })]).toEqual([["hr"], ["hr"]]);
  });

  test("[GA9] oxygen under 95", () => {
    expect([look({ spo2: 95 }), look({ spo2: 94 }), look({ spo2: 94, hr: 101 })]).toEqual([
      [],
      ["spo2"],
      ["hr", "spo2"],
    ]);
  });

  test("[GA9] a value that nobody took asks for nothing", () => {
    const clinic = given().checkedIn();
    expect(gate(clinic).look).toEqual([]);
    clinic.bp(120, 76);
    expect(gate(clinic).look).toEqual([]);
  });

  test("[GA9] by the newest one", () => {
    const clinic = given().prepared({ hr: 104 }).at(-5);
    clinic.set({ hr: 96 });
    expect(gate(clinic).look).toEqual([]);
  });

  test("[GA9] a start after it has nothing to flag", () => {
    const clinic = given().prepared({ hr: 104, spo2: 94 }).at(0);
    clinic.start();
    expect(clinic.session().doseFacts[0]?.flags).toEqual([]);
  });

  test("[GA9] a protocol without such limits asks for nothing", () => {
    const protocol = { gate: { ...SHIPPED.iv.gate, look: null } };
    expect(gate(given({ protocol }).prepared({ hr: 104, spo2: 94 })).look).toEqual([]);
  });
});
