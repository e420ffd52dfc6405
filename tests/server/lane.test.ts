import { describe, expect, test } from "vitest";
import { HOUR } from "#shared/base/time.ts";
import { Clinic, STATE_VERSION } from "#shared/clinic/clinic.ts";
import { openClinics } from "#server/clinic/clinics.ts";
import { Lane } from "#server/clinic/lane.ts";
import { TryAgain } from "#server/store/eventLog.ts";
import { memoryLog } from "#server/store/memory.ts";
import { throwAwayFolder } from "#tests/store/makers.ts";
import { abort, checkIn, help, lookIn, note } from "#tests/support/wishes.ts";
import {
  ADMIN, CHAIR, CLINIC, NURSE, OTHER_NURSE, STORES, cued, newCommandId, openClinicLane, openLane, openSession, openSqlite, recordedIn, seqsOf, upTo,
} from "./laneBench.ts";

const NOT_ALLOWED = { rejected: { reason: "not-allowed" } };
const ID_USED = { rejected: { reason: "command-id-used" } };
const TRY_AGAIN = { failed: "try-again" };

describe.each(STORES)("a lane over the %s log", (_, open) => {
  test("[LA1] a retry gets the first answer and writes nothing", async () => {
    const { by, lane, sessionId, published } = await openSession(await open());
    const [command, commandId] = [lookIn(sessionId), newCommandId()];
    const first = await by(NURSE, command, commandId);
    await by(NURSE, note(sessionId, "in between"));
    const { seq: head } = lane.clinic;
    const batches = published.length;
    expect(await by(NURSE, command, commandId)).toEqual(first);
    expect(lane.clinic.seq).toBe(head);
    expect(published).toHaveLength(batches);
  });

  test("[LA1] the same id with another body, or from another person, is refused", async () => {
    const { by, lane, sessionId } = await openSession(await open());
    const [command, commandId] = [lookIn(sessionId), newCommandId()];
    await by(NURSE, command, commandId);
    const { seq: head } = lane.clinic;
    expect(await by(NURSE, { ...command, entered: { ...command.entered, values: { seen: "needs-attention" } } }, commandId)).toEqual(ID_USED);
    expect(await by(OTHER_NURSE, command, commandId)).toEqual(ID_USED);
    expect(lane.clinic.seq).toBe(head);
  });

  test("[LA1] only acceptances are remembered: what was refused may be asked again under its id", async () => {
    const { by, sessionId } = await openSession(await open());
    const commandId = newCommandId();
    expect(await by(NURSE, checkIn(CHAIR), commandId)).toMatchObject({ rejected: { reason: "chair-taken" } });
    expect(await by(NURSE, note(sessionId, "another wish"), commandId)).toHaveProperty("accepted");
  });

  test("[LA2] each job of a batch is decided on what the ones before it made", async () => {
    const { by, lane, published } = await openClinicLane(await open());
    const command = checkIn(CHAIR);
    const batches = published.length;
    const [seated, looked, taken] = await Promise.all([by(NURSE, command), by(NURSE, lookIn(command.sessionId)), by(NURSE, checkIn(CHAIR))]);
    expect(seated).toHaveProperty("accepted");
    expect(looked).toEqual({ accepted: { seq: lane.clinic.seq } });
    expect(taken).toMatchObject({ rejected: { reason: "chair-taken", sessionId: command.sessionId } });
    expect(published.slice(batches).map(seqsOf)).toEqual([[lane.clinic.seq - 1, lane.clinic.seq]]);
  });

  test("[LA2] a refusal that hangs on a job of its own batch is not answered when that batch fails", async () => {
    const log = cued(await open());
    const { by, lane } = await openClinicLane(log);
    log.nextAppend(() => Promise.reject(new TryAgain("the disk is full")));
    const [first, second] = [checkIn(CHAIR), checkIn(CHAIR)];
    expect(await Promise.all([by(NURSE, first), by(NURSE, second)])).toEqual([TRY_AGAIN, TRY_AGAIN]);
    expect(await by(NURSE, second)).toHaveProperty("accepted");
    expect(Object.keys(lane.clinic.sessions)).toEqual([second.sessionId]);
  });

  test("[LA2] nothing of a batch is answered before it is on disk", async () => {
    const log = cued(await open());
    const { by, lane, published } = await openClinicLane(log);
    const [asked, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    log.nextAppend(async (...ask) => {
      asked.resolve();
      await go.promise;
      return log.append(...ask);
    });
    const answered: string[] = [];
    const { seq: head } = lane.clinic;
    const batches = published.length;
    const both = Promise.all([by(NURSE, checkIn(CHAIR)), by(NURSE, checkIn(CHAIR))].map((reply) => reply.then((answer) => answered.push(...Object.keys(answer)))));
    await asked.promise;
    await new Promise(setImmediate);
    expect([answered, lane.clinic.seq, published.length]).toEqual([[], head, batches]);
    go.resolve();
    await both;
    expect(answered.toSorted()).toEqual(["accepted", "rejected"]);
  });

  test("[LA3] a command that stands five times in one batch is decided once; all get the same answer", async () => {
    const { by, lane, sessionId } = await openSession(await open());
    const { seq: head } = lane.clinic;
    const [command, commandId] = [lookIn(sessionId), newCommandId()];
    const answers = await Promise.all([...Array.from({ length: 5 }, () => by(NURSE, command, commandId)), by(NURSE, note(sessionId, "x"), commandId), by(OTHER_NURSE, command, commandId)]);
    expect(answers).toEqual([...Array.from({ length: 5 }, () => ({ accepted: { seq: head + 1 } })), ID_USED, ID_USED]);
    expect(lane.clinic.seq).toBe(head + 1);
    expect(lane.clinic.sessions[sessionId]?.observations).toHaveLength(1);
  });

  test("[LA4] when another process has written, the batch is decided again and watchers get what it wrote first", async () => {
    const log = await open();
    const ours = await openSession(log);
    const theirs = await openLane(log);
    const other = await theirs.by(OTHER_NURSE, note(ours.sessionId, "from the other process"));
    const before = ours.lane.clinic.seq;
    expect(await ours.by(NURSE, lookIn(ours.sessionId))).toEqual({ accepted: { seq: before + 2 } });
    expect(other).toEqual({ accepted: { seq: before + 1 } });
    expect(seqsOf(ours.published.flat())).toEqual(upTo(before + 2));
    expect(ours.lane.clinic).toEqual((await openLane(log)).lane.clinic);
  });

  test("[LA4] decided again means decided on what the other wrote: a chair that it took is taken", async () => {
    const log = await open();
    const ours = await openClinicLane(log);
    const theirs = await openLane(log);
    const theirPatient = checkIn(CHAIR);
    await theirs.by(OTHER_NURSE, theirPatient);
    expect(await ours.by(NURSE, checkIn(CHAIR))).toMatchObject({ rejected: { reason: "chair-taken", sessionId: theirPatient.sessionId } });
  });

  test("[LA4] who is always slower gives up after five tries, writes nothing and may ask again", async () => {
    const store = await open();
    const log = cued(store);
    const ours = await openSession(log);
    const theirs = await openLane(store);
    for (let n = 0; n < 5; n += 1) {
      log.nextAppend(async (...ask) => {
        await theirs.by(OTHER_NURSE, note(ours.sessionId, `faster ${n}`));
        return store.append(...ask);
      });
    }
    const command = lookIn(ours.sessionId);
    expect(await ours.by(NURSE, command)).toEqual(TRY_AGAIN);
    expect(ours.reports).toEqual(["commit put off"]);
    expect(await ours.by(NURSE, command)).toHaveProperty("accepted");
  });

  test("[LA5] a look runs after all that was asked before it and before what was asked after", async () => {
    const { by, lane, sessionId } = await openSession(await open());
    const { seq: head } = lane.clinic;
    const [, seen, , later] = await Promise.all([
      by(NURSE, note(sessionId, "one")),
      lane.look((clinic, recent) => [clinic.seq, recent.at(-1)?.seq]),
      by(NURSE, note(sessionId, "two")),
      lane.look((clinic) => clinic.seq),
    ]);
    expect(seen).toEqual([head + 1, head + 1]);
    expect(later).toBe(head + 2);
  });

  test("[LA5] a look that throws tells its asker and hurts nobody else", async () => {
    const { by, lane, sessionId } = await openSession(await open());
    const broken = lane.look(() => { throw new Error("synthetic"); });
    await expect(broken).rejects.toThrow("synthetic");
    expect(await by(NURSE, note(sessionId, "still there"))).toHaveProperty("accepted");
  });

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
    const answers = await Promise.all([by(NURSE, abort(sessionId)), by(NURSE, late), by(OTHER_NURSE, late), by(NURSE, { type: "strike-observation", sessionId, observationId: late.observationId, reason: { code: "wrong-chair" } })]);
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
    for (let n = 0; n < 2; n += 1) await Promise.all(Array.from({ length: 120 }, () => by(NURSE, note(sessionId, "x"))));
    expect(await by(NURSE, lookIn(sessionId))).toHaveProperty("accepted");
    expect(reports).toEqual(["checkpoint not written"]);
    expect((await openLane(store)).lane.clinic).toEqual(lane.clinic);
  });

  test("[AC3] rights are read from the state that the append is checked against: who lost them in the same batch has none", async () => {
    const { by, lane, sessionId } = await openSession(await open());
    const answers = await Promise.all([
      by(NURSE, note(sessionId, "before")),
      by(ADMIN, { type: "end-membership", person: NURSE, role: "nurse" }),
      by(NURSE, note(sessionId, "after")),
    ]);
    expect(answers[2]).toEqual(NOT_ALLOWED);
    expect(lane.clinic.sessions[sessionId]?.notes).toHaveLength(1);
    expect(await by(ADMIN, note(sessionId, "not an admin's"))).toEqual(NOT_ALLOWED);
  });

  test("[LA4] nothing is written between two appends: the log of a busy lane is 1, 2, 3 … and one batch is one message", async () => {
    const log = await open();
    const { by, lane, published, sessionId } = await openSession(log);
    await Promise.all(Array.from({ length: 300 }, (_, n) => by(n % 2 === 0 ? NURSE : OTHER_NURSE, lookIn(sessionId))));
    expect(seqsOf(await recordedIn(log))).toEqual(upTo(lane.clinic.seq));
    expect(seqsOf(published.flat())).toEqual(upTo(lane.clinic.seq));
    expect(published.map(({ length }) => length).filter((length) => length > 1)).toContain(256);
  });
});

