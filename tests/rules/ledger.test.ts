import { describe, expect, test } from "vitest";
import { MINUTE, SECOND } from "#shared/base/time.ts";
import type { CallLine, Ledger } from "#shared/alarm/ledger.ts";
import type { RuleId } from "#shared/alarm/alarm.ts";
import { ledgerOfLog } from "./ledgerOfLog.ts";
import { done, drug, happened, letPass, struck } from "./leavingSteps.ts";
import { at, CHAIR, given, T0, type Scenario } from "./scenario.ts";

const TODAY = "2026-11-23";
const ledger = (clinic: Scenario): Ledger =>
  ledgerOfLog({ events: clinic.recorded(), clinic: clinic.clinic(), now: clinic.now() }, { from: TODAY, to: TODAY });
const line = (clinic: Scenario, rule: RuleId): CallLine | undefined =>
  ledger(clinic).rules.find((one) => one.rule === rule);

/** Oxygen of 90 at minute 12, between two sets: a high call. */
const CALLED = 12;
const desaturated = () => {
  const clinic = given().started();
  clinic.set();
  clinic.at(10).set();
  clinic.at(CALLED).set({ spo2: 90 });
  return clinic;
};

const ACTS: readonly (readonly [what: string, act: (clinic: Scenario) => unknown])[] = [
  ["an intervention", (clinic) => done(clinic, "repositioned")],
  ["a drug", (clinic) => drug(clinic, "ondansetron", "iv")],
  ["an adverse event that is told", (clinic) => happened(clinic, "desaturation", at(0))],
  [
    "a pause of the pump",
    (clinic) =>
      clinic.submit("nurse", {
        type: "pause-infusion",
        factId: "pause-0001",
        at: clinic.now(),
        reason: { code: "distress" },
      }),
  ],
  [
    "a stop before its time",
    (clinic) =>
      clinic.submit("nurse", {
        type: "end-infusion",
        factId: "end-00001",
        at: clinic.now(),
        givenMg: 20,
        reason: { code: "distress" },
      }),
  ],
  ["the value taken again", (clinic) => clinic.set({ spo2: 97 })],
  [
    "a HELP that somebody took",
    (clinic) => {
      clinic.help();
      clinic.accept("help");
    },
  ],
];

describe("[LE3] what makes a call actionable", () => {
  test.each(ACTS)("[LE3] %s, until exactly ten minutes later", (_, act) => {
    const inTime = desaturated().at(CALLED + 10);
    act(inTime);
    expect(line(inTime, "oxygen-low")).toMatchObject({ raised: 1, actionable: 1 });

    const late = desaturated().at(CALLED + 10, 1);
    act(late);
    expect(line(late, "oxygen-low")).toMatchObject({ raised: 1, actionable: 0 });
  });

  test.each<[string, (clinic: Scenario) => unknown]>([
    ["nothing at all", () => undefined],
    ["that somebody accepted it", (clinic) => clinic.accept("oxygen-low")],
    ["that somebody closed it", (clinic) => (clinic.accept("oxygen-low"), clinic.close("oxygen-low"))],
    ["another value", (clinic) => clinic.bp(120, 76)],
    ["a dose that was complete", (clinic) => clinic.end()],
    ["a HELP that nobody took", (clinic) => clinic.help()],
  ])("[LE3] %s does not", (_, act) => {
    const clinic = desaturated().at(CALLED + 5);
    act(clinic);
    expect(line(clinic, "oxygen-low")).toMatchObject({ raised: 1, actionable: 0 });
  });

  test("[LE3] a set that was due anyway does not, unless a recheck asked for its value", () => {
    const clinic = given().started();
    clinic.set();
    clinic.at(10).set({ distress: 6 }); // medium: no recheck is asked for
    clinic.at(20).set({ distress: 6 });
    expect(line(clinic, "distress")).toMatchObject({ raised: 1, actionable: 0 });
    const asked = given().started();
    asked.set();
    asked.at(10).set({ spo2: 90 }); // critical: another in five minutes
    asked.at(20).set({ spo2: 90 });
    expect(line(asked, "oxygen-low")).toMatchObject({ raised: 1, actionable: 1 });
  });

  test("[LE3] what was done counts, and not when it was written down", () => {
    const clinic = desaturated().at(CALLED + 30);
    done(clinic, "repositioned", at(CALLED + 2));
    expect(line(clinic, "oxygen-low")).toMatchObject({ actionable: 1 });
    struck(clinic, "repositioned-0001");
    happened(clinic, "desaturation", at(CALLED + 11));
    expect(line(clinic, "oxygen-low")).toMatchObject({ actionable: 0 });
    happened(clinic, "desaturation", at(CALLED + 1));
    expect(line(clinic, "oxygen-low")).toMatchObject({ actionable: 1 }); // it began with the call, and was told later
  });

  test("[LE3] what was done between the value and the call that came with it counts, what was done before the value does not", () => {
    const seenAt = (minute: number) => {
      const clinic = given().started();
      clinic.set();
      clinic.at(14);
      done(clinic, "repositioned", at(minute));
      clinic.set({ spo2: 90 }, { at: at(12) });
      return line(clinic, "oxygen-low")?.actionable;
    };
    expect([seenAt(11), seenAt(12), seenAt(13)]).toEqual([0, 1, 1]);
  });

  test("[LE3] any look answers a check that nobody did", () => {
    const overdue = () => {
      const clinic = given().started();
      clinic.set();
      clinic.at(18).tick();
      return clinic;
    };
    expect(line(overdue(), "check-overdue")).toMatchObject({ raised: 1, actionable: 0 });
    const looked = overdue().at(20);
    looked.set();
    expect(line(looked, "check-overdue")).toMatchObject({ raised: 1, actionable: 1 });
  });

  test("[LE3] HELP is answered by who takes it", () => {
    const clinic = given().started();
    clinic.help();
    expect(line(clinic, "help")).toMatchObject({ raised: 1, actionable: 0 });
    clinic.at(10).accept("help");
    expect(line(clinic, "help")).toMatchObject({ raised: 1, actionable: 1 });
    const late = given().started();
    late.help();
    late.at(10, 1).accept("help");
    expect(line(late, "help")).toMatchObject({ raised: 1, actionable: 0 });
  });
});

