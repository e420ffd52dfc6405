import { expect, test } from "vitest";
import { given } from "./scenario.ts";

test("[DU3] a patient who waits stays ready from look-in to look-in, each due thirty minutes after the last", () => {
  const clinic = given().ready();
  for (const minute of [98, 126, 154]) {
    clinic.at(minute).lookIn();
    expect(clinic.readiness().verdict).toBe("ready");
    expect(clinic.at(minute + 30).readiness().verdict).toBe("ready");
    expect(clinic.due().at(-1)).toMatch(/look-in (due|upcoming|due-soon)/);
  }
});
