import { expect, test } from "vitest";
import { at, CHAIR, given, rung } from "./scenario.ts";

test("[AL2] the call of one patient is not the call of another", () => {
  const clinic = given().started().at(5);
  clinic.set({ spo2: 88 });
  const second = { sessionId: "session-0002" };
  clinic.submit("desk", {
    type: "check-in",
    ...second,
    patientId: "patient-0002",
    chairId: "chair-two",
    route: "iv",
    from65: false,
  });
  clinic.submit("nurse", {
    type: "start-infusion",
    ...second,
    factId: "start-0002",
    at: at(5),
    mg: 35,
    plannedMin: 40,
  });
  clinic.submit("nurse", { ...clinic.observation({ sbp: 120, dbp: 74, spo2: 97 }, { sheet: "bp" }), ...second });
  expect(clinic.call("oxygen-low")).toMatchObject({ chairId: CHAIR });
  expect(clinic.call("oxygen-low").settledAt).toBeUndefined();
  clinic.at(6).submit("nurse", { ...clinic.observation({ sbp: 120, dbp: 74, spo2: 87 }, { sheet: "bp" }), ...second });
  expect(clinic.calls().map(({ rule, chairId }) => `${rule} ${chairId}`)).toEqual([
    `oxygen-low ${CHAIR}`,
    "oxygen-low chair-two",
  ]);
});

test("[AL9] the answer to one call of a value is no answer to another", () => {
  const clinic = given().ended().at(68);
  clinic.set({ spo2: 90, dissociation: 5 });
  clinic.accept("oxygen-low").close("oxygen-low");
  clinic.at(70);
  expect(rung(clinic.tick(), clinic)).toContain("still-affected low");
});

test("[RW8] nobody is told of the window's end while the pump goes on past its plan", () => {
  const clinic = given().started();
  for (const minute of [20, 40, 60, 68]) clinic.at(minute).set({ dissociation: 5 });
  expect(rung(clinic.at(75).tick(), clinic)).not.toContain("still-affected low");
  clinic.at(76).end();
  clinic.at(105).set({ dissociation: 5 });
  expect(rung(clinic.at(106).tick(), clinic)).toContain("still-affected low");
});

test("[RW9] nobody is told of a patient who has got nothing yet", () => {
  const clinic = given().checkedIn();
  clinic.set({ distress: 3, sedation: 4 });
  clinic.at(200).tick();
  expect(clinic.calls().map(({ rule }) => rule)).not.toContain("not-back");
});

test("[AL4] [AL6] what says nothing of pressure takes no call about it away", () => {
  const high = given().started().at(5);
  high.bp(205, 100);
  high.at(6).lookIn();
  expect(high.call("pressure-high").settledAt).toBeUndefined();
  const low = given().started().at(5);
  low.bp(85, 50);
  low.at(6).lookIn();
  expect(low.call("pressure-low").settledAt).toBeUndefined();
});

test("[AL7] how low is how severe", () => {
  const clinic = given().started({ hr: 70 }).at(5);
  clinic.set({ hr: 48 });
  expect(clinic.call("heart-rate-low")).toMatchObject({ priority: "medium", severity: -48 });
});

test("[AL18] a clinic that has switched it off is told of nobody who vomits", () => {
  const clinic = given({ protocol: { vomitingSedationAtMost: null } })
    .started()
    .at(5);
  clinic.set({ sedation: 0, symptoms: [{ symptom: "vomiting", grade: "severe" }] });
  expect(clinic.calls().map(({ rule }) => rule)).not.toContain("vomiting-drowsy");
});
