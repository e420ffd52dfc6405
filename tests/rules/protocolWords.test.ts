import { describe, expect, test } from "vitest";
import { diffProtocols } from "#shared/protocol/diff.ts";
import { Protocol, type Mark } from "#shared/protocol/protocol.ts";
import { ROW_PATHS, rowsOf, surenessOf } from "#shared/protocol/rows.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";

const ALL = Object.values(SHIPPED);
type Path = readonly string[];

/** Every number, choice and empty place of a protocol, by its path; a list or a range is one part. */
const leavesOf = (value: unknown, path: Path = []): readonly Path[] =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, part]) => leavesOf(part, [...path, key]))
    : [path];

/** Its name in the list of rules, not a part of them; and a route that each part names for itself. */
const NAMES = ["id", "version", "route", "dose.route"];
/** Said in the words of another row. */
const SAID_BY: Readonly<Record<string, string>> = { "minimumStay.from": "minimumStay.min" };

const parts = (protocol: Protocol): readonly Path[] => {
  const { sources: _, ...rest } = protocol;
  return leavesOf(rest).filter((path) => !NAMES.includes(path.join(".")));
};
const rowOver = (path: Path): string | undefined => {
  const whole = path.join(".");
  return ROW_PATHS.find((row) => (SAID_BY[whole] ?? whole) === row || whole.startsWith(`${row}.`));
};

const at = (value: unknown, [key, ...rest]: Path): unknown =>
  key === undefined ? value : at((value as Readonly<Record<string, unknown>>)[key], rest);
const put = (value: unknown, [key, ...rest]: Path, leaf: unknown): unknown =>
  key === undefined
    ? leaf
    : {
        ...(value as Readonly<Record<string, unknown>>),
        [key]: put((value as Record<string, unknown>)[key], rest, leaf),
      };

/** What can stand there instead; `undefined` where there is no other. */
const OTHERS: Readonly<Record<string, unknown>> = {
  altitude: { spo2LowerBy: 3 },
  formDueDays: 9,
  "hold.atLeastFrom65": { sbp: 151, dbp: 91 },
  "minimumStay.from": "dose-end",
  "schedule.dosing.from": "first",
  "gate.hard": ["identity"],
  "gate.soft": ["nose"],
  "exit.required": ["time"],
  "exit.rides": ["seen-at-car"],
  "required.full": ["bp"],
  "required.bp": ["bp", "hr"],
  "required.baseline": ["bp"],
  "required.exit": ["gait"],
  optional: ["temp"],
  title: "Ketamine as we give it",
};
const OTHER_WAY: Readonly<Record<string, string>> = { "dose-end": "t0", t0: "dose-end", first: "last", last: "first" };
const otherThan = (path: Path, value: unknown): unknown => {
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (typeof value === "string" && value in OTHER_WAY) return OTHER_WAY[value];
  if (Array.isArray(value) && typeof value[0] === "number") return [value[0], (value[1] as number) + 1];
  if (path.join(".").startsWith("limits.")) return 500;
  return OTHERS[path.join(".")];
};
const CHANGED_WHOLE = ["schedule.dosing.marks", "schedule.dosing.kind", "restriction.kind"];
const changes = (protocol: Protocol) =>
  parts(protocol)
    .filter((path) => !CHANGED_WHOLE.includes(path.join(".")))
    .map((path) => [path.join("."), put(protocol, path, otherThan(path, at(protocol, path)))] as const);

