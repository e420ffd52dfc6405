import { describe, expect, test } from "vitest";
import { HOUR } from "#shared/base/time.ts";
import { Clinic, STATE_VERSION } from "#shared/clinic/clinic.ts";
import { TryAgain } from "#server/store/eventLog.ts";
import { abort, checkIn, help, lookIn, note } from "#tests/support/wishes.ts";
import {
  CHAIR,
  CLINIC,
  NURSE,
  OTHER_NURSE,
  STORES,
  cued,
  newCommandId,
  openLane,
  openSession,
  seqsOf,
  upTo,
} from "./laneBench.ts";

const TRY_AGAIN = { failed: "try-again" };

describe.each(STORES)("when the world fails, a lane over the %s log", (_, open) => {
  test("[LA6] a commit that was put off: all of the batch hear try again, the state stands, the next one goes", async () => {
    const log = cued(await open());
    const { by, lane, reports, published, sessionId } = await openSession(log);
    const { clinic } = lane;
    const batches = published.length;
    const wishes = [note(sessionId, "one"), note(sessionId, "two"), checkIn(CHAIR)];
    log.nextAppend(() => Promise.reject(new TryAgain("the disk is full")));
    expect(await Promise.all(wishes.map((wish) => by(NURSE, wish)))).toEqual([TRY_AGAIN, TRY_AGAIN, TRY_AGAIN]);
    expect(lane.clinic).toBe(clinic);
    expect([reports, published.length]).toEqual([["commit put off"], batches]);
    expect(await by(NURSE, note(sessionId, "three"))).toEqual({ accepted: { seq: clinic.seq + 1 } });
  });

  test("[LA6] after an error that nobody foresaw the lane is rebuilt from the log before the next job", async () => {
    const log = cued(await open());
    const { by, lane, reports, sessionId } = await openSession(log);
    const { seq: head } = lane.clinic;
    log.nextAppend(() => Promise.reject(new Error("defect: synthetic")));
    expect(await by(NURSE, note(sessionId, "lost"))).toEqual(TRY_AGAIN);
    expect(reports).toEqual(["lane rebuilt"]);
    expect(await by(NURSE, note(sessionId, "kept"))).toEqual({ accepted: { seq: head + 1 } });
    expect(lane.clinic).toEqual((await openLane(log)).lane.clinic);
  });

  test("[LA6] an append that was written although it failed is found by the rebuilding: a retry gets its seq, watchers get the event", async () => {
    const log = cued(await open());
    const { by, lane, published, sessionId } = await openSession(log);
    const { seq: head } = lane.clinic;
    log.nextAppend(async (...ask) => {
      await log.append(...ask);
      throw new Error("the connection ended during COMMIT");
    });
    const [command, commandId] = [lookIn(sessionId), newCommandId()];
    expect(await by(NURSE, command, commandId)).toEqual(TRY_AGAIN);
    expect(lane.clinic.seq).toBe(head);
    expect(await by(NURSE, command, commandId)).toEqual({ accepted: { seq: head + 1 } });
    expect(seqsOf(published.flat())).toEqual(upTo(head + 1));
    expect(lane.clinic.sessions[sessionId]?.observations).toHaveLength(1);
  });

  test("[LA6] a rebuilding that is itself put off is done before anything is decided", async () => {
    const log = cued(await open());
    const { by, lane, sessionId } = await openSession(log);
    log.nextAppend(async (...ask) => {
      await log.append(...ask);
      throw new Error("the connection ended during COMMIT");
    });
    expect(await by(NURSE, abort(sessionId))).toEqual(TRY_AGAIN);
    log.nextRead(() => Promise.reject(new TryAgain("busy")));
    expect(await by(NURSE, checkIn(CHAIR))).toEqual(TRY_AGAIN);
    expect(await by(NURSE, checkIn(CHAIR))).toHaveProperty("accepted"); // the chair is free: the abort stands in the log
    expect(Object.keys(lane.clinic.closed)).toEqual([sessionId]);
  });

  test("[LA6] an append that never ends is never answered", async () => {
    const log = cued(await open());
    const { by, lane, sessionId } = await openSession(log);
    const { seq: head } = lane.clinic;
    const asked = Promise.withResolvers<void>();
    log.nextAppend(() => {
      asked.resolve();
      return new Promise(() => {});
    });
    let answers = 0;
    const count = (): void => void (answers += 1);
    by(NURSE, note(sessionId, "one")).then(count, count);
    await asked.promise;
    by(NURSE, note(sessionId, "behind it")).then(count, count);
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    expect([answers, lane.clinic.seq]).toEqual([0, head]);
  });

  test("[LA7] more than 1,000 waiting wishes are turned away at once; the others are answered", async () => {
    const { by, lane, sessionId } = await openSession(await open());
    const { seq: head } = lane.clinic;
    const answers = await Promise.all(Array.from({ length: 1_001 }, (_, n) => by(NURSE, note(sessionId, `${n}`))));
    expect(answers.filter((answer) => "accepted" in answer)).toHaveLength(1_000);
    expect(answers.at(-1)).toEqual(TRY_AGAIN);
    expect(lane.clinic.seq).toBe(head + 1_000);
  }, 20_000);

  test("[LA8] a lane opened again has the state that the log says", async () => {
    const log = await open();
    const { by, lane, sessionId } = await openSession(log);
    await by(NURSE, lookIn(sessionId));
    await by(NURSE, help(CHAIR));
    expect((await openLane(log)).lane.clinic).toEqual(lane.clinic);
  });

  test("[LA10] who comes behind the end of a session in its own batch finds it as it then is", async () => {
    const { by, lane, sessionId } = await openSession(await open());
    const late = lookIn(sessionId);
    const answers = await Promise.all([
      by(NURSE, abort(sessionId)),
      by(NURSE, late),
      by(OTHER_NURSE, late),
      by(NURSE, {
        type: "strike-observation",
        sessionId,
        observationId: late.observationId,
        reason: { code: "wrong-chair" },
      }),
    ]);
    expect(answers.map((answer) => Object.keys(answer)[0])).toEqual(["accepted", "accepted", "rejected", "accepted"]);
    expect(answers[2]).toEqual({ rejected: { reason: "id-taken" } });
    expect(lane.clinic.sessions).toEqual({});
  });

  test("[LA11] a late look on a session of an earlier day is recorded; the state of today does not change", async () => {
    const log = await open();
    const { by, lane, clock, published, sessionId } = await openSession(log);
    await by(NURSE, abort(sessionId));
    const observedAt = clock.now;
    clock.now += 30 * HOUR;
    await by(NURSE, help(CHAIR));
    const today = lane.clinic;
    expect([today.sessions, today.closed]).toEqual([{}, {}]);
    const late = lookIn(sessionId, observedAt);
    const answer = await by(NURSE, late);
    expect(answer).toEqual({ accepted: { seq: today.seq + 1 } });
    expect(lane.clinic).toEqual({ ...today, seq: today.seq + 1 });
    expect(published.at(-1)?.[0]?.event).toMatchObject({ type: "observation-recorded", sessionId, late: true });
    expect(await by(OTHER_NURSE, late)).toEqual({ rejected: { reason: "id-taken" } });
    expect((await openLane(log)).lane.clinic).toEqual(lane.clinic);
  });

  test("[ME2] the checkpoint is used, and one of another version or that cannot be read is dropped", async () => {
    const log = await open();
    const { by, lane, sessionId } = await openSession(log);
    for (let n = 0; n < 2; n += 1) await Promise.all(Array.from({ length: 120 }, () => by(NURSE, lookIn(sessionId))));
    await by(NURSE, lookIn(sessionId)); // goes to the store behind the checkpoint
    const checkpoint = await log.checkpoint(CLINIC);
    expect(checkpoint).toMatchObject({ stateVersion: STATE_VERSION });
    expect(checkpoint?.seq).toBeGreaterThanOrEqual(200);
    if (!checkpoint) return;

    const marked = { ...Clinic.parse(JSON.parse(checkpoint.state)), name: "from the checkpoint" };
    await log.saveCheckpoint(CLINIC, { ...checkpoint, state: JSON.stringify(marked) });
    expect((await openLane(log)).lane.clinic).toEqual({ ...lane.clinic, name: "from the checkpoint" });
    await log.saveCheckpoint(CLINIC, { ...checkpoint, state: JSON.stringify(marked), stateVersion: STATE_VERSION + 1 });
    expect((await openLane(log)).lane.clinic).toEqual(lane.clinic);
    await log.saveCheckpoint(CLINIC, { ...checkpoint, state: "{ half a checkp" });
    expect((await openLane(log)).lane.clinic).toEqual(lane.clinic);
  });

  test("[ME2] a checkpoint that cannot be written costs nothing but a report", async () => {
    const store = await open();
    const log = { ...store, saveCheckpoint: () => Promise.reject(new TryAgain("the disk is full")) };
    const { by, lane, reports, sessionId } = await openSession(log);
    for (let n = 0; n < 2; n += 1)
      await Promise.all(Array.from({ length: 120 }, () => by(NURSE, note(sessionId, "x"))));
    expect(await by(NURSE, lookIn(sessionId))).toHaveProperty("accepted");
    expect(reports).toEqual(["checkpoint not written"]);
    expect((await openLane(store)).lane.clinic).toEqual(lane.clinic);
  });
});
