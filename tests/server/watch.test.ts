import { expect, test } from "vitest";
import { MINUTE, SECOND } from "#shared/base/time.ts";
import { openClinics } from "#server/clinic/clinics.ts";
import { watchTime } from "#server/clinic/watch.ts";
import { memoryLog } from "#server/store/memory.ts";
import { help, START } from "#tests/support/wishes.ts";
import { ADMIN, CHAIR, CLINIC, newCommandId, NURSE } from "./laneBench.ts";

/** A clinic without a patient, and the server's own watch over it, on a clock that only the test moves. */
const watched = async () => {
  const clock = { now: START };
  const looks: (() => void)[] = [];
  const clinics = await openClinics({
    log: memoryLog(),
    now: () => clock.now,
    publish: () => undefined,
    report: (what) => expect.unreachable(what),
  });
  const lane = await clinics.laneOfNew(CLINIC);
  const by = (person: typeof NURSE | "system", command: Parameters<typeof lane.submit>[0]["command"]) =>
    lane.submit({ commandId: newCommandId(), command, person, device: "system" });
  await by("system", {
    type: "found-clinic",
    clinicId: CLINIC,
    name: "Harbor Clinic (synthetic)",
    zone: "UTC",
    phone: "555-0100",
    admin: ADMIN,
    chairs: [{ chairId: CHAIR, label: "1" }],
  });
  await by("system", { type: "grant-membership", person: NURSE, role: "nurse" });
  watchTime(clinics, () => clock.now, {
    every: (_, run) => {
      looks.push(run);
      return () => undefined;
    },
  });
  /** The clock goes on, the timer rings, and the lane has done what it was asked. */
  const wait = async (ms: number): Promise<void> => {
    clock.now += ms;
    for (const look of looks) look();
    await new Promise(setImmediate);
  };
  return { lane, by, wait };
};

test("[AL20] HELP at a free chair that nobody takes goes to the clinician after a minute and to everybody after two", async () => {
  const { lane, by, wait } = await watched();
  const call = help(CHAIR);
  await by(NURSE, call);
  expect(lane.clinic.sessions).toEqual({});
  const escalated = () => lane.clinic.alarms[call.alarmId]?.escalated?.to;
  await wait(55 * SECOND);
  expect(escalated()).toBeUndefined();
  await wait(5 * SECOND);
  expect(escalated()).toBe("clinician");
  await wait(MINUTE);
  expect(escalated()).toBe("everyone");
});

test("[AL20] one that somebody took in time stays theirs, and an empty room writes nothing", async () => {
  const { lane, by, wait } = await watched();
  const { seq: head } = lane.clinic;
  await wait(10 * MINUTE);
  expect(lane.clinic.seq).toBe(head);
  const call = help(CHAIR);
  await by(NURSE, call);
  await by(NURSE, { type: "accept-alarm", alarmId: call.alarmId });
  await wait(10 * MINUTE);
  expect(lane.clinic.alarms[call.alarmId]?.escalated).toBeUndefined();
  expect(lane.clinic.seq).toBe(head + 2);
});
