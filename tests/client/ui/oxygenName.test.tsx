// @vitest-environment happy-dom
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { screen } from "@testing-library/react";
import { expect, test } from "vitest";

import { OxygenName } from "#client/ui/OxygenName.tsx";
import { TypedNumberField } from "#client/ui/TypedNumberField.tsx";
import { show } from "./inTheme.tsx";

const CLIENT = join(import.meta.dirname, "../../../client");

test("[UI20] a field for oxygen saturation is read out in words", () => {
  show(<TypedNumberField label={<OxygenName />} value="" onChange={() => undefined} />);
  expect(screen.getByRole("textbox", { name: "SpO₂ oxygen saturation" })).toBeDefined();
});

test("[UI20] no screen writes it in another way", () => {
  const others = readdirSync(CLIENT, { recursive: true, encoding: "utf8" }).filter(
    (name) => /\.tsx?$/.test(name) && /SpO(2|<sub>)|spO2|SPO2/.test(readFileSync(join(CLIENT, name), "utf8")),
  );
  expect(others).toEqual([]);
});
