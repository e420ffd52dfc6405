import { expect, test } from "vitest";
import { play } from "./histories.ts";

const move = (kind: string, who: "ana" | "dana" | "eli") => ({ kind, who, wait: 1, session: 0, number: 1 }) as const;
const nurseOf = (...moves: readonly ReturnType<typeof move>[]) => Object.values(play(moves).clinic.sessions)[0]?.nurse;

test("[SE2] a patient belongs to the nurse who checked in, else to the first nurse who records a fact", () => {
  expect(nurseOf(move("checkIn", "ana"))).toMatch(/^ana/);
  expect(nurseOf(move("checkIn", "eli"))).toBeUndefined();
  expect(nurseOf(move("checkIn", "eli"), move("good", "dana"))).toBeUndefined();
  expect(nurseOf(move("checkIn", "eli"), move("good", "dana"), move("good", "ana"))).toMatch(/^ana/);
});
