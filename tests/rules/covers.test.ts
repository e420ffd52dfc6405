import { describe, expect, test } from "vitest";
import { roleFor } from "#shared/access/permission.ts";
import { Role } from "#shared/access/role.ts";
import { ownerOf } from "#shared/clinic/clinic.ts";
import { CHAIR, at, given, types, type Scenario } from "./scenario.ts";

/** Ana is the nurse, Ben the clinician, Cy the director: three who can take care. */
const [ANA, BEN, CY] = ["nurse-0001", "clinician-0001", "director-0001"] as const;
type Who = "nurse" | "clinician" | "director";

/** Two patients of Ana's, and one of Ben's. */
const morning = () => {
  const clinic = given().founded().at(-30);
  clinic.submit("admin", { type: "add-chair", chairId: "chair-three", label: "3", kind: "chair" });
  const checkIn = (n: number, chairId: string, role: "nurse" | "clinician") => {
    const sessionId = `session-000${n}`;
    clinic.submit(role, { type: "check-in", sessionId, patientId: `patient-000${n}`, chairId, route: "iv" });
    if (role === "clinician") clinic.submit(role, { type: "take-over-patient", sessionId });
  };
  checkIn(1, CHAIR, "nurse");
  checkIn(2, "chair-two", "nurse");
  checkIn(3, "chair-three", "clinician");
  return clinic.at(0);
};
const owners = (clinic: Scenario) =>
  Object.values(clinic.clinic().sessions).map((session) => ownerOf(clinic.clinic(), session));
const ask = (clinic: Scenario, role: Who, by: string, coverId = "cover-0001", until = at(20)) =>
  clinic.answer(role, { type: "ask-for-cover", coverId, by, until });
const take = (clinic: Scenario, role: Who, coverId = "cover-0001") =>
  clinic.answer(role, { type: "take-cover", coverId });
const end = (clinic: Scenario, role: Who, coverId = "cover-0001") =>
  clinic.answer(role, { type: "end-cover", coverId });

describe("[CV1] who took a cover looks after all patients of that nurse", () => {
  test("[CV1] of that nurse, and of no other", () => {
    const clinic = morning();
    ask(clinic, "nurse", BEN);
    take(clinic, "clinician");
    expect(owners(clinic)).toEqual([BEN, BEN, BEN]);
    const other = morning();
    other.submit("admin", { type: "grant-membership", person: CY, role: "nurse" });
    ask(other, "nurse", CY);
    take(other, "director");
    expect(owners(other)).toEqual([CY, CY, BEN]);
  });

  test("[CV1] one who comes while the cover lasts, too", () => {
    const clinic = morning();
    clinic.submit("admin", { type: "grant-membership", person: CY, role: "nurse" });
    ask(clinic, "nurse", CY);
    take(clinic, "director");
    clinic.submit("admin", { type: "add-chair", chairId: "chair-four", label: "4", kind: "chair" });
    const four = { type: "check-in", sessionId: "session-0004", patientId: "patient-0004" } as const;
    clinic.submit("nurse", { ...four, chairId: "chair-four", route: "im" });
    expect(owners(clinic)).toEqual([CY, CY, BEN, CY]);
  });

  test("[CV1] a patient keeps the nurse, who is back the moment that it ends", () => {
    const clinic = morning();
    ask(clinic, "nurse", BEN);
    take(clinic, "clinician");
    expect(Object.values(clinic.clinic().sessions).map(({ nurse }) => nurse)).toEqual([ANA, ANA, BEN]);
    end(clinic, "clinician");
    expect(owners(clinic)).toEqual([ANA, ANA, BEN]);
  });

  test("[CV1] a patient of nobody stays nobody's", () => {
    const clinic = given().checkedIn();
    ask(clinic, "nurse", BEN, "cover-0001", at(60));
    take(clinic, "clinician");
    expect(owners(clinic)).toEqual([undefined]);
  });

  test("[CV1] who covers and is covered in turn hands on all that she looked after", () => {
    const clinic = morning();
    clinic.submit("admin", { type: "grant-membership", person: CY, role: "nurse" });
    ask(clinic, "nurse", BEN);
    take(clinic, "clinician");
    ask(clinic, "clinician", CY, "cover-0002");
    expect(owners(clinic)).toEqual([BEN, BEN, BEN]);
    take(clinic, "director", "cover-0002");
    expect(owners(clinic)).toEqual([CY, CY, CY]);
  });
});

