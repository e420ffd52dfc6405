import { describe, expect, test } from "vitest";
import { seq } from "#shared/base/ids.ts";
import { HOUR, MINUTE } from "#shared/base/time.ts";
import { daysUntil } from "#shared/alarm/ledgerRange.ts";
import { readRecorded } from "#shared/clinic/upcast.ts";
import { readLedger } from "#server/http/ledgerReading.ts";
import type { EventLog } from "#server/store/eventLog.ts";
import { ledgerOfLog } from "#tests/rules/ledgerOfLog.ts";
import { checkIn, fullSet, help, lookIn, startInfusion } from "#tests/support/wishes.ts";
import { CHAIR, CLINIC, NURSE, openClinicLane, recordedIn, STORES, type TestLane } from "./laneBench.ts";

const FIRST = "2026-11-23";
const DAYS = 12;

/** Each day a patient with a call, and a HELP at the chair when nobody sits in it. */
const dayAfterDay = async (log: EventLog): Promise<TestLane> => {
  const bench = await openClinicLane(log);
  for (let day = 0; day < DAYS; day += 1) {
    const { clock, by } = bench;
    const begins = clock.now;
    const seat = checkIn(CHAIR);
    await by(NURSE, seat);
    await by(NURSE, startInfusion(seat.sessionId, begins));
    for (let minute = 0; minute <= day * 10; minute += 10) {
      clock.now = begins + minute * MINUTE;
      await by(NURSE, fullSet(seat.sessionId, clock.now, { spo2: minute === 10 ? 90 : 98 }));
    }
    await by(NURSE, {
      type: "record-discharged-on-paper",
      sessionId: seat.sessionId,
      leftAt: clock.now,
      signedBy: NURSE,
      ride: "adult-in-building",
      reminderHeard: true,
    });
    const call = help(CHAIR);
    await by(NURSE, call);
    clock.now += MINUTE;
    await by(NURSE, { type: "accept-alarm", alarmId: call.alarmId });
    clock.now = begins + 24 * HOUR;
  }
  return bench;
};

const ask = ({ lane, clock }: TestLane, log: EventLog, from: string, to: string) =>
  readLedger({ log, clinicId: CLINIC, clinic: lane.clinic, now: clock.now, from, to });

describe.each(STORES)("a ledger read from the %s log", (_, open) => {
  test("[LE10] says of any days what the whole log says of them", async () => {
    const log = await open();
    const bench = await dayAfterDay(log);
    const { lane, clock } = bench;
    const events = await recordedIn(log);
    const last = daysUntil(FIRST, 2 - DAYS).from;
    for (const [from, to] of [
      [FIRST, last],
      ["2026-11-26", "2026-11-26"],
      ["2026-11-25", "2026-11-30"],
      ["2025-01-01", "2025-01-31"],
      ["2027-01-01", "2027-01-02"],
      [last, "2027-01-02"],
    ] as const) {
      const whole = ledgerOfLog({ events, clinic: lane.clinic, now: clock.now }, { from, to });
      expect(await ask(bench, log, from, to)).toEqual(whole);
    }
    const all = await ask(bench, log, FIRST, last);
    expect(all.sessions).toHaveLength(DAYS);
    expect(all.rules.find(({ rule }) => rule === "help")).toMatchObject({ raised: DAYS, withoutSession: DAYS });
  });

  test("[LE10] a wish is answered while a session of the range is being read", async () => {
    const log = await open();
    const bench = await dayAfterDay(log);
    const seat = checkIn(CHAIR);
    await bench.by(NURSE, seat);
    const answers: unknown[] = [];
    const slow: EventLog = {
      ...log,
      readSession: async (...asked) => {
        answers.push(await bench.by(NURSE, lookIn(seat.sessionId, bench.clock.now)));
        return log.readSession(...asked);
      },
    };
    const ledger = await ask(bench, slow, FIRST, "2026-11-25");
    expect(ledger.sessions).toHaveLength(3);
    expect(answers).toEqual(answers.map(() => ({ accepted: expect.any(Object) as unknown })));
    expect(answers).toHaveLength(3);
  });
});

describe("[LE10] rows that cannot be read", () => {
  const [, open] = STORES[0]!;
  /** The log as it would be with these rows damaged. */
  const damaged = (log: EventLog, isDamaged: (line: number) => string | undefined): EventLog => {
    const hurt = <Line extends { seq: number; body: string }>(line: Line): Line => ({
      ...line,
      body: isDamaged(line.seq) ?? line.body,
    });
    return {
      ...log,
      read: async (...asked) => (await log.read(...asked)).map(hurt),
      readSession: async (...asked) => (await log.readSession(...asked)).map(hurt),
    };
  };

  test("[LE10] a session whose check-in is lost is said, and counted nowhere; one with another lost row says so", async () => {
    const log = await open();
    const bench = await dayAfterDay(log);
    const events = await recordedIn(log);
    const seqOf = (type: string, after: string): number =>
      events.find(({ event, at }) => event.type === type && at >= Date.parse(after))?.seq ?? 0;
    const lost = [seqOf("checked-in", "2026-11-24"), seqOf("observation-recorded", "2026-11-25")];
    const hurt = damaged(log, (line) => (lost.includes(line) ? "{" : undefined));
    expect(await ask(bench, hurt, "2026-11-23", "2026-11-26")).toMatchObject({ notRead: 1, damaged: 1 });
    const whole = await ask(bench, log, "2026-11-23", "2026-11-26");
    expect(whole).toMatchObject({ notRead: 0, damaged: 0 });
    expect((await ask(bench, hurt, "2026-11-23", "2026-11-26")).sessions).toHaveLength(whole.sessions.length - 1);
  });

  test("[LE10] rows that lost their time do not hide the days around them", async () => {
    const log = await open();
    const bench = await dayAfterDay(log);
    const { seq: head } = await log.head(CLINIC);
    const [from, to] = ["2026-11-27", "2026-11-29"];
    const whole = await ask(bench, log, from, to);
    for (let line = 1; line <= head; line += 3) {
      const [sound] = await log.read(CLINIC, seq(line - 1), 1);
      const { event } = readRecorded(sound?.body ?? "", { seq: line, sessionId: null });
      if (event.type === "checked-in") continue;
      const found = await ask(
        bench,
        damaged(log, (one) => (one === line ? "" : undefined)),
        from,
        to,
      );
      expect([line, found.sessions]).toEqual([line, whole.sessions]);
    }
  });

  test("[LE10] the days before the range are not read through", async () => {
    const log = await open();
    const bench = await dayAfterDay(log);
    const { seq: head } = await log.head(CLINIC);
    let read = 0;
    const counting: EventLog = {
      ...log,
      read: async (clinicId, after, limit) => {
        const lines = await log.read(clinicId, after, limit);
        if (limit > 50) read += lines.length;
        return lines;
      },
    };
    await ask(bench, counting, "2026-12-04", "2026-12-04");
    expect(read).toBeLessThan(head / 3);
  });
});
