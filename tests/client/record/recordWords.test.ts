import { expect, test } from "vitest";

import { beforeLines } from "#client/record/beforeLines.ts";
import { interventionText } from "#client/record/interventionRows.ts";
import { also } from "#client/record/observationText.ts";
import { rideLines } from "#client/record/rideLines.ts";
import { treatmentWords } from "#client/chair/treatmentWords.ts";
import { PersonId } from "#shared/base/ids.ts";
import { GateItem } from "#shared/protocol/protocol.ts";
import { CHECK_TITLE, fieldName, GATE_ITEM, RIDE_KIND } from "#shared/protocol/words.ts";
import { rowsOf } from "#shared/protocol/rows.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import { given } from "#tests/rules/scenario.ts";
import { clinicDay } from "#tests/client/discharge/day.ts";

const name = () => "Dr. Rey";

test("[RC11] what was done and given is printed in the words of the forms", () => {
  const drug = { amount: 4, unit: "mg", route: "sublingual", orderedBy: PersonId.parse("clinician-0001") } as const;
  expect(interventionText({ kind: "airway-opened" }, name)).toBe("Airway opened");
  expect(interventionText({ kind: "oxygen-on", litresPerMin: 2 }, name)).toBe("Oxygen on · 2 L/min");
  expect(interventionText({ kind: "drug", drug: { ...drug, name: "ondansetron", class: "antiemetic" } }, name)).toBe(
    "Ondansetron 4 mg under the tongue · ordered by Dr. Rey",
  );
  expect(
    interventionText({ kind: "drug", drug: { ...drug, name: "other", class: "none-of-these", text: "Saline" } }, name),
  ).toBe("Saline 4 mg under the tongue · None of these · ordered by Dr. Rey");
});

test("[RC11] what was asked before the dose has the name that stood on the chair's page", () => {
  const one = given({ route: "nasal" }).prepared();
  const labels = beforeLines(one.session(), one.protocol(), name).map(({ label }) => label);
  const asked = GateItem.options.filter((item) => one.session().gate[item]);
  expect(asked.length).toBeGreaterThan(3);
  expect(labels).toEqual(expect.arrayContaining(asked.map((item) => treatmentWords.preparation.items[item])));
});

test("[RC11] symptoms, position and rides have no code in them", () => {
  const one = given().started();
  one.set({ symptoms: [{ symptom: "short-of-breath", grade: "severe" }], cuff: "left-arm", position: "reclined" });
  expect(also(one.lastObservation())).toEqual(["short of breath, severe", "reclined", "cuff: left arm"]);
  const day = clinicDay();
  const sessionId = day.checkIn("pat-a", "chair-1");
  day.run({ type: "record-ride", sessionId, ride: { status: "here", kind: "rideshare-adult-home" } });
  expect(rideLines(day.log()).map(({ text }) => text)).toEqual(["here · Rideshare, adult at home"]);
});

test.each(Object.values(SHIPPED))("[PO6] the protocol $id names what it asks for as the screens do", (protocol) => {
  const said = (path: string) =>
    rowsOf(protocol)
      .find((row) => row.path === path)
      ?.value.split(" · ");
  const { gate, exit, required } = protocol;
  expect(said("gate.hard")).toEqual(gate.hard.map((item) => GATE_ITEM[item]));
  expect(said("exit.required")).toEqual(exit.required.map((id) => CHECK_TITLE[id]));
  expect(said("exit.rides")).toEqual(exit.rides.map((kind) => RIDE_KIND[kind]));
  expect(said("required.exit")).toEqual(required.exit.map(fieldName));
});

test("[PO6] what nothing stands in reads none", () => {
  const optional = rowsOf({ ...SHIPPED.iv, optional: ["temp", "suicidality"] }).find(({ path }) => path === "optional");
  expect(optional?.value).toBe("Temperature · Suicidal thoughts");
  expect(rowsOf(SHIPPED.iv).find(({ path }) => path === "optional")?.value).toBe("none");
});