test("[CV1] of two who cover each other every patient is still somebody's", () => {
  const clinic = morning();
  ask(clinic, "nurse", BEN);
  take(clinic, "clinician");
  ask(clinic, "clinician", ANA, "cover-0002");
  take(clinic, "nurse", "cover-0002");
  for (const owner of owners(clinic)) expect([ANA, BEN]).toContain(owner);
});

describe("[CV2] asking for cover", () => {
  test("[CV2] moves nothing", () => {
    const clinic = morning();
    expect(types(ask(clinic, "nurse", BEN).events)).toEqual(["cover-asked"]);
    expect(owners(clinic)).toEqual([ANA, ANA, BEN]);
    expect(clinic.at(25).clinic().covers).toMatchObject({ "cover-0001": { nurse: ANA, by: BEN, askedAt: at(0) } });
    expect(owners(clinic)).toEqual([ANA, ANA, BEN]);
  });

  test("[CV2] only a nurse or a clinician can be asked, and nobody can ask herself", () => {
    const no = { reason: "not-a-nurse" };
    for (const by of ["desk-0001", "admin-0001", "director-0001", "nobody-0001", ANA])
      expect(ask(morning(), "nurse", by).rejected, by).toEqual(no);
    expect(ask(morning(), "nurse", BEN).rejected).toBeUndefined();
    expect(ask(morning(), "clinician", ANA).rejected).toBeUndefined();
  });

  test("[CV2] until a time that is still to come", () => {
    const past = { reason: "invalid", field: "until", problem: "in-the-past" };
    expect(ask(morning(), "nurse", BEN, "cover-0001", at(0)).rejected).toEqual(past);
    expect(ask(morning(), "nurse", BEN, "cover-0001", at(0) + 1).rejected).toBeUndefined();
  });

  test("[CV2] one at a time, and under an id of its own", () => {
    const clinic = morning();
    ask(clinic, "nurse", BEN);
    expect(ask(clinic, "clinician", ANA).rejected).toEqual({ reason: "id-taken" });
    expect(ask(clinic, "nurse", BEN, "cover-0002").rejected).toEqual({ reason: "already-covered" });
    end(clinic, "nurse");
    expect(ask(clinic, "nurse", BEN, "cover-0002").rejected).toBeUndefined();
  });
});

describe("[CV3] a cover is taken", () => {
  test("[CV3] by who was asked alone", () => {
    const clinic = morning();
    ask(clinic, "nurse", BEN);
    for (const role of ["nurse", "director"] as const)
      expect(take(clinic, role).rejected).toEqual({ reason: "not-allowed" });
    expect(owners(clinic)).toEqual([ANA, ANA, BEN]);
    expect(take(clinic, "clinician", "cover-none").rejected).toEqual({ reason: "unknown-thing" });
  });

  test("[CV3] in one act for all chairs, and once", () => {
    const clinic = morning();
    ask(clinic, "nurse", BEN);
    expect(types(take(clinic.at(2), "clinician").events)).toEqual(["cover-taken"]);
    expect(clinic.clinic().covers).toMatchObject({ "cover-0001": { takenAt: at(2) } });
    expect(take(clinic, "clinician").rejected).toEqual({ reason: "already-accepted" });
  });
});