test("[LA1] after a restart a retry still gets the first answer", async () => {
  const folder = throwAwayFolder();
  const first = await openSqlite(folder);
  const { by, sessionId } = await openSession(first);
  const [command, commandId] = [lookIn(sessionId), newCommandId()];
  const answer = await by(NURSE, command, commandId);
  await first.close();
  const again = await openLane(await openSqlite(folder));
  expect(await again.by(NURSE, command, commandId)).toEqual(answer);
  expect(await again.by(NURSE, note(sessionId, "another"), commandId)).toEqual(ID_USED);
});

test("[LA9] a clinic is opened once, however many ask at the same moment; one without an event has no lane", async () => {
  const log = memoryLog();
  await openClinicLane(log);
  const clinics = await openClinics({ log, now: () => 0, publish: () => undefined, report: () => undefined });
  const lanes = await Promise.all(Array.from({ length: 20 }, () => clinics.lane(CLINIC)));
  expect(new Set(lanes).size).toBe(1);
  expect(lanes[0]).toBeInstanceOf(Lane);
  expect(clinics.held().map(([id]) => id)).toEqual([CLINIC]); // held from the start, watched or not
  expect(await clinics.lane("clinic-unheard-of" as typeof CLINIC)).toBeUndefined();
});

test("[LA9] a clinic that could not be opened may be asked for again", async () => {
  const store = memoryLog();
  await openClinicLane(store);
  const log = cued({ ...store, clinics: () => Promise.resolve([]) });
  const clinics = await openClinics({ log, now: () => 0, publish: () => undefined, report: () => undefined });
  log.nextRead(() => Promise.reject(new TryAgain("busy")));
  await expect(clinics.lane(CLINIC)).rejects.toThrow("busy");
  expect((await clinics.lane(CLINIC))?.clinic.id).toBe(CLINIC);
});

test("[LA5] a thousand looks and wishes in one turn: every look sees exactly what was asked before it", async () => {
  const { by, lane, sessionId } = await openSession(memoryLog());
  const { seq: head } = lane.clinic;
  const pairs = await Promise.all(Array.from({ length: 400 }, async (_, n) => {
    void by(NURSE, note(sessionId, `${n}`));
    return lane.look(({ seq: at }) => at);
  }));
  expect(pairs).toEqual(upTo(head + 400, head));
});
