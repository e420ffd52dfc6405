import { describe, expect, test } from "vitest";
import { roleFor } from "#shared/access/permission.ts";
import { Role } from "#shared/access/role.ts";
import { HOUR } from "#shared/base/time.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import { unsignedOf } from "#shared/session/cosign.ts";
import type { Session } from "#shared/session/session.ts";
import { at, given, only, ORDER, types, type Scenario } from "./scenario.ts";

const MIDNIGHT = 14 * 60; // the pump starts at ten
const unsigned = (clinic: Scenario) => unsignedOf(clinic.session(), clinic.protocol());
const verbal = (clinic: Scenario) =>
  clinic.submit("nurse", { type: "record-order", order: { ...ORDER, kind: "verbal" } });
const orderSeq = (session: Session, index = 0) => session.orders[index]?.seq ?? NaN;
const sign = (clinic: Scenario, seq: number, recalled?: Session) =>
  clinic.answer("clinician", { type: "cosign", what: { kind: "order", seq } }, recalled);
const FIT = { kind: "fit-to-leave" } as const;
const signFit = (clinic: Scenario, recalled?: Session) =>
  clinic.answer("clinician", { type: "cosign", what: FIT }, recalled);
const said = (clinic: Scenario) =>
  clinic.submit("nurse", {
    type: "record-verbal-countersign",
    seenSeq: clinic.clinic().seq,
    prescriber: "clinician-0001",
  });
const summary = (clinic: Scenario) => Object.values(clinic.clinic().closed)[0];
const anything = (clinic: Scenario, name: string) =>
  clinic.submit("admin", { type: "add-chair", chairId: `chair-${name}`, label: name, kind: "chair" });
const abort = (clinic: Scenario) =>
  clinic.submit("nurse", { type: "abort-before-dose", reason: { code: "patient-declined" } });

describe("[GA8] what a prescriber said by word of mouth", () => {
  test("[GA8] is listed with what, whose, and until when: 24 hours from when it was said", () => {
    const clinic = given().checkedIn().at(-20);
    verbal(clinic);
    expect(unsigned(clinic)).toEqual([
      {
        what: { kind: "order", seq: clinic.clinic().seq },
        prescriber: "clinician-0001",
        dueAt: at(-20) + 24 * HOUR,
      },
    ]);
  });

  test("[GA8] within the hours that the clinic has set", () => {
    const clinic = given({ protocol: { gate: { ...SHIPPED.iv.gate, cosignWithinHours: 48 } } }).checkedIn();
    verbal(clinic.at(-20));
    expect(unsigned(clinic)[0]?.dueAt).toBe(at(-20) + 48 * HOUR);
  });

  test("[GA8] a signed order wants no other signature", () => {
    const clinic = given().checkedIn().ordered();
    expect(unsigned(clinic)).toEqual([]);
    expect(sign(clinic, orderSeq(clinic.session())).rejected).toEqual({ reason: "already-signed" });
  });

  test("[GA8] stays until it is signed, however late, and is kept with who signed", () => {
    const clinic = given().checkedIn().at(-20);
    verbal(clinic);
    clinic.at(25 * 60);
    expect(unsigned(clinic)).toHaveLength(1);
    const { events } = sign(clinic, orderSeq(clinic.session()));
    expect(only(events, "cosigned")).toMatchObject({ last: true });
    expect(unsigned(clinic)).toEqual([]);
    expect(clinic.session().orders[0]?.cosigned).toEqual({ at: at(25 * 60), by: "clinician-0001" });
  });

  test("[GA8] is signed once, and only what was said", () => {
    const clinic = given().checkedIn();
    verbal(clinic);
    const seq = orderSeq(clinic.session());
    expect(sign(clinic, seq + 1).rejected).toEqual({ reason: "already-signed" });
    expect(signFit(clinic).rejected).toEqual({ reason: "already-signed" });
    expect(sign(clinic, seq).rejected).toBeUndefined();
    expect(sign(clinic, seq).rejected).toEqual({ reason: "already-signed" });
    const nowhere = { type: "cosign", what: FIT, sessionId: "session-none" } as const;
    expect(clinic.refused("clinician", nowhere)).toEqual({ reason: "unknown-thing" });
  });

  test("[GA8] each by itself, and a newer order signs no older one", () => {
    const clinic = given().checkedIn();
    verbal(clinic);
    verbal(clinic.at(-20));
    clinic.ordered();
    const [first, second] = [orderSeq(clinic.session()), orderSeq(clinic.session(), 1)];
    expect(unsigned(clinic).map(({ what }) => what)).toEqual([
      { kind: "order", seq: first },
      { kind: "order", seq: second },
    ]);
    expect(only(sign(clinic, second).events, "cosigned").last).toBe(false);
    expect(unsigned(clinic).map(({ what }) => what)).toEqual([{ kind: "order", seq: first }]);
    expect(only(sign(clinic, first).events, "cosigned").last).toBe(true);
  });

  test("[GA8] by a prescriber, another one too", () => {
    expect(Role.options.filter((role) => roleFor([role], "cosign") !== undefined)).toEqual(["clinician", "director"]);
    const clinic = given().checkedIn();
    verbal(clinic);
    const what = { kind: "order", seq: orderSeq(clinic.session()) } as const;
    clinic.submit("director", { type: "cosign", what });
    expect(clinic.session().orders[0]).toMatchObject({
      order: { prescriber: "clinician-0001" },
      cosigned: { by: "director-0001" },
    });
  });

  test("[GA8] that the patient may go is such a word", () => {
    const clinic = given().fit();
    said(clinic);
    expect(unsigned(clinic)).toEqual([{ what: FIT, prescriber: "clinician-0001", dueAt: clinic.now() + 24 * HOUR }]);
    expect(signFit(clinic).rejected).toBeUndefined();
    expect(unsigned(clinic)).toEqual([]);
    expect(clinic.session().clinicianFit).toMatchObject({
      verbalFrom: "clinician-0001",
      cosigned: { by: "clinician-0001" },
    });
  });

  test("[GA8] that the patient may go, said and taken back by a newer fact, was said all the same", () => {
    const clinic = given().fit();
    said(clinic);
    expect(types(clinic.at(72).set({ spo2: 90 }))).toContain("fit-to-leave-voided");
    expect(unsigned(clinic).map(({ what }) => what)).toEqual([FIT]);
  });
});

