// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";

import { ForPatient } from "#client/discharge/ForPatient.tsx";
import type { Restriction } from "#shared/session/session.ts";
import { ZONE } from "#tests/client/discharge/day.ts";
import { show } from "#tests/client/ui/inTheme.tsx";

const page = (language: "en" | "es", restriction: Restriction) => (
  <ForPatient restriction={restriction} zone={ZONE} phone="555-0100" name="Noor" language={language} />
);
const NEXT_DAY: Restriction = { kind: "next-day", day: "2026-11-25" };
const UNTIL: Restriction = { kind: "until", until: Date.UTC(2026, 10, 25, 17, 0) };
const heading = () => screen.getByRole("heading", { level: 1 }).textContent?.trim();

test("[DC11] the patient reads the whole sentence as one heading, and the escort reads the name", () => {
  show(page("en", UNTIL));
  expect(heading()).toBe("Do not drive until Wed 25 Nov, 12:00.");
  expect(screen.getByText(/You are taking Noor home/)).toBeDefined();
  expect(screen.getByText(/Worried: 555-0100. Emergency: 911./)).toBeDefined();
});

test("[DC11] with the spray the heading is the night's sleep, in the language that was chosen", () => {
  show(page("en", NEXT_DAY));
  expect(heading()).toBe("Do not drive today. You may drive tomorrow, only after a full night's sleep.");
});

test("[DC11] a page in Spanish says so to a screen reader", () => {
  show(page("es", NEXT_DAY));
  expect(heading()).toBe("No maneje hoy. Puede manejar mañana, solo después de dormir bien toda la noche.");
  expect(screen.getByRole("heading", { level: 1 }).closest("[lang]")?.getAttribute("lang")).toBe("es");
});