describe("[LE4] what became of a call", () => {
  test("[LE4] the first acceptance is its response; a call that nobody accepted has none", () => {
    const clinic = desaturated();
    expect(line(clinic, "oxygen-low")).toMatchObject({ accepted: 0, acceptS: { n: 0 } });
    clinic.at(CALLED, 45).accept("oxygen-low");
    expect(line(clinic, "oxygen-low")).toMatchObject({ accepted: 1, acceptS: { n: 1 }, endedAlone: 0 });
  });

  test("[LE4] one that settled by itself ended without anybody, unless somebody had taken it", () => {
    const alone = given().started();
    alone.set({ distress: 6 });
    alone.at(5).set();
    expect(line(alone, "distress")).toMatchObject({ priority: "medium", raised: 1, accepted: 0, endedAlone: 1 });
    const high = desaturated().at(CALLED + 5);
    high.set();
    expect(line(high, "oxygen-low")).toMatchObject({ priority: "high", accepted: 0, endedAlone: 1 });
    const taken = desaturated()
      .accept("oxygen-low")
      .at(CALLED + 5);
    taken.set();
    expect(line(taken, "oxygen-low")).toMatchObject({ accepted: 1, endedAlone: 0 });
    expect(line(desaturated(), "oxygen-low")).toMatchObject({ endedAlone: 0 }); // it still holds
  });

  test("[LE4] passed on twice counts once, and escalated by the furthest that it went", () => {
    const clinic = desaturated();
    const pass = () => clinic.submit("nurse", { type: "pass-on-alarm", alarmId: clinic.call("oxygen-low").id });
    pass();
    pass();
    clinic.at(CALLED + 1).tick();
    expect(line(clinic, "oxygen-low")).toMatchObject({ passedOn: 1, toClinician: 1, toEveryone: 0 });
    clinic.at(CALLED + 2).tick();
    expect(line(clinic, "oxygen-low")).toMatchObject({ passedOn: 1, toClinician: 0, toEveryone: 1 });
  });

  test("[LE1] one that got worse is one call, under the highest priority that it reached, and sounded twice", () => {
    const clinic = given().started();
    clinic.set({ spo2: 93 });
    clinic.at(5).set({ spo2: 90 });
    expect(ledger(clinic).rules).toMatchObject([{ rule: "oxygen-low", priority: "high", raised: 1, sounded: 2 }]);
  });
});

describe("[LE5] few are said as a number", () => {
  const calls = (count: number) => {
    const clinic = given().started();
    for (let n = 0; n < count; n += 1) {
      clinic.at(2 * n).set({ distress: 6 });
      clinic.at(2 * n, 10 * (n + 1)).accept("distress");
      clinic.at(2 * n + 1).set();
    }
    return line(clinic, "distress");
  };

  test("[LE5] four have no median, five have one", () => {
    expect(calls(4)?.acceptS).toEqual({ n: 4 });
    expect(calls(5)?.acceptS).toEqual({ n: 5, median: 30, p90: 46 });
  });
});

