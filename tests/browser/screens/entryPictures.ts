import type { Page } from "@playwright/test";
import type { PlayedMorning } from "#tests/support/morning.ts";
import { openSheet } from "../atTheChair.ts";
import type { Size, Studio } from "./studio.ts";

const AT_THE_CHAIR: readonly Size[] = ["1024x768", "768x1024", "390x844"];

/** The sheets with digits in them, a refusal, and a value that is asked about once. */
export const entryPictures = async (studio: Studio, nurse: Page, { clinic }: PlayedMorning): Promise<void> => {
  await nurse.setViewportSize({ width: 1024, height: 768 });
  await nurse.goto(`/chairs/${clinic.chairs[1]}`);
  const full = await openSheet(nurse, "Full set");
  const type = async (fields: Readonly<Record<string, string>>): Promise<void> => {
    for (const [label, text] of Object.entries(fields)) await full.getByLabel(label, { exact: true }).fill(text);
  };
  await studio.take(nurse, "entry-untouched", "dark", ["1024x768"]);
  await type({ Systolic: "148", Diastolic: "88", "Heart rate": "8" });
  await studio.take(nurse, "entry-full", "dark", AT_THE_CHAIR);
  await studio.take(nurse, "entry-full", "light", ["1024x768"]);

  await full.getByRole("button", { name: "Keyboard line" }).click();
  await full.getByRole("textbox", { name: "Keyboard line" }).fill("148/88 82 96 16 d4 s5");
  await studio.take(nurse, "entry-line", "dark", ["1024x768"]);
  await full.getByRole("button", { name: "Number pad" }).click();

  await type({ Systolic: "88", Diastolic: "148", "Heart rate": "82" });
  await full.getByRole("button", { name: "Save", exact: true }).click();
  await studio.take(nurse, "entry-refused", "dark", AT_THE_CHAIR);
  await type({ Systolic: "148", Diastolic: "88", "SpO₂ oxygen saturation": "72", Breaths: "15" });
  for (const scale of ["Sedation", "Dissociation", "Distress"])
    await full
      .getByRole("group", { name: new RegExp(`^${scale}`) })
      .getByRole("radio")
      .nth(1)
      .check({ force: true });
  await full.getByRole("button", { name: "Save", exact: true }).click();
  await studio.take(nurse, "entry-unusual", "dark", ["1024x768", "390x844"]);

  await nurse.goto(`/chairs/${clinic.chairs[0]}`);
  const short = await openSheet(nurse, "BP only");
  await short.getByLabel("Systolic", { exact: true }).fill("128");
  await short.getByLabel("Diastolic", { exact: true }).fill("8");
  await studio.take(nurse, "entry-bp", "dark", AT_THE_CHAIR);
  await short.getByRole("button", { name: "Look-in" }).click();
  await studio.take(nurse, "entry-look-in", "dark", AT_THE_CHAIR);
  await short.getByRole("button", { name: "Exit checks" }).click();
  await studio.take(nurse, "entry-exit", "dark", AT_THE_CHAIR);
  await nurse.keyboard.press("Escape");
};
