import { describe, expect, test } from "vitest";
import { diffProtocols } from "#shared/protocol/diff.ts";
import { exportProtocols, readProtocolFile } from "#shared/protocol/file.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import { given } from "./scenario.ts";

const ALL = Object.values(SHIPPED);
/** Changed in a number, a switch, a list, an empty place and the words of a person. */
const CHANGED: Protocol = {
  ...SHIPPED.iv,
  id: "iv-hoch",
  version: 7,
  title: 'Infusion „langsam“ "0,5" — 5 °C',
  optional: ["temp", "suicidality"],
  altitude: { spo2LowerBy: 2.5 },
  heartRateRise: null,
  gate: { ...SHIPPED.iv.gate, look: null, clinicianClears: true },
  sources: { ...SHIPPED.iv.sources, altitude: "our director [D]" },
};

const problemsOf = (text: string) => {
  const read = readProtocolFile(text);
  return "problems" in read ? read.problems : [];
};
const placesOf = (text: string) => problemsOf(text).map(({ path }) => path);
const file = (change: object = {}) =>
  JSON.stringify({ format: "chairside-protocols", version: 1, protocols: ALL, ...change });
const spoiled = (change: object) => file({ protocols: [SHIPPED.im, { ...SHIPPED.iv, ...change }] });

describe("[PO4] protocols leave as one file and come back unchanged", () => {
  test("[PO4] all that we ship, and one that was changed", () => {
    expect(readProtocolFile(exportProtocols(ALL))).toEqual({ protocols: ALL });
    expect(readProtocolFile(exportProtocols([CHANGED, ...ALL]))).toEqual({ protocols: [CHANGED, ...ALL] });
  });

  test("[PO4] what came back goes out again, and comes back the same, however often", () => {
    const again = (text: string): string => {
      const read = readProtocolFile(text);
      return "protocols" in read ? exportProtocols(read.protocols) : "";
    };
    const once = again(exportProtocols([CHANGED]));
    expect(readProtocolFile(once)).toEqual({ protocols: [CHANGED] });
    expect(again(once)).toBe(once);
  });

  test("[PO4] as a clinic has them, into another clinic, in the same words", () => {
    const from = given({ protocol: { ...CHANGED, id: "iv", version: 2 } }).founded();
    const read = readProtocolFile(
      exportProtocols(Object.values(from.clinic().protocols).map(({ protocol }) => protocol)),
    );
    const found = "protocols" in read ? read.protocols : [];
    expect(found.map(({ id, version }) => `${id} ${version}`)).toEqual(["iv 1", "im 1", "nasal 1", "iv 2"]);
    const to = given().founded();
    const changed = found[3] ?? SHIPPED.iv;
    to.submit("director", { type: "propose-protocol", protocol: changed });
    expect(diffProtocols(to.clinic().protocols["iv@2"]?.protocol ?? SHIPPED.iv, CHANGED)).toEqual([]);
  });

  test("[PO4] it can be read by people: one line a part, and a line at its end", () => {
    const text = exportProtocols(ALL);
    expect(text.endsWith("}\n")).toBe(true);
    expect(text.split("\n")).toContain('      "title": "Ketamine infusion, IV",');
  });
});

describe("[PO5] a file that is none is refused whole", () => {
  test.each([
    ["nothing", ""],
    ["another kind of file", "title,version\nKetamine,1\n"],
    ["a file that was cut off", exportProtocols(ALL).slice(0, -40)],
  ])("[PO5] %s is no JSON", (_, text) =>
    expect(readProtocolFile(text)).toEqual({ problems: [{ path: "", problem: "This is not a JSON file." }] }),
  );

  test.each([
    ["null", ""],
    ["[]", ""],
    ['"iv"', ""],
    [file({ format: "another" }), "format"],
    [file({ version: 2 }), "version"],
    [file({ protocols: [] }), "protocols"],
    [file({ protocols: Array.from({ length: 21 }, () => SHIPPED.iv) }), "protocols"],
    [file({ protocols: { iv: SHIPPED.iv } }), "protocols"],
    [file({ protocols: [null] }), "protocols.0"],
    [file({ approvedBy: "somebody" }), ""],
  ])("[PO5] the shape around the protocols: %.40s", (text, place) => expect(placesOf(text)).toEqual([place]));

  test("[PO5] twenty protocols are a file", () => {
    const read = readProtocolFile(file({ protocols: Array.from({ length: 20 }, () => SHIPPED.iv) }));
    expect("protocols" in read && read.protocols).toHaveLength(20);
  });

  test.each<[string, object, string]>([
    [
      "a number as words",
      { limits: { ...SHIPPED.iv.limits, sbp: { ...SHIPPED.iv.limits.sbp, warn: { low: "100", high: 160 } } } },
      "limits.sbp.warn.low",
    ],
    ["a number that is missing", { exit: { ...SHIPPED.iv.exit, gapMin: undefined } }, "exit.gapMin"],
    ["an empty place where none may be", { window: { ...SHIPPED.iv.window, toMin: null } }, "window.toMin"],
    [
      "a schedule without a step",
      { schedule: { ...SHIPPED.iv.schedule, dosing: { kind: "every", everyMin: 0 } } },
      "schedule.dosing.everyMin",
    ],
    [
      "a schedule of a kind that is none",
      { schedule: { ...SHIPPED.iv.schedule, dosing: { kind: "often" } } },
      "schedule.dosing.kind",
    ],
    ["a route that is none", { route: "oral" }, "route"],
    ["a check that is none", { exit: { ...SHIPPED.iv.exit, required: ["time", "weather"] } }, "exit.required.1"],
    ["no ride at all", { exit: { ...SHIPPED.iv.exit, rides: [] } }, "exit.rides"],
    ["half a range", { exit: { ...SHIPPED.iv.exit, hr: [50] } }, "exit.hr"],
    ["a part that nobody knows", { gate: { ...SHIPPED.iv.gate, weather: true } }, "gate"],
    ["a version of nought", { version: 0 }, "version"],
    ["no title", { title: "" }, "title"],
  ])("[PO5] %s is said at its place", (_, change, place) =>
    expect(placesOf(spoiled(change))).toEqual([`protocols.1.${place}`]),
  );

  test("[PO5] each problem, not the first alone, and never the part that was good", () => {
    const text = file({
      protocols: [{ ...SHIPPED.nasal, formDueDays: 0 }, SHIPPED.im, { ...SHIPPED.iv, title: 5, route: "oral" }],
    });
    expect(placesOf(text).toSorted()).toEqual(["protocols.0.formDueDays", "protocols.2.route", "protocols.2.title"]);
    expect(readProtocolFile(text)).not.toHaveProperty("protocols");
    for (const { problem } of problemsOf(text)) expect(problem).not.toBe("");
  });

  test("[PO5] a file of nothing but problems is answered with fifty", () =>
    expect(problemsOf(file({ protocols: Array.from({ length: 20 }, () => ({})) }))).toHaveLength(50));
});
