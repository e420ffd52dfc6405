import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Ledger } from "#shared/alarm/ledger.ts";
import { EMPTY_CLINIC } from "#shared/clinic/clinic.ts";
import { evolve } from "#shared/clinic/evolve.ts";
import { Recorded } from "#shared/clinic/events.ts";
import { PATIENTS } from "#server/demo/cast.ts";
import { ledgerOfLog } from "#tests/rules/ledgerOfLog.ts";
import { startMorning, type PlayedMorning } from "#tests/support/morning.ts";
import type { SignedIn } from "#tests/support/people.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const TODAY = "2026-11-23";

let server: TestServer;
let morning: PlayedMorning;

// The demo's whole morning through a real server.
vi.setConfig({ hookTimeout: 120_000 });
beforeAll(async () => {
  server = await startServer();
  morning = await startMorning(server);
  await morning.playTo(260);
});
afterAll(() => server.stop());

const ledger = (who: SignedIn, query: string): Promise<Response> =>
  who.get(`/api/clinics/${morning.clinic.clinicId}/ledger${query}`);
const ofToday = `?from=${TODAY}&to=${TODAY}`;

const wholeLog = async (): Promise<readonly Recorded[]> => {
  const all: Recorded[] = [];
  for (;;) {
    const path = `/api/clinics/${morning.clinic.clinicId}/events?after=${all.at(-1)?.seq ?? 0}`;
    const { events } = (await (await morning.director.get(path)).json()) as { events: unknown[] };
    if (events.length === 0) return all;
    all.push(...Recorded.array().parse(events));
  }
};

test("[LE1] [LE9] what the server answers is the one computation over its log", async () => {
  const answer = await ledger(morning.director, ofToday);
  expect(answer.status).toBe(200);
  const said = Ledger.parse(await answer.json());
  const events = await wholeLog();
  const clinic = events.reduce(evolve, EMPTY_CLINIC);
  const whole = ledgerOfLog({ events, clinic, now: said.now }, { from: TODAY, to: TODAY });
  expect(said).toEqual(JSON.parse(JSON.stringify(whole)));
  expect(said.sessions).toHaveLength(6);
  expect(said.calls.raised).toBeGreaterThan(0);
});

test("[LE9] no name, no value and nothing that somebody typed leaves with it", async () => {
  const body = await (await ledger(morning.director, ofToday)).text();
  for (const { givenName, familyName } of PATIENTS) {
    expect(body).not.toContain(givenName);
    expect(body).not.toContain(familyName);
  }
  expect(body).not.toMatch(/Ana|Okoro|Voss|"text"|"values"|patientId/);
});

test("[LE9] a day without a session is empty, and not an error", async () => {
  const said = Ledger.parse(await (await ledger(morning.director, "?from=2026-10-01&to=2026-10-31")).json());
  expect(said).toMatchObject({ from: "2026-10-01", to: "2026-10-31", sessions: [], rules: [], chairHours: 0 });
});

test.each([
  ["", "from: a day of the calendar, as in 2026-11-25"],
  ["?from=2026-11-23", "to: a day of the calendar, as in 2026-11-25"],
  ["?from=2026-02-30&to=2026-11-23", "from: a day of the calendar, as in 2026-11-25"],
  ["?from=2026-11-23&to=yesterday", "to: a day of the calendar, as in 2026-11-25"],
  ["?from=2026-11-23&from=2026-11-24&to=2026-11-25", "from: a day of the calendar, as in 2026-11-25"],
  ["?from=2026-11-23&to=2026-11-22", "to: not before from"],
  ["?from=2026-08-23&to=2026-11-23", "to: at most 92 days with from, both counted"],
])("[LE9] the range %s is refused with its field, and what was typed is not repeated", async (query, detail) => {
  const answer = await ledger(morning.director, query);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({
    type: "about:blank",
    status: 400,
    title: "The range of days could not be read",
    detail,
  });
});

test("[LE9] admin and director read it and each look is in the audit; nobody else does, and that is there, too", async () => {
  const { director, clinic, team } = morning;
  for (const who of [director, clinic.admin]) {
    expect((await ledger(who, ofToday)).status).toBe(200);
    expect(auditOf(who)).toContain(`viewed ledger:${TODAY}:${TODAY}`);
  }
  for (const who of [team.ana, team.dana, team.eli]) {
    expect((await ledger(who, ofToday)).status).toBe(403);
    expect(auditOf(who)).toContain("denied ledger");
  }
});

const auditOf = (who: SignedIn): readonly string[] => {
  const db = new DatabaseSync(join(server.folder, "chairside.db"), { readOnly: true });
  const lines = db.prepare("SELECT action, subject FROM audit WHERE person = ? ORDER BY id").all(who.id);
  db.close();
  return lines.map(({ action, subject }) => `${String(action)} ${String(subject)}`);
};
