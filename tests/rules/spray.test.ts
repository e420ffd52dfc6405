import { describe, expect, test } from "vitest";
import { HOUR } from "#shared/base/time.ts";
import { prescriberOnSite } from "#shared/clinic/clinic.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { doseOf } from "#shared/session/dose.ts";
import { at, given, types, type Scenario } from "./scenario.ts";

const nasal = () => given({ route: "nasal" });
const dose = (clinic: Scenario) => doseOf(clinic.session().doseFacts);
const flags = (clinic: Scenario) => clinic.session().doseFacts.at(-1)?.flags;
const order = (clinic: Scenario, mg: number) =>
  clinic.submit("nurse", {
    type: "record-order",
    order: { route: "nasal", kind: "signed", prescriber: "clinician-0001", mg, confirmed: true },
  });
const device = (clinic: Scenario, minute: number, id = `device-${1000 + minute}`) => {
  clinic.at(minute).give(id);
  return dose(clinic);
};
const stop = (clinic: Scenario, when = clinic.now()) =>
  clinic.submit("nurse", { type: "stop-devices", factId: `stop-${when}`, at: when, reason: { code: "patient-asked" } });
const correct = (clinic: Scenario, factId: string, when: number, struck = false) =>
  clinic.submit("nurse", { type: "correct-dose-fact", factId, at: when, struck, reason: { code: "wrong-time" } });

describe("[NS1] the end of a dose by spray", () => {
  test("[NS1] is the last device that the order asks for, and not before", () => {
    const clinic = nasal().prepared();
    const first = device(clinic, 0);
    expect(first).toMatchObject({ phase: "running", t0: at(0), mg: 28, count: 1, last: at(0) });
    expect(first.phase === "running" && first.plannedEnd(at(1))).toBe(at(10));
    const second = device(clinic, 6);
    expect(second).toMatchObject({ phase: "running", mg: 56, count: 2, last: at(6) });
    expect(second.phase === "running" && second.plannedEnd(at(7))).toBe(at(11));
    expect(device(clinic, 12)).toMatchObject({
      phase: "ended",
      t0: at(0),
      endedAt: at(12),
      mg: 84,
      givenMg: 84,
      count: 3,
    });
  });

  test("[NS1] two for 56 mg, one for 28", () => {
    const of = (mg: number, ...minutes: number[]) => {
      const clinic = nasal().prepared();
      order(clinic, mg);
      return minutes.map((minute) => device(clinic, minute).phase);
    };
    expect(of(56, 0, 5)).toEqual(["running", "ended"]);
    expect(of(28, 0)).toEqual(["ended"]);
    expect(of(112, 0, 5, 10, 15)).toEqual(["running", "running", "running", "ended"]);
  });

  test("[NS1] without an order as many as the largest dose has: never called over too early", () => {
    const clinic = nasal().checkedIn();
    expect([0, 5, 10].map((minute) => device(clinic, minute).phase)).toEqual(["running", "running", "ended"]);
  });

  test("[NS1] a struck one is still to come, and one told late counts at its own time", () => {
    const clinic = nasal().given();
    correct(clinic, clinic.session().doseFacts[1]?.id ?? "", at(5), true);
    expect(dose(clinic)).toMatchObject({ phase: "running", count: 2, mg: 56 });
    clinic.at(20).give("device-late", at(5));
    expect(dose(clinic)).toMatchObject({ phase: "ended", endedAt: at(10), givenMg: 84 });
  });

  test("[NS1] one more moves the end, and T0 stays", () => {
    const clinic = nasal().given();
    expect(device(clinic, 20)).toMatchObject({ phase: "ended", t0: at(0), endedAt: at(20), givenMg: 112, count: 4 });
  });
});

