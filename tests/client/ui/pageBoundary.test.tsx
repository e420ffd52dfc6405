// @vitest-environment happy-dom
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";

import { AppTheme } from "#client/ui/AppTheme.tsx";
import { PageBoundary } from "#client/ui/PageBoundary.tsx";

const Broken = (): never => {
  throw new Error("Failed to fetch dynamically imported module");
};

test("[UI21] a page that could not be drawn says so, what is safe, and can be loaded again; what stands around it stays", () => {
  render(
    <AppTheme>
      <h1>Clinic</h1>
      <PageBoundary>
        <Broken />
      </PageBoundary>
    </AppTheme>,
    { onCaughtError: () => undefined },
  );
  expect(screen.getByRole("alert").textContent).toContain("What was saved is safe");
  expect(screen.getByRole("button", { name: "Try again" })).toBeDefined();
  expect(screen.getByRole("heading", { name: "Clinic" })).toBeDefined();
});
