import { describe, expect, test } from "vitest";
import { openClinics } from "#server/clinic/clinics.ts";
import { Lane } from "#server/clinic/lane.ts";
import { TryAgain } from "#server/store/eventLog.ts";
import { memoryLog } from "#server/store/memory.ts";
import { throwAwayFolder } from "#tests/store/makers.ts";
import { checkIn, lookIn, note } from "#tests/support/wishes.ts";
import {
  ADMIN,
  CHAIR,
  CLINIC,
  NURSE,
  OTHER_NURSE,
  STORES,
  cued,
  newCommandId,
  openClinicLane,
  openLane,
  openSession,
  openSqlite,
  recordedIn,
  seqsOf,
  upTo,
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
    expect(
      await by(NURSE, { ...command, entered: { ...command.entered, values: { seen: "needs-attention" } } }, commandId),
    ).toEqual(ID_USED);
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
    const [seated, looked, taken] = await Promise.all([
      by(NURSE, command),
      by(NURSE, lookIn(command.sessionId)),
      by(NURSE, checkIn(CHAIR)),
    ]);
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
    const both = Promise.all(
      [by(NURSE, checkIn(CHAIR)), by(NURSE, checkIn(CHAIR))].map((reply) =>
        reply.then((answer) => answered.push(...Object.keys(answer))),
      ),
    );
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
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, () => by(NURSE, command, commandId)),
      by(NURSE, note(sessionId, "x"), commandId),
      by(OTHER_NURSE, command, commandId),
    ]);
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
    expect(await ours.by(NURSE, checkIn(CHAIR))).toMatchObject({
      rejected: { reason: "chair-taken", sessionId: theirPatient.sessionId },
    });
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
    const broken = lane.look(() => {
      throw new Error("synthetic");
    });
    await expect(broken).rejects.toThrow("synthetic");
    expect(await by(NURSE, note(sessionId, "still there"))).toHaveProperty("accepted");
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
  const pairs = await Promise.all(
    Array.from({ length: 400 }, async (_, n) => {
      void by(NURSE, note(sessionId, `${n}`));
      return lane.look(({ seq: at }) => at);
    }),
  );
  expect(pairs).toEqual(upTo(head + 400, head));
});
