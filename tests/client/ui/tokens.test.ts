import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

const css = readFileSync(join(import.meta.dirname, "../../../client/ui/tokens.css"), "utf8");

const tokensOf = (scheme: "dark" | "light"): Record<string, string> => {
  const block = css.split(`[data-mantine-color-scheme="${scheme}"] {`)[1]?.split("\n}")[0] ?? "";
  const pairs = [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)];
  return Object.fromEntries(pairs.map(([, name = "", value = ""]): [string, string] => [name, value]));
};

const channel = (part: string): number => {
  const value = Number.parseInt(part, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [hex.slice(1, 3), hex.slice(3, 5), hex.slice(5, 7)].map(channel);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
/** WCAG 2.2, 1.4.3. */
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const TEXT = [
  "text",
  "text-muted",
  "text-quiet",
  "accent-text",
  "call-high-text",
  "call-medium-text",
  "call-low-text",
  "live",
  "late",
  "ready",
  "wrong",
  "hr",
  "spo2",
  "bp",
  "rr",
  "depth",
  "distress",
];
const SURFACES = ["surface", "surface-1", "surface-2"];
const FILLS = [
  ["accent", "on-accent"],
  ["accent-hover", "on-accent"],
  ["call-high", "on-call-high"],
  ["call-high-dim", "on-call-high"],
  ["call-medium", "on-call-medium"],
  ["call-medium-dim", "on-call-medium"],
  ["call-low", "on-call-low"],
  ["ready-faint", "ready"],
  ["accent-faint", "accent-text"],
  ["surface-3", "text"],
  ["surface-3", "text-muted"],
];
const EDGES = ["border-strong", "focus"];

describe.each(["dark", "light"] as const)("%s", (scheme) => {
  const tokens = tokensOf(scheme);
  const of = (name: string): string => tokens[name] ?? "#000000";

  test.each(TEXT.flatMap((text) => SURFACES.map((surface) => [text, surface])))(
    "[TK1] %s on %s has a contrast of 4.5 : 1",
    (text, surface) => {
      expect(contrast(of(text), of(surface))).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(FILLS)("[TK1] what stands on %s (%s) has a contrast of 4.5 : 1", (fill, text) => {
    expect(contrast(of(fill), of(text))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(EDGES.flatMap((edge) => SURFACES.map((surface) => [edge, surface])))(
    "[TK2] %s is seen on %s: 3 : 1",
    (edge, surface) => {
      expect(contrast(of(edge), of(surface))).toBeGreaterThanOrEqual(3);
    },
  );
});

test("[TK3] alarm colours stand in no style but those of calls, of the frame of a chair that has one, and of a link that is lost", () => {
  const allowed = new Set([
    "tokens.css",
    "CallTag.module.css",
    "LiveBanner.module.css",
    "DeadMan.module.css",
    "ChairCard.module.css",
    "WallCard.module.css",
  ]);
  expect(usersOf(/var\(--call-(high|medium|low)(-dim)?\)/).filter((file) => !allowed.has(file))).toEqual([]);
});

const usersOf = (use: RegExp): string[] => {
  const folder = join(import.meta.dirname, "../../../client");
  return styles(folder)
    .filter((file) => use.test(readFileSync(join(folder, file), "utf8")))
    .map((file) => file.split("/").at(-1) ?? file);
};
const styles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".css"));