describe.each(ALL)("[PO1] the protocol $id reads as rows in words", (protocol) => {
  test("[PO1] no part is without a row", () =>
    expect(parts(protocol).filter((path) => rowOver(path) === undefined)).toEqual([]));

  test("[PO1] each row has a name and words, in one place, with source and how sure we are", () => {
    const rows = rowsOf(protocol);
    expect(new Set(rows.map(({ path }) => path)).size).toBe(rows.length);
    for (const { path, label, value, source, sureness } of rows) {
      expect([label.trim(), value.trim()], path).not.toContain("");
      expect(value, path).not.toMatch(/undefined|null|NaN|\[object|true|false|Infinity/);
      expect([source, sureness]).toEqual([protocol.sources[path], surenessOf(protocol.sources[path])]);
    }
  });

  test("[PO1] no row speaks of what this route does not have", () => {
    const paths = rowsOf(protocol).map(({ path }) => path);
    const parts_ = leavesOf(protocol).map((path) => path.join("."));
    expect(paths.filter((path) => !parts_.some((part) => part === path || part.startsWith(`${path}.`)))).toEqual([]);
  });
});

test("[PO1] a row says the number, its unit, and what is switched off", () => {
  const said = (protocol: Protocol, path: string) => rowsOf(protocol).find((row) => row.path === path)?.value;
  const { iv, im, nasal } = SHIPPED;
  expect(said(iv, "schedule.dosing")).toBe("every 10 min while the pump runs");
  expect(said(im, "schedule.dosing")).toBe("5, 10, 15, 20, 30, 45, 60, 75, 90 min after each dose");
  expect(said(nasal, "schedule.dosing")).toBe(
    "10 sedation, 20 sedation, 30 sedation, 40 (counts 35-50), 60, 90, 120 min after the first dose",
  );
  expect(said(iv, "limits.spo2")).toBe("warning at 93 or less %; critical at 91 or less %");
  expect(said(iv, "limits.sbp")).toBe(
    "warning at 100 or less, 160 or more mmHg; critical at 90 or less, 180 or more mmHg",
  );
  expect(said(iv, "altitude")).toBe("off");
  expect(said(iv, "optional")).toBe("none");
  expect(said(iv, "minimumStay.min")).toBe("30 min from the end of the dose");
  expect(said(nasal, "minimumStay.min")).toBe("120 min from T0");
  expect(said(nasal, "restriction.kind")).toBe("until the next day, after a full night's sleep");
  expect([said(iv, "dose.usualMg"), said(im, "dose.dosesMg"), said(nasal, "dose.usualMgPerKg")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

describe("[PO2] how sure we are", () => {
  test("[PO2] one mark is that mark, none is none", () => {
    expect(["C 1 [V]", "C 1 [V2]", "C 1 [G]", "P 1 [D]"].map(surenessOf)).toEqual(["V", "V2", "G", "D"]);
    expect([surenessOf(undefined), surenessOf(""), surenessOf("C 1, S2"), surenessOf("D")]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("[PO2] of two the weaker one holds, in whichever order they stand", () => {
    const pairs = [
      ["V", "V2", "V2"],
      ["V", "G", "G"],
      ["V", "D", "D"],
      ["V2", "G", "G"],
      ["V2", "D", "D"],
      ["G", "D", "D"],
    ] as const;
    for (const [one, other, weaker] of pairs) {
      expect(surenessOf(`S1 [${one}]; P 5 [${other}]`)).toBe(weaker);
      expect(surenessOf(`S1 [${other}]; P 5 [${one}]`)).toBe(weaker);
    }
    expect(surenessOf("S1 [V], S2 [V2], S3 [G]")).toBe("G");
  });

  test("[PO2] a row carries it", () => {
    const sureness = (path: string) => rowsOf(SHIPPED.nasal).find((row) => row.path === path)?.sureness;
    expect(["dose.gapMin", "hold.atLeast", "exit.orthostatic", "schedule.dosing"].map(sureness)).toEqual([
      "V",
      "V2",
      "G",
      "D",
    ]);
  });
});

describe.each(ALL)("[PO3] two versions of $id differ line by line", (protocol) => {
  test("[PO3] in nothing when only the number of the version differs", () => {
    expect(diffProtocols(protocol, protocol)).toEqual([]);
    expect(diffProtocols(protocol, { ...protocol, version: 2 })).toEqual([]);
  });

  test("[PO3] whatever is changed is one line, its own", () => {
    for (const [path, changed] of changes(protocol)) {
      const read = Protocol.safeParse(changed);
      expect(read.success, path).toBe(true);
      if (!read.success) continue;
      const lines = diffProtocols(protocol, read.data);
      expect(
        lines.map((line) => line.path),
        path,
      ).toEqual([rowOver(path.split("."))]);
      expect(lines[0]?.from, path).not.toBe(lines[0]?.to);
    }
  });

  test("[PO3] and back again it is the same line the other way round", () => {
    for (const [, changed] of changes(protocol)) {
      const [there] = diffProtocols(protocol, changed as Protocol);
      const [back] = diffProtocols(changed as Protocol, protocol);
      expect([back?.from, back?.to]).toEqual([there?.to, there?.from]);
    }
  });
});

describe("[PO3] what one of them lacks, and what is changed as a whole", () => {
  test("[PO3] a schedule, a window of its own, a restriction of another kind", () => {
    const { iv, nasal } = SHIPPED;
    const once = (countsMin: Mark["countsMin"]): Protocol => ({
      ...nasal,
      schedule: {
        ...nasal.schedule,
        dosing: { kind: "marks", from: "first", marks: [{ atMin: 40, check: "set", countsMin }] },
      },
    });
    expect(diffProtocols(once(null), once([35, 50]))).toMatchObject([
      {
        path: "schedule.dosing",
        from: "40 min after the first dose",
        to: "40 (counts 35-50) min after the first dose",
      },
    ]);
    expect(diffProtocols(iv, { ...iv, restriction: { kind: "next-day" } })).toMatchObject([
      {
        path: "restriction.kind",
        from: "for hours from leaving",
        to: "until the next day, after a full night's sleep",
      },
      { path: "restriction.hoursFromLeaving", from: "24 h from leaving", to: "not there" },
    ]);
  });

  test("[PO3] a source that changed is a line with its new source", () => {
    const sources = { ...SHIPPED.iv.sources, "exit.gapMin": "our director, 2026" };
    expect(diffProtocols(SHIPPED.iv, { ...SHIPPED.iv, sources })).toEqual([
      { path: "exit.gapMin", label: "… this far apart", from: "10 min", to: "10 min", source: "our director, 2026" },
    ]);
  });
});