describe("[GA8] after the patient has left", () => {
  test("[GA8] it is listed with what has ended, and signed there", () => {
    const clinic = given().checkedIn().at(-20);
    verbal(clinic);
    const recalled = clinic.session();
    abort(clinic);
    expect(summary(clinic)).toMatchObject({ cosignDueAt: at(-20) + 24 * HOUR });
    expect(sign(clinic, orderSeq(recalled), recalled).rejected).toBeUndefined();
    expect(summary(clinic)).toMatchObject({ outcome: "aborted-before-dose" });
    expect(summary(clinic)?.cosignDueAt).toBeUndefined();
  });

  test("[GA8] of two the one that is left is due at its own time", () => {
    const clinic = given().checkedIn().at(-20);
    verbal(clinic);
    verbal(clinic.at(-10));
    const recalled = clinic.session();
    abort(clinic);
    expect(summary(clinic)?.cosignDueAt).toBe(at(-20) + 24 * HOUR);
    expect(only(sign(clinic, orderSeq(recalled), recalled).events, "cosigned").last).toBe(false);
    expect(summary(clinic)?.cosignDueAt).toBe(at(-10) + 24 * HOUR);
  });
});

describe("[ME1] what ended and still wants a signature", () => {
  const ended = () => {
    const clinic = given().checkedIn().at(-20);
    verbal(clinic);
    const recalled = clinic.session();
    abort(clinic);
    return { clinic, recalled };
  };
  const closed = (clinic: Scenario) => Object.keys(clinic.clinic().closed);

  test("[ME1] stays listed across days, and what is signed leaves with the next one", () => {
    const { clinic, recalled } = ended();
    anything(clinic.at(MIDNIGHT), "tomorrow");
    anything(clinic.at(MIDNIGHT + 3 * 24 * 60), "later");
    expect(closed(clinic)).toEqual(["session-0001"]);
    expect(sign(clinic, orderSeq(recalled), recalled).rejected).toBeUndefined();
    expect(closed(clinic)).toEqual(["session-0001"]);
    anything(clinic.at(MIDNIGHT + 4 * 24 * 60 - 1), "same-day");
    expect(closed(clinic)).toEqual(["session-0001"]);
    anything(clinic.at(MIDNIGHT + 4 * 24 * 60), "next-day");
    expect(closed(clinic)).toEqual([]);
  });

  test("[ME1] what was signed on its own day leaves with the next one, like any other", () => {
    const { clinic, recalled } = ended();
    sign(clinic, orderSeq(recalled), recalled);
    anything(clinic.at(MIDNIGHT), "tomorrow");
    expect(closed(clinic)).toEqual([]);
  });

  test("[ME1] of two words the second keeps it, until that is signed", () => {
    const clinic = given().checkedIn().at(-20);
    verbal(clinic);
    verbal(clinic);
    const recalled = clinic.session();
    abort(clinic);
    sign(clinic.at(MIDNIGHT), orderSeq(recalled), recalled);
    anything(clinic.at(MIDNIGHT + 24 * 60), "later");
    expect(closed(clinic)).toEqual(["session-0001"]);
    const [first, second] = recalled.orders;
    if (!first || !second) throw new Error("two orders");
    const half = { ...recalled, orders: [{ ...first, cosigned: { at: at(0), by: first.by } }, second] };
    expect(only(sign(clinic, second.seq, half).events, "cosigned").last).toBe(true);
    anything(clinic.at(MIDNIGHT + 2 * 24 * 60), "latest");
    expect(closed(clinic)).toEqual([]);
  });

  test("[ME1] it keeps its id: nobody is checked in under it again", () => {
    const { clinic } = ended();
    anything(clinic.at(MIDNIGHT), "tomorrow");
    const again = { type: "check-in", patientId: "patient-0009", chairId: "chair-two", route: "iv" } as const;
    expect(clinic.refused("desk", again)).toEqual({ reason: "id-taken" });
  });
});