describe("[NS2] a first device is flagged like a start", () => {
  test("[NS2] nothing to flag", () => {
    const clinic = nasal().prepared();
    device(clinic, 0);
    expect(flags(clinic)).toEqual([]);
  });

  test("[NS2] straight from check-in it says all that was open, and that no prescriber is on site", () => {
    const clinic = nasal().checkedIn();
    device(clinic, 0);
    expect(flags(clinic)).toEqual([
      "no-order",
      "no-baseline",
      "no-sober-reminder",
      "no-prescriber-on-site",
      "gate-incomplete",
    ]);
  });

  test("[NS2] a pressure that is held, or at which nobody starts", () => {
    const first = (sbp: number) => {
      const clinic = nasal().prepared({ sbp });
      device(clinic, 0);
      return flags(clinic);
    };
    expect([first(140), first(141), first(181)]).toEqual([[], ["held-pressure"], ["above-do-not-start"]]);
  });

  test("[NS2] on site until the time that was attested, and not a moment longer", () => {
    const first = (when: number) => {
      const clinic = nasal().prepared(); // attested at -10 for eight hours
      clinic.atInstant(when).give();
      return flags(clinic);
    };
    expect([first(at(470)), first(at(470) + 1)]).toEqual([[], ["no-prescriber-on-site"]]);
  });

  test("[NS2] by when it was given, not by when it was told", () => {
    const clinic = nasal().prepared();
    clinic.at(475).give("device-late", at(465));
    expect(flags(clinic)).toEqual([]);
  });

  test("[NS2] a later device asks for no start again", () => {
    const clinic = nasal().checkedIn();
    device(clinic, 0);
    device(clinic, 5);
    expect(flags(clinic)).toEqual([]);
  });
});

describe("[NS3] the devices after the first", () => {
  const next = (seconds: number) => {
    const clinic = nasal().prepared();
    device(clinic, 0);
    expect(types(clinic.at(0, seconds).give("device-next"))).toContain("device-given");
    return flags(clinic);
  };

  test("[NS3] within five minutes of the last one is recorded, and says so", () => {
    expect([next(300), next(299), next(20)]).toEqual([[], ["too-soon-after-device"], ["too-soon-after-device"]]);
  });

  test("[NS3] the last one is the one before it", () => {
    const clinic = nasal().prepared();
    device(clinic, 0);
    device(clinic, 7);
    device(clinic, 11);
    expect(flags(clinic)).toEqual(["too-soon-after-device"]);
  });

  test("[NS3] the one before it, also when it is told late", () => {
    const clinic = nasal().prepared();
    device(clinic, 0);
    device(clinic, 10);
    clinic.at(12).give("device-late", at(5));
    expect(flags(clinic)).toEqual([]);
  });

  test("[NS3] a struck one is no last one", () => {
    const clinic = nasal().prepared();
    device(clinic, 0);
    device(clinic, 6, "device-slip");
    correct(clinic, "device-slip", at(6), true);
    device(clinic, 8);
    expect(flags(clinic)).toEqual([]);
  });

  test("[NS3] by the rest that the clinic has set", () => {
    const rest = { ...SHIPPED.nasal.dose, gapMin: 10 } as Protocol["dose"];
    const clinic = given({ route: "nasal", protocol: { dose: rest } }).prepared();
    device(clinic, 0);
    device(clinic, 9);
    expect(flags(clinic)).toEqual(["too-soon-after-device"]);
  });

  test("[NS3] one more than ordered is recorded, and says so", () => {
    const clinic = nasal().given();
    expect(flags(clinic)).toEqual([]);
    device(clinic, 15);
    expect(flags(clinic)).toEqual(["more-devices-than-ordered"]);
    device(clinic, 17);
    expect(flags(clinic)).toEqual(["too-soon-after-device", "more-devices-than-ordered"]);
  });

  test("[NS3] by the newest order", () => {
    const clinic = nasal().prepared();
    order(clinic, 56);
    for (const minute of [0, 5, 10]) device(clinic, minute);
    expect(flags(clinic)).toEqual(["more-devices-than-ordered"]);
  });
});

