import { randomUUID } from "node:crypto";
import { onTestFinished } from "vitest";
import { ChairId, ClinicId, CommandId, DeviceId, PersonId, type SessionId } from "#shared/base/ids.ts";
import type { Command } from "#shared/clinic/commands.ts";
import type { Recorded } from "#shared/clinic/events.ts";
import type { StaffRole } from "#shared/access/role.ts";
import type { SubmitReply } from "#shared/wire/messages.ts";
import { Lane } from "#server/clinic/lane.ts";
import type { EventLog } from "#server/store/eventLog.ts";
import { memoryLog } from "#server/store/memory.ts";
import { openSqliteStore } from "#server/store/sqlite.ts";
import { throwAwayFolder } from "#tests/store/makers.ts";
import { checkIn, newId, START } from "#tests/support/wishes.ts";

export const CLINIC = ClinicId.parse("clinic-synthetic");
export const CHAIR = ChairId.parse("chair-one");
export const NURSE = PersonId.parse("nurse-synthetic");
export const OTHER_NURSE = PersonId.parse("other-nurse-synthetic");
export const ADMIN = PersonId.parse("admin-synthetic");

/** A log whose next calls may go wrong: a cue stands in for one call, everything else is the store's own work. */
export interface CuedLog extends EventLog {
  readonly nextAppend: (cue: EventLog["append"]) => void;
  readonly nextRead: (cue: EventLog["read"]) => void;
}

export const cued = (log: EventLog): CuedLog => {
  const appends: EventLog["append"][] = [];
  const reads: EventLog["read"][] = [];
  return {
    ...log,
    append: (...ask) => (appends.shift() ?? log.append)(...ask),
    read: (...ask) => (reads.shift() ?? log.read)(...ask),
    nextAppend: (cue) => void appends.push(cue),
    nextRead: (cue) => void reads.push(cue),
  };
};

/** Each store, opened as a server would: what it holds can be opened a second time. */
export const STORES: readonly (readonly [name: string, open: () => Promise<EventLog>])[] = [
  ["memory", () => Promise.resolve(memoryLog())],
  ["sqlite", () => openSqlite(throwAwayFolder())],
];

export const openSqlite = async (folder: string): Promise<EventLog> => {
  const store = await openSqliteStore({
    folder,
    onFatal: (error) => {
      throw error;
    },
  });
  onTestFinished(() => store.close());
  return store.log;
};

export interface TestLane {
  readonly lane: Lane;
  readonly clock: { now: number };
  /** What watchers were sent, one array a batch. */
  readonly published: Recorded[][];
  readonly reports: string[];
  readonly by: (person: PersonId | "system", command: Command, commandId?: CommandId) => Promise<SubmitReply>;
}

export const openLane = async (log: EventLog, clinicId: ClinicId = CLINIC): Promise<TestLane> => {
  const published: Recorded[][] = [];
  const reports: string[] = [];
  const clock = { now: START };
  const lane = await Lane.open({
    clinicId,
    log,
    now: () => clock.now,
    publish: (events) => void published.push([...events]),
    report: (what) => void reports.push(what),
  });
  const device = DeviceId.parse("tablet-synthetic");
  return {
    lane,
    clock,
    published,
    reports,
    by: (person, command, commandId = newId(CommandId)) => lane.submit({ commandId, command, person, device }),
  };
};

/** A clinic with one chair, two nurses and an admin. */
export const openClinicLane = async (log: EventLog): Promise<TestLane> => {
  const bench = await openLane(log);
  await bench.by("system", {
    type: "found-clinic",
    clinicId: CLINIC,
    name: "Harbor Clinic (synthetic)",
    zone: "America/New_York",
    phone: "555-0100",
    admin: ADMIN,
    chairs: [{ chairId: CHAIR, label: "1" }],
  });
  const grants: readonly (readonly [PersonId, StaffRole])[] = [
    [NURSE, "nurse"],
    [OTHER_NURSE, "nurse"],
  ];
  for (const [person, role] of grants) await bench.by("system", { type: "grant-membership", person, role });
  return bench;
};

/** The same with a patient in the chair. */
export const openSession = async (log: EventLog): Promise<TestLane & { readonly sessionId: SessionId }> => {
  const bench = await openClinicLane(log);
  const command = checkIn(CHAIR);
  await bench.by(NURSE, command);
  return { ...bench, sessionId: command.sessionId };
};

/** What the log holds, as events. */
export const recordedIn = async (log: EventLog, clinicId: ClinicId = CLINIC): Promise<readonly Recorded[]> =>
  (await log.read(clinicId, 0 as never, 10_000)).map(({ body }) => JSON.parse(body) as Recorded);

export const seqsOf = (events: readonly Recorded[]): readonly number[] => events.map(({ seq }) => seq);

/** 1, 2, 3 … up to the last one. */
export const upTo = (last: number, after = 0): readonly number[] =>
  Array.from({ length: last - after }, (_, n) => after + n + 1);

export const newCommandId = (): CommandId => CommandId.parse(randomUUID());
