import { describe, expect, test } from "vitest";
import { pinProblem } from "#shared/access/pin.ts";

describe("[DV9] a PIN is six digits that are not tried first", () => {
  test.each(["", "12345", "1234567", "12345a", "12 345", "１２３４５６", "-12345", "1.2345"])("%j is none", (pin) => {
    expect(pinProblem(pin)).toBe("A PIN has 6 digits.");
  });

  test.each([
    ...["000000", "999999", "121212", "100000", "101010", "112112"], // fewer than three different digits
    ...["123123", "704704"], // the same three twice
    ...["123456", "012345", "456789", "567890", "890123", "654321", "987654", "210987"], // rising, falling, over the edge
    ...["112233", "445566", "332211", "771199"], // in pairs
    ...["147258", "852741", "159753", "357951", "789456"], // over the keys
  ])("%s is too easy", (pin) => {
    expect(pinProblem(pin)).toBe("This PIN is too easy to guess. Take six digits without a pattern.");
  });

  test.each(["274951", "100200", "123457", "013579", "112234", "123124", "908070"])("%s will do", (pin) => {
    expect(pinProblem(pin)).toBeUndefined();
  });

  test("few are taken away: 99 of a hundred remain", () => {
    const all = Array.from({ length: 1_000_000 }, (_, n) => String(n).padStart(6, "0"));
    const left = all.filter((pin) => pinProblem(pin) === undefined).length;
    expect(left).toBeGreaterThan(990_000);
    expect(left).toBeLessThan(998_000);
  });
});