describe("[NS4] when no more will be given", () => {
  test("[NS4] the dose ended with the last device, not with the word", () => {
    const clinic = nasal().prepared();
    device(clinic, 0);
    device(clinic, 5);
    stop(clinic.at(30));
    expect(dose(clinic)).toMatchObject({ phase: "ended", t0: at(0), endedAt: at(5), mg: 56, givenMg: 56, count: 2 });
    expect(flags(clinic)).toEqual([]);
  });

  test("[NS4] before the first one there was no dose, and after the last one it says nothing new", () => {
    const none = nasal().prepared().at(0);
    stop(none);
    expect(dose(none).phase).toBe("not-started");
    expect(flags(none)).toEqual(["not-started"]);
    const all = nasal().given();
    stop(all.at(20));
    expect(dose(all)).toMatchObject({ endedAt: at(10), givenMg: 84 });
    expect(flags(all)).toEqual(["already-ended"]);
  });

  test("[NS4] one that is given after all ends it anew", () => {
    const clinic = nasal().prepared();
    device(clinic, 0);
    stop(clinic.at(8));
    expect(device(clinic, 20)).toMatchObject({ phase: "ended", t0: at(0), endedAt: at(20), givenMg: 56, count: 2 });
  });

  test("[NS4] a word that was struck ended nothing", () => {
    const clinic = nasal().prepared();
    device(clinic, 0);
    stop(clinic.at(8));
    correct(clinic, `stop-${at(8)}`, at(8), true);
    expect(dose(clinic).phase).toBe("running");
  });
});

describe("[NS5] a prescriber on site", () => {
  const attest = (until: number, prescriber = "clinician-0001") => {
    const clinic = nasal().founded().at(0);
    const { rejected } = clinic.answer("nurse", { type: "attest-prescriber-on-site", prescriber, until });
    return rejected ?? Object.values(clinic.clinic().onSite);
  };
  const wrong = { reason: "invalid", field: "until", problem: "not-this-shift" };

  test("[NS5] is attested for 16 hours at most, and not for the past", () => {
    expect(attest(at(0) + 16 * HOUR)).toEqual([at(0) + 16 * HOUR]);
    expect(attest(at(0) + 16 * HOUR + 1)).toEqual(wrong);
    expect(attest(at(0) + 1)).toEqual([at(0) + 1]);
    expect([attest(at(0)), attest(at(0) - 1)]).toEqual([wrong, wrong]);
  });

  test("[NS5] is a clinician or a director", () => {
    expect(attest(at(60), "director-0001")).toEqual([at(60)]);
    for (const who of ["nurse-0001", "admin-0001", "nobody-0001"])
      expect(attest(at(60), who)).toEqual({ reason: "not-a-prescriber" });
  });

  test("[NS5] one is enough, and the last word about each stands", () => {
    const clinic = nasal().founded().at(0);
    const says = (prescriber: string, until: number) =>
      clinic.submit("nurse", { type: "attest-prescriber-on-site", prescriber, until });
    const on = (minute: number) => prescriberOnSite(clinic.clinic(), at(minute));
    says("clinician-0001", at(300));
    says("director-0001", at(60));
    expect([on(60), on(61), on(300), on(301)]).toEqual([true, true, true, false]);
    says("clinician-0001", at(30)); // called away
    expect([on(60), on(61)]).toEqual([true, false]);
  });

  test("[NS5] the shift of yesterday is not that of today, a night shift is its own", () => {
    const clinic = nasal().founded().at(0);
    const says = (prescriber: string, until: number) =>
      clinic.submit("nurse", { type: "attest-prescriber-on-site", prescriber, until });
    says("clinician-0001", at(13 * 60));
    says("director-0001", at(16 * 60));
    clinic.at(14 * 60 + 1); // a minute past midnight
    clinic.submit("admin", { type: "add-chair", chairId: "chair-nine", label: "9", kind: "chair" });
    expect(Object.keys(clinic.clinic().onSite)).toEqual(["director-0001"]);
  });
});
