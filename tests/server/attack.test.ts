import { describe, expect, onTestFinished, test } from "vitest";
import { HOUR } from "#shared/base/time.ts";
import { Seq } from "#shared/base/ids.ts";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import { entryOf } from "#server/clinic/job.ts";
import { memoryLog } from "#server/store/memory.ts";
import { signIn } from "#tests/support/people.ts";
import { useRoom } from "#tests/support/room.ts";
import { upgrade } from "#tests/support/upgrade.ts";
import { abort, checkIn, help, lookIn, note, START, startInfusion } from "#tests/support/wishes.ts";
import { CHAIR, NURSE, newCommandId, openClinicLane, openLane, openSession } from "./laneBench.ts";

describe("a lane", () => {
  test("[AT3] what breaks while one command is decided is that command's alone", async () => {
    const log = memoryLog();
    const { lane: founded } = await openClinicLane(log);
    await log.append(founded.clinic.id!, Seq.parse(founded.clinic.seq), [neverEnding(founded.clinic.seq + 1)]);
    const { by, lane, reports } = await openLane(log);
    const { sessionId, ...seat } = checkIn(CHAIR);
    await by(NURSE, { ...seat, sessionId });
    await by(NURSE, startInfusion(sessionId)); // who was given nothing is restricted in nothing
    const head = lane.clinic.seq;
    const leaves = {
      type: "record-left-against-advice",
      sessionId,
      leftAt: START,
      lastValues: "refused",
      risksToldBy: NURSE,
      ride: "none",
      keys: "no-car",
      prescriberTold: false,
      reason: { code: "other" },
    } as const;
    const answers = await Promise.all([
      by(NURSE, lookIn(sessionId)),
      by(NURSE, leaves),
      by(NURSE, note(sessionId, "kept")),
    ]);
    expect(answers).toEqual([
      { accepted: { seq: head + 1 } },
      { failed: "try-again" },
      { accepted: { seq: head + 2 } },
    ]);
    expect(reports).toEqual(["command not decided"]);
    expect(lane.clinic).toEqual((await openLane(log)).lane.clinic);
  });

  test("[AT8] a session's id is used once, on whatever day", async () => {
    const log = memoryLog();
    const { by, clock, lane, sessionId } = await openSession(log);
    await by(NURSE, abort(sessionId));
    clock.now += 48 * HOUR;
    await by(NURSE, help(CHAIR));
    expect(lane.clinic.closed).toEqual({});
    expect(await by(NURSE, { ...checkIn(CHAIR), sessionId })).toEqual({ rejected: { reason: "id-taken" } });
    expect(await by(NURSE, checkIn(CHAIR))).toHaveProperty("accepted");
  });
});

/** Rules as no version of today would take them: their restriction never ends, and to compute it breaks. */
const neverEnding = (at: number) =>
  entryOf(
    {
      job: {
        commandId: newCommandId(),
        command: { type: "raise-timed-alarms" },
        person: "system",
        device: "system",
        reply: () => undefined,
      },
      bodyHash: "0".repeat(64),
      earlier: undefined,
      recalled: undefined,
    },
    [
      {
        seq: Seq.parse(at),
        at: START,
        by: "system",
        role: "system",
        device: "system",
        commandId: newCommandId(),
        n: 0,
        event: {
          type: "protocol-version-proposed",
          protocol: { ...IV_PROTOCOL, version: 2, restriction: { kind: "hours", hoursFromLeaving: 1e300 } },
        },
      },
    ],
  );

describe("over the wire", () => {
  const room = useRoom();

  test("[AT9] an id is a name only for those whose row opens the register", async () => {
    const { clinic, clinicId, people } = room();
    const id = await clinic.patient("Synthia", "Testperson");
    const named = async (who: keyof typeof people) =>
      (await (await people[who].post(`/api/clinics/${clinicId}/patients/look-up`, { ids: [id] })).json()) as unknown;
    for (const who of ["admin", "display"] as const)
      expect(await named(who)).toEqual({ patients: [{ id, initials: "S. T." }] });
    for (const who of ["nurse", "desk"] as const)
      expect(await named(who)).toMatchObject({ patients: [{ id, familyName: "Testperson" }] });
  });

  test("[AT9] a form that cannot be read is answered without a word of it, the names of its fields included", async () => {
    const { clinicId, people } = room();
    for (const form of [{ "Synthia Testperson": 1 }, { givenName: ["Synthia"] }, { birthDate: "Synthia" }]) {
      const answer = await people.desk.post(`/api/clinics/${clinicId}/patients/search`, { query: "q", ...form });
      expect([answer.status, await answer.text()]).toEqual([400, expect.not.stringContaining("Synthia")]);
    }
  });

  test("[AT10] a screen that says hello without end is hung up on, and nobody else waits for it", async () => {
    const { chair, people, watch } = { ...room(), chair: room().clinic.chairs[39]! };
    const flood = await watch(people.display, { silent: true });
    for (let n = 0; n < 5_000; n += 1) flood.hello({ haveSeq: 0 });
    expect(await people.nurse.submit(help(chair))).toHaveProperty("accepted");
    await flood.closed();
    expect(flood.all("snapshot").length).toBeLessThanOrEqual(60);
  });

  test("[AT10] a person has eight lines at most, though all of them ask in one moment", async () => {
    const { clinic, clinicId, server } = room();
    await clinic.staff("all.at.once", ["nurse"]);
    const { cookie } = await signIn(server, clinicId, "all.at.once");
    const lines = await Promise.all(Array.from({ length: 24 }, () => upgrade(server, { cookie, origin: server.url })));
    const open = lines.flatMap(({ socket }) => socket ?? []);
    onTestFinished(() => open.forEach((line) => line.destroy()));
    const ended = open.map((line) => new Promise<void>((done) => line.once("close", () => done())));
    for (const line of open) line.resume();
    await Promise.all(await lastOf(ended, open.length - 8));
    expect(open.filter(({ destroyed }) => !destroyed).length).toBeLessThanOrEqual(8);
  });
});

/** The first `count` of these to be done. */
const lastOf = (all: readonly Promise<void>[], count: number): Promise<readonly Promise<void>[]> =>
  new Promise((resolve) => {
    const done: Promise<void>[] = [];
    if (count <= 0) resolve(done);
    for (const one of all)
      void one.then(() => {
        done.push(one);
        if (done.length === count) resolve(done);
      });
  });
