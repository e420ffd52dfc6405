import { Router } from "express";
import { MOST_DAYS, rangeOf, type RangeProblem } from "#shared/alarm/ledgerRange.ts";
import { TooBusy, turns } from "#server/people/turns.ts";
import type { EventLog } from "#server/store/eventLog.ts";
import { asker, type Ports } from "./guard.ts";
import { readLedger } from "./ledgerReading.ts";
import { problem } from "./problem.ts";

const ONE_AT_A_TIME = { atOnce: 1, waiting: 8 };

const WANTED: Readonly<Record<RangeProblem["problem"], string>> = {
  "not-a-day": "a day of the calendar, as in 2026-11-25",
  "before-from": "not before from",
  "too-long": `at most ${MOST_DAYS} days with from, both counted`,
};

/** LE9. What calls and checks came to in a range of days, for those who answer for the rules. */
export const ledgerRoutes = (ports: Ports, log: EventLog): Router => {
  const router = Router({ mergeParams: true });
  const inTurn = turns(ONE_AT_A_TIME);

  router.get("/ledger", async (request, response) => {
    const who = await asker(ports, request, response, "ledger");
    if (!who) return;
    const range = rangeOf({ from: request.query["from"], to: request.query["to"] });
    if ("problem" in range)
      return problem(response, 400, "The range of days could not be read", `${range.field}: ${WANTED[range.problem]}`);
    const { clinicId, person, device, lane } = who;
    const now = ports.now();
    try {
      const ledger = await inTurn(() => readLedger({ log, clinicId, clinic: lane.clinic, now, ...range }));
      await ports.audit.record({
        at: now,
        clinicId,
        person,
        device,
        action: "viewed",
        subject: `ledger:${range.from}:${range.to}`,
      });
      response.json(ledger);
    } catch (error) {
      if (!(error instanceof TooBusy)) throw error;
      problem(response, 503, "Too many ask for a ledger at once", "Try again in a moment.");
    }
  });

  return router;
};
