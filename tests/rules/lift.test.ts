import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { currentProtocol } from "#shared/clinic/clinic.ts";
import { readRecorded } from "#shared/clinic/upcast.ts";
import { Protocol } from "#shared/protocol/protocol.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import { interpret } from "#shared/vitals/interpret.ts";
import { at, given, GOOD, only, rung } from "./scenario.ts";

const GOLDEN = readFileSync(join(import.meta.dirname, "golden/1.0.jsonl"), "utf8")
  .trimEnd()
  .split("\n");
const eventsOf = (type: string) =>
  GOLDEN.flatMap((body, n) => {
    const raw = JSON.parse(body) as { event: Record<string, unknown> & { type: string; sessionId?: string } };
    const known = { seq: n + 1, sessionId: raw.event.sessionId ?? null };
    return raw.event.type === type ? [{ raw: raw.event, ...readRecorded(body, known) }] : [];
  });
const proposed = () => {
  const [found] = eventsOf("protocol-proposed");
  if (found?.event.type !== "protocol-version-proposed") throw new Error("no protocol in the golden log");
  return { was: found.raw["protocol"] as Record<string, unknown>, is: found.event.protocol };
};

describe("[ST5] a clinic begins", () => {
  test("[ST5] with a protocol for each route, and none of them is approved", () => {
    const clinic = given().founded().clinic();
    expect(Object.values(clinic.protocols).map(({ approved }) => approved)).toEqual([undefined, undefined, undefined]);
    for (const route of ["iv", "im", "nasal"] as const)
      expect(currentProtocol(clinic, route)).toEqual({ protocol: SHIPPED[route] });
  });

  test("[ST5] each is for its own route, and one that is approved approves no other", () => {
    for (const route of ["iv", "im", "nasal"] as const)
      expect(SHIPPED[route]).toMatchObject({ id: route, route, version: 1, dose: { route } });
    const clinic = given().founded();
    clinic.submit("director", { type: "approve-protocol", protocol: { id: "im", version: 1 } });
    const approved = (["iv", "im", "nasal"] as const).map(
      (route) => currentProtocol(clinic.clinic(), route)?.approved !== undefined,
    );
    expect(approved).toEqual([false, true, false]);
  });

  test("[ST5] a patient can be checked in for each on the first day", () => {
    for (const route of ["iv", "im", "nasal"] as const)
      expect(given({ route }).checkedIn().session().protocol).toEqual({ id: route, version: 1 });
  });
});

describe("[UP4] a protocol of release 1.0", () => {
  test("[UP4] is one for an infusion, and a protocol of today", () => {
    const { is } = proposed();
    expect(Protocol.safeParse(is).success).toBe(true);
    expect(is).toMatchObject({ id: "iv", version: 1, route: "iv", dose: { route: "iv" } });
  });

  test("[UP4] what that release knew is as it was", () => {
    const { was, is } = proposed();
    const { whileDosingEveryMin, ...schedule } = was["schedule"] as Record<string, unknown>;
    expect(is.schedule).toMatchObject({ ...schedule, dosing: { kind: "every", everyMin: whileDosingEveryMin } });
    for (const part of ["required", "hold", "dose", "limits", "pressure", "window", "exit", "restriction"] as const)
      expect(is[part]).toMatchObject(was[part] as object);
    for (const part of ["title", "heartRateLowAlsoBelowBaseline", "clinicianConfirmsFitToLeave"] as const)
      expect(is[part]).toBe(was[part]);
    expect(is.minimumStay).toEqual({ from: "dose-end", min: 30, overridable: true });
    expect(is.restriction).toEqual({ kind: "hours", hoursFromLeaving: 24 });
    expect(is.gate.hard).toEqual(["identity", "allergies", "contraindications", "consent", "ride"]);
  });

  test("[UP4] what it did not know is off", () => {
    const { is } = proposed();
    expect(is).toMatchObject({
      optional: [],
      heartRateRise: null,
      vomitingSedationAtMost: null,
      altitude: null,
      formDueDays: null,
      witnessForWaste: false,
      schedule: { closeEveryMin: null },
      required: { breathingWhen: { sedationAtMost: null, spo2AtMost: null } },
      gate: { clinicianClears: false, clinicianClearsFirst: false, prescriberOnSite: false, look: null },
      hold: { atLeastFrom65: null },
      pressure: { symptomsMakeHigh: false },
      window: { acuteEndAfterMin: 0, tell: null },
      exit: { airAfterOxygenMin: 0 },
    });
    for (const check of ["orthostatic", "nausea", "suicidality", "drugs"] as const)
      expect(is.exit.required).not.toContain(check);
    for (const measure of ["map", "temp", "etco2", "nausea"] as const)
      expect([-99_999, 0, 99_999].map((value) => interpret(value, is.limits[measure]))).toEqual([
        "normal",
        "normal",
        "normal",
      ]);
  });

  test("[UP4] a session under it is judged as it was then", () => {
    const { is } = proposed();
    const clinic = given({ protocol: is }).started().at(10);
    const odd = { ...GOOD, rr: undefined, sedation: 4, map: 140, temp: 40, nausea: 9, vomitCount: 2 };
    expect(rung(clinic.set(odd), clinic)).toEqual([]);
    clinic.at(40).end();
    clinic.at(55).set({ nausea: 8 });
    clinic.submit("nurse", {
      type: "record-intervention",
      interventionId: "drug-0001",
      told: {
        kind: "drug",
        at: at(55),
        drug: { name: "lorazepam", class: "sedative", amount: 1, unit: "mg", route: "iv", orderedBy: "clinician-0001" },
      },
    });
    clinic.at(70).set({ nausea: 8 });
    clinic.submit("nurse", clinic.observation({ orientation: "oriented", gait: "as-on-arrival" }, { sheet: "exit" }));
    expect(clinic.verdict()).toBe("checks-met");
  });

  test("[UP4] one that is damaged is no protocol of today, and says so", () => {
    const [found] = GOLDEN.flatMap((body, n) => (body.includes('"protocol-proposed"') ? [{ body, n }] : []));
    const { body = "", n = 0 } = found ?? {};
    for (const damaged of [
      body.replace('"whileDosingEveryMin":10', '"whileDosingEveryMin":0'),
      body.replace(/"limits":\{/, '"limits":{"weather":1,'),
      body.replace('"afterDoseEndMin":30', '"afterDoseEndMin":"half an hour"'),
    ]) {
      expect(damaged).not.toBe(body);
      expect(readRecorded(damaged, { seq: n + 1, sessionId: null }).event.type).toBe("event-unreadable");
    }
  });
});

describe("[UP4] an order of release 1.0", () => {
  test("[UP4] is one for an infusion, with every number that it had", () => {
    const orders = eventsOf("order-recorded");
    expect(orders).not.toEqual([]);
    for (const { raw, event } of orders)
      expect(only([event], "order-placed").order).toEqual({ ...(raw["order"] as object), route: "iv" });
  });
});
