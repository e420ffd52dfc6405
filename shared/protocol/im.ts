import { COMMON, COMMON_EXIT, COMMON_SCHEDULE, COMMON_SOURCES, COMMON_TELL } from "./common.ts";
import { IV_PROTOCOL } from "./iv.ts";
import type { Mark, Protocol } from "./protocol.ts";

const set = (atMin: number): Mark => ({ atMin, check: "set", countsMin: null });

/**
 * LM3. Ketamine by injection as we ship it: a proposal until a medical director approves it. It cannot be stopped once
 * given, so checks come early, and every further injection begins them again.
 */
export const IM_PROTOCOL: Protocol = {
  id: "im",
  version: 1,
  route: "im",
  title: "Ketamine injection, IM",
  ...COMMON,
  schedule: {
    ...COMMON_SCHEDULE,
    dosing: { kind: "marks", from: "last", marks: [5, 10, 15, 20, 30, 45, 60, 75, 90].map(set) },
  },
  gate: IV_PROTOCOL.gate,
  hold: IV_PROTOCOL.hold,
  dose: { route: "im", usualMg: [10, 130], confirmAboveMg: 200 },
  window: { acuteEndAfterMin: 30, fromMin: 15, toMin: 30, tell: COMMON_TELL },
  minimumStay: { from: "dose-end", min: 90, overridable: true },
  exit: COMMON_EXIT,
  restriction: { kind: "hours", hoursFromLeaving: 24 },
  formDueDays: null,
  clinicianConfirmsFitToLeave: false,
  sources: {
    ...COMMON_SOURCES,
    "schedule.dosing": "C 1.4, C 2.4 and 10b [D]; begun again by each injection [D]",
    "hold.atLeast": "C 1.2, S51 [V2], default [D]",
    "hold.doNotStartAbove": "C 1.2, S51 [V2], default [D]",
    "dose.usualMg": "C 1.4, S52 [V]: 10-130 mg, up to 200 in selected patients",
    "dose.confirmAboveMg": "C 1.4, S52 [V]: above 200 mg is discouraged",
    "window.acuteEndAfterMin": "P 6 [D]: from the simulator's curves, not from a publication",
    "minimumStay.min": "C 5.2 no. 1 [D]; nearest evidence S23 [V]",
    "restriction.hoursFromLeaving": "C 5.3, S29 [V]; P 7 [D]",
  },
};