describe("[CV4] a cover is handed back", () => {
  const covered = () => {
    const clinic = morning();
    ask(clinic, "nurse", BEN);
    take(clinic, "clinician");
    return clinic;
  };

  test("[CV4] by either, and by nobody else", () => {
    for (const role of ["nurse", "clinician"] as const) {
      const clinic = covered();
      expect(types(end(clinic, role).events)).toEqual(["cover-ended"]);
      expect(clinic.clinic().covers).toEqual({});
    }
    expect(end(covered(), "director").rejected).toEqual({ reason: "not-allowed" });
    expect(end(covered(), "nurse", "cover-none").rejected).toEqual({ reason: "unknown-thing" });
  });

  test("[CV4] past its time it goes on until then, into the next day too", () => {
    const clinic = covered();
    for (const minute of [20, 21, 300, 15 * 60]) {
      clinic.at(minute).tick();
      clinic.submit("admin", { type: "add-chair", chairId: `chair-at-${minute}`, label: "x", kind: "chair" });
      expect(owners(clinic)).toEqual([BEN, BEN, BEN]);
    }
    end(clinic, "nurse");
    expect(owners(clinic)).toEqual([ANA, ANA, BEN]);
  });

  test("[CV4] one that nobody took is taken back, too", () => {
    const clinic = morning();
    ask(clinic, "nurse", BEN);
    expect(end(clinic, "nurse").rejected).toBeUndefined();
    expect(take(clinic, "clinician").rejected).toEqual({ reason: "unknown-thing" });
  });
});

describe("[CV5] one patient changes nurses", () => {
  const takeOver = (clinic: Scenario, role: Who, sessionId = "session-0001") =>
    clinic.answer(role, { type: "take-over-patient", sessionId });

  test("[CV5] by the act of the one who takes over, and the others stay", () => {
    const clinic = morning();
    expect(types(takeOver(clinic, "clinician").events)).toEqual(["patient-taken-over"]);
    expect(owners(clinic)).toEqual([BEN, ANA, BEN]);
    expect(takeOver(clinic, "clinician").rejected).toEqual({ reason: "already-accepted" });
  });

  test("[CV5] one who was nobody's is hers who takes her", () => {
    const clinic = given().checkedIn();
    takeOver(clinic, "nurse");
    expect(owners(clinic)).toEqual([ANA]);
  });

  test("[CV5] not one that is not there, and not by the desk", () => {
    const clinic = morning();
    expect(takeOver(clinic, "nurse", "session-none").rejected).toEqual({ reason: "unknown-thing" });
    const may = Role.options.filter((role) => roleFor([role], "take-over-patient") !== undefined);
    expect(may).toEqual(["nurse", "clinician", "director"]);
  });
});

describe("[CV6] who backs up whom", () => {
  const set = (clinic: Scenario, nurse: string, backUp: string) =>
    clinic.answer("nurse", { type: "set-back-up", nurse, backUp }).rejected;

  test("[CV6] is set, and set anew", () => {
    const clinic = morning();
    expect([set(clinic, ANA, BEN), set(clinic, BEN, ANA)]).toEqual([undefined, undefined]);
    expect(clinic.clinic().backUps).toEqual({ [ANA]: BEN, [BEN]: ANA });
    set(clinic, ANA, CY);
    expect(clinic.clinic().backUps).toEqual({ [ANA]: CY, [BEN]: ANA });
  });

  test("[CV6] nobody is an answer, and moves no patient", () => {
    const clinic = morning();
    expect(set(clinic, ANA, "nobody")).toBeUndefined();
    expect(clinic.clinic().backUps).toEqual({ [ANA]: "nobody" });
    expect(owners(clinic)).toEqual([ANA, ANA, BEN]);
  });

  test("[CV6] not herself, and nobody who is not there", () => {
    const clinic = morning();
    expect(set(clinic, ANA, ANA)).toEqual({ reason: "needs-another-person" });
    expect([set(clinic, ANA, "nobody-0001"), set(clinic, "nobody-0001", ANA)]).toEqual([
      { reason: "unknown-thing" },
      { reason: "unknown-thing" },
    ]);
  });
});
