import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { WIRE_VERSION } from "#shared/wire/version.ts";
import { wireSchema } from "#server/http/wireRoutes.ts";

/** A change to any message moves the hash: then the version moves too, or old tablets would misread a new server. */
const sha256 = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");

test("[WR10] the messages have the shape that this version of the wire was released with", () => {
  const { wire: _, ...shapes } = wireSchema() as Record<string, unknown>;
  const now = { wire: WIRE_VERSION, sha256: sha256(shapes) };
  const kept: unknown = JSON.parse(readFileSync(join(import.meta.dirname, "wireHash.json"), "utf8"));
  const todo = [
    "The messages of the wire have changed shape. If that is meant:",
    "1. raise WIRE_VERSION in shared/wire/version.ts, with a dated line of what changed;",
    `2. put this in tests/sync/wireHash.json: ${JSON.stringify({ ...now, wire: "the new version" })}`,
  ].join("\n");
  expect(now, todo).toEqual(kept);
});

test("[WR10] the history of the wire ends with the version of today", () => {
  const source = readFileSync(join(import.meta.dirname, "../../shared/wire/version.ts"), "utf8");
  const versions = [...source.matchAll(/^ \* (\d+) · \d{4}-\d{2}-\d{2} · \S/gm)].map(([, version]) => Number(version));
  expect(versions).toEqual(Array.from({ length: WIRE_VERSION }, (_, n) => n + 1));
});
