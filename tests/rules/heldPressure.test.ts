import { describe, expect, test } from "vitest";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import type { Protocol, Route } from "#shared/protocol/protocol.ts";
import { given, type Scenario } from "./scenario.ts";

const rechecks = (clinic: Scenario) =>
  clinic
    .due()
    .filter((one) => one.includes("recheck"))
    .map((one) => one.replace(" recheck", ""));
interface About {
  readonly route?: Route;
  readonly hold?: Partial<Protocol["hold"]>;
  readonly from65?: boolean | undefined;
}
const prepared = ({ hold, ...about }: About = {}) =>
  given({ from65: false, ...about, ...(hold ? { protocol: { hold: { ...IV_PROTOCOL.hold, ...hold } } } : {}) })
    .prepared()
    .at(-9);
const asks = (sbp: number, dbp: number, about: About = {}) => {
  const clinic = prepared(about);
  clinic.bp(sbp, dbp);
  return rechecks(clinic).length > 0;
};

describe("[DU10] before the dose a held pressure is taken again after five minutes", () => {
  test("[DU10] from 160 or 100", () => {
    expect([asks(159, 99), asks(160, 99), asks(159, 100)]).toEqual([false, true, true]);
    expect([asks(185, 90), asks(170, 115)]).toEqual([true, true]);
  });

  test("[DU10] before a spray above 140 or 90", () => {
    const spray: About = { route: "nasal" };
    expect([asks(140, 90, spray), asks(141, 90, spray), asks(140, 91, spray)]).toEqual([false, true, true]);
  });

  test("[DU10] by the clinic's own limit from 65 years, where the age is known", () => {
    const hold = { atLeastFrom65: { sbp: 150, dbp: 95 } };
    expect([asks(149, 94, { hold, from65: true }), asks(150, 94, { hold, from65: true })]).toEqual([false, true]);
    expect([asks(150, 95, { hold, from65: false }), asks(150, 95, { hold, from65: undefined })]).toEqual([
      false,
      false,
    ]);
  });

  test("[DU10] above do-not-start too, whatever the clinic holds from", () => {
    const hold = { atLeast: { sbp: 200, dbp: 120 } };
    expect([asks(180, 110, { hold }), asks(181, 110, { hold }), asks(180, 111, { hold })]).toEqual([false, true, true]);
    expect(asks(185, 112, { hold: { ...hold, doNotStartAbove: null } })).toBe(false);
  });
});

describe("[DU10] twice", () => {
  test("[DU10] the first and the second ask, the third is the clinician's", () => {
    const clinic = prepared();
    clinic.bp(164, 90);
    expect(rechecks(clinic)).toEqual(["-4 upcoming"]);
    clinic.at(-4).bp(162, 90);
    expect(rechecks(clinic)).toEqual(["-4 done", "1 upcoming"]);
    clinic.at(1).bp(165, 90);
    expect(rechecks(clinic)).toEqual(["-4 done", "1 done"]);
    clinic.at(4).bp(190, 90);
    expect(rechecks(clinic)).toEqual(["-4 done", "1 done"]);
  });

  test("[DU10] a good one answers and asks for nothing, and a held one after it begins again", () => {
    const clinic = prepared();
    clinic.bp(164, 90);
    clinic.at(-4).bp(150, 90);
    expect(rechecks(clinic)).toEqual(["-4 done"]);
    clinic.at(-2).bp(160, 90);
    expect(rechecks(clinic)).toEqual(["-4 done", "3 upcoming"]);
    clinic.at(3).bp(161, 90);
    expect(rechecks(clinic)).toEqual(["-4 done", "3 done", "8 upcoming"]);
  });

  test("[DU10] a critical one that became good wants no second: that is for the time after the dose", () => {
    const clinic = prepared();
    clinic.bp(185, 90);
    clinic.at(-4).bp(150, 90);
    expect(rechecks(clinic)).toEqual(["-4 done"]);
  });

  test("[DU10] how often and after how long is the clinic's", () => {
    const seven = prepared({ hold: { recheckGapMin: 7, recheckTimes: 1 } });
    seven.bp(164, 90);
    expect(rechecks(seven)).toEqual(["-2 upcoming"]);
    seven.at(-2).bp(164, 90);
    expect(rechecks(seven)).toEqual(["-2 done"]);
    const never = prepared({ hold: { recheckTimes: 0 } });
    never.bp(164, 90);
    expect(rechecks(never)).toEqual([]);
  });
});

describe("[DU10] before the dose, not after its start", () => {
  const startedAfter = (minute: number, second: number) => {
    const clinic = given().prepared().at(minute, second);
    clinic.bp(165, 90);
    clinic.at(0).start();
    return rechecks(clinic);
  };
  test("[DU10] it is not asked for any more once the dose has begun, or a prescriber has cleared it", () => {
    expect(startedAfter(-1, 59)).toEqual([]);
    expect(startedAfter(0, 0)).toEqual([]);
    const held = given().prepared().at(-3);
    held.bp(165, 90);
    expect(rechecks(held)).toEqual(["2 upcoming"]);
    held.submit("clinician", { type: "give-clearance", why: { code: "pressure-held" } });
    expect(rechecks(held)).toEqual([]);
  });

  test("[DU10] a pressure after the start answers it", () => {
    const clinic = given().prepared().at(-1);
    clinic.bp(165, 90);
    clinic.at(0).start();
    clinic.at(3).bp(150, 85);
    expect(rechecks(clinic)).toEqual(["4 done"]);
  });

  test("[DU5] a critical one after the start asks by the rule of that time", () => {
    const clinic = prepared({ hold: { recheckGapMin: 9 } });
    clinic.at(0).start();
    clinic.at(2).bp(185, 90);
    expect(rechecks(clinic)).toEqual(["7 upcoming"]);
  });
});