describe("[LE6] [LE7] [LE8] what else the director asks", () => {
  test("[LE6] a check that was let pass stands with who, in which role, and why", () => {
    const clinic = given().recovered();
    clinic.set({ dissociation: 2 });
    letPass(clinic, "dissociation");
    expect(ledger(clinic).overrides).toEqual([
      {
        check: "dissociation",
        n: 1,
        by: [{ person: "clinician-0001", role: "clinician", n: 1 }],
        reasons: [{ code: "assessed-at-chair", n: 1 }],
        sessions: [clinic.session().id],
      },
    ]);
  });

  const sets = (clinic: Scenario) => ledger(clinic).missed.find(({ kind }) => kind === "set");

  test("[LE7] a check is missed from the moment it is overdue, and stays so when a later one was done", () => {
    const clinic = given().started();
    clinic.set();
    expect(sets(clinic.at(18, -1))).toMatchObject({ n: 1, missed: 0 }); // the second is late, and not yet judged
    expect(sets(clinic.at(18))).toMatchObject({ route: "iv", n: 2, missed: 1 });
    clinic.at(30).set();
    expect(sets(clinic)).toMatchObject({ n: 4, missed: 2, sessions: [clinic.session().id] });
  });

  test("[LE7] what was not yet late when the session ended is not judged", () => {
    const missedAt = (minute: number) => {
      const clinic = given().started();
      clinic.set();
      clinic.at(10).set();
      clinic.at(20).end();
      clinic.set();
      clinic.at(minute);
      clinic.submit("nurse", {
        type: "record-transferred-out",
        leftAt: clinic.now(),
        to: "hospital",
        with: "ambulance",
        handedOver: true,
        prescriberTold: true,
        reason: { code: "needs-observation" },
      });
      clinic.at(400);
      return sets(clinic);
    };
    expect(missedAt(42)).toMatchObject({ n: 3, missed: 0 });
    expect(missedAt(43)).toMatchObject({ n: 4, missed: 1 });
  });

  test("[LE8] time to ready is from T0 to the signature", () => {
    const clinic = given().recovered().at(72);
    clinic.sign();
    expect(ledger(clinic).ready).toMatchObject([
      { route: "iv", treated: 1, readyMin: { n: 1 }, windowEnd: { gone: 1, stillAffected: 0, unknown: 0 } },
    ]);
  });

  const windowEnd = (clinic: Scenario) => ledger(clinic).ready[0]?.windowEnd;
  const afterDose = () => given().ended(40);

  test("[LE8] at the window's end: affected by the last look before it or the first after it, unknown when nobody looked", () => {
    const before = afterDose().at(60);
    before.set({ dissociation: 4 });
    expect(windowEnd(before)).toEqual({ gone: 0, stillAffected: 0, unknown: 0 }); // not reached
    expect(windowEnd(before.at(70))).toEqual({ gone: 0, stillAffected: 1, unknown: 0 });
    const after = afterDose().at(80);
    after.set({ dissociation: 3 });
    expect(windowEnd(after)).toEqual({ gone: 0, stillAffected: 1, unknown: 0 });
    const gone = afterDose().at(70);
    gone.set();
    expect(windowEnd(gone)).toEqual({ gone: 1, stillAffected: 0, unknown: 0 });
  });

  test("[LE1] chair-hours run from check-in to leaving, or until now", () => {
    const clinic = given().started().at(30);
    expect(ledger(clinic)).toMatchObject({ chairHours: 1, open: 1, damaged: 0, notRead: 0 }); // checked in at -30
  });
});

describe("[LE2] a call at an empty chair", () => {
  const empty = (acceptedAfterMs: number) => {
    const clinic = given().founded().at(0);
    clinic.help(CHAIR);
    clinic.atInstant(T0 + acceptedAfterMs).accept("help");
    return line(clinic, "help");
  };
  const A_DAY = 24 * 60 * MINUTE;

  test("[LE2] is followed for exactly a day", () => {
    expect(empty(A_DAY)).toMatchObject({ raised: 1, accepted: 1, withoutSession: 1, sessions: [] });
    expect(empty(A_DAY + SECOND)).toMatchObject({ raised: 1, accepted: 0, withoutSession: 1 });
  });
});
