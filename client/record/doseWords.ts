import type { DrugCountFlag } from "#shared/session/care.ts";
import type { DoseFact, DoseFlag } from "#shared/session/dose.ts";
import type * as z from "zod";

/** The dose and the count of the drug, in words. */
export const doseWords = {
  title: "Dose",
  none: "No dose was recorded.",
  columns: ["Time", "What", "Flags and corrections", "By"],
  what: {
    start: "Pump started",
    pause: "Paused",
    resume: "Resumed",
    rate: "Rate changed",
    end: "Pump stopped",
    injection: "Injection",
    device: "Device",
    "devices-stopped": "No further device",
  } satisfies Record<DoseFact["kind"], string>,
  started: (mg: number, minutes: number) => `${mg} mg over ${minutes} min`,
  mlPerH: (rate: number) => `${rate} mL/h`,
  remaining: (minutes: number) => `${minutes} min left`,
  given: (mg: number) => `${mg} mg given`,
  mg: (mg: number) => `${mg} mg`,
  ofDevices: (of: number) => `of ${of} ordered`,
  lot: (lot: string) => `lot ${lot}`,
  expires: (month: string) => `expires ${month}`,
  struck: "struck",
  corrected: (from: string, at: string, name: string, why: string) => `was ${from}; corrected ${at} by ${name}: ${why}`,
  flag: {
    "no-order": "no order on record",
    "gate-incomplete": "preparation incomplete",
    "no-sober-reminder": "no sober reminder",
    "held-pressure": "started on a held BP",
    "above-do-not-start": "BP above the do-not-start limit",
    "no-baseline": "no baseline",
    "dose-above-order": "above the order",
    "already-started": "already started",
    "not-started": "nothing was started",
    "already-ended": "already ended",
    "after-leaving": "entered after leaving",
    "no-clearance": "no clearance on record",
    "no-prescriber-on-site": "no prescriber attested on site",
    "not-pre-authorised": "not allowed by the order beforehand",
    "outside-authorised-time": "outside the time that the order allows",
    "too-soon-after-device": "too soon after the device before",
    "more-devices-than-ordered": "more devices than ordered",
    "other-route": "another route than checked in for",
  } satisfies Record<z.infer<typeof DoseFlag>, string>,

  count: {
    title: "Drug count",
    columns: ["Counted", "Drawn", "Given", "Wasted", "Flags", "By", "Witness"],
    mg: (mg: number) => `${mg} mg`,
    none: "no witness",
    flag: {
      "does-not-add-up": "does not add up",
      "given-differs-from-dose": "given differs from the dose on record",
      "no-witness": "witness asked for by the protocol",
    } satisfies Record<z.infer<typeof DrugCountFlag>, string>,
  },
};
