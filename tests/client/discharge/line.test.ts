import { expect, test } from "vitest";

import { missingWords, stepWords } from "#client/discharge/lineWords.ts";
import { sessionLog } from "#client/chair/sessionLog.ts";
import { hadLine } from "#shared/session/line.ts";
import { given, type Scenario } from "#tests/rules/scenario.ts";

const asked = (one: Scenario) => [
  stepWords("belongings", one.session()),
  missingWords("belongings", one.session()),
  hadLine(one.session()),
];
const BELONGINGS = ["Belongings", "belongings", false];
const AND_LINE = ["Belongings and IV line", "belongings and IV line", true];

test("[DC17] after an infusion the line is asked about, after an injection or a spray belongings alone", () => {
  expect(asked(given().started())).toEqual(AND_LINE);
  expect(asked(given({ route: "im" }).given())).toEqual(BELONGINGS);
  expect(asked(given({ route: "nasal" }).given())).toEqual(BELONGINGS);
});

test("[DC17] a drug or fluids into a vein put a line in on every route, until struck; a tablet does not", () => {
  const one = given({ route: "nasal" }).given();
  const ondansetron = { name: "ondansetron", class: "antiemetic", amount: 4, unit: "mg", orderedBy: "clinician-0001" };
  const give = (interventionId: string, told: object) =>
    one.submit("nurse", {
      type: "record-intervention",
      interventionId,
      told: { at: one.now(), ...told },
    } as Parameters<typeof one.submit>[1]);
  give("intervention-1", { kind: "drug", drug: { ...ondansetron, route: "oral" } });
  expect(asked(one)).toEqual(BELONGINGS);
  give("intervention-2", { kind: "drug", drug: { ...ondansetron, route: "iv" } });
  expect(asked(one)).toEqual(AND_LINE);
  one.submit("nurse", {
    type: "strike-intervention",
    interventionId: "intervention-2",
    reason: { code: "wrong-chair" },
  });
  expect(asked(one)).toEqual(BELONGINGS);
  give("intervention-3", { kind: "fluids" });
  expect(asked(one)).toEqual(AND_LINE);
});

test("[DC17] the log tells of a line where there was one", () => {
  const told = (one: Scenario) => sessionLog(one.belongings().session()).map(({ text }) => text);
  expect(told(given().started())).toContain("Belongings returned, line out");
  expect(told(given({ route: "nasal" }).given())).toContain("Belongings returned");
});
