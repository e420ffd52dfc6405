import { COMMON, COMMON_EXIT, COMMON_SCHEDULE, COMMON_SOURCES, COMMON_TELL } from "./common.ts";
import { IV_PROTOCOL } from "./iv.ts";
import type { Mark, Protocol } from "./protocol.ts";

const set = (atMin: number, countsMin: Mark["countsMin"] = null): Mark => ({ atMin, check: "set", countsMin });
const sedation = (atMin: number): Mark => ({ atMin, check: "sedation", countsMin: null });

/** What one device holds, which doses there are, and the rest after each device, in minutes. */
export const SPRAY = {
  route: "nasal",
  mgPerDevice: 28,
  dosesMg: [56, 84],
  gapMin: 5,
} satisfies Protocol["dose"];

/** LM3. Esketamine nasal spray as we ship it: a proposal until a medical director approves it. */
export const NASAL_PROTOCOL: Protocol = {
  id: "nasal",
  version: 1,
  route: "nasal",
  title: "Esketamine nasal spray",
  ...COMMON,
  schedule: {
    ...COMMON_SCHEDULE,
    dosing: {
      kind: "marks",
      from: "first",
      marks: [sedation(10), sedation(20), sedation(30), set(40, [35, 50]), set(60), set(90), set(120)],
    },
  },
  gate: {
    ...IV_PROTOCOL.gate,
    hard: [...IV_PROTOCOL.gate.hard, "medicines", "setting-certified", "patient-enrolled"],
    soft: ["fasting", "nose", "emergency-kit"],
    prescriberOnSite: true,
  },
  hold: {
    atLeast: { sbp: 141, dbp: 91 },
    atLeastFrom65: null,
    recheckTimes: 2,
    recheckGapMin: 5,
    doNotStartAbove: { sbp: 180, dbp: 110 },
  },
  dose: SPRAY,
  window: { acuteEndAfterMin: 40, fromMin: 15, toMin: 30, tell: COMMON_TELL },
  minimumStay: { from: "t0", min: 120, overridable: false },
  exit: COMMON_EXIT,
  restriction: { kind: "next-day" },
  formDueDays: 7,
  clinicianConfirmsFitToLeave: true,
  sources: {
    ...COMMON_SOURCES,
    "schedule.dosing": "C 1.5, C 2.4 and 10b; pressure at 40 min S2 [V], its window 35-50 [D], the others [D]",
    "hold.atLeast": "C 1.2, S8 S9 [V2]: above 140 or 90 is a decision, not a ban",
    "hold.doNotStartAbove": "C 10b [D]",
    "dose.mgPerDevice": "C 1.5, S3 [V]",
    "dose.dosesMg": "C 1.5, S3 [V]; 28 mg from 65 years in some countries, S10 [V2]",
    "dose.gapMin": "C 1.5, S3 [V]",
    "window.acuteEndAfterMin": "P 6 [D]: from the simulator's curves, not from a publication",
    "minimumStay.min": "C 5.2 no. 1, S1 [V]: two hours at least, never shortened",
    "restriction.kind": "C 5.3, S7 S2 [V]",
    formDueDays: "C 1.6, S5 [V]",
  },
};
