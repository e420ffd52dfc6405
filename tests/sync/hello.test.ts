import { describe, expect, test } from "vitest";
import { Epoch, seq } from "#shared/base/ids.ts";
import { EMPTY_CLINIC } from "#shared/clinic/clinic.ts";
import { MAX_CATCH_UP_EVENTS, type Events } from "#shared/wire/messages.ts";
import { createClinicStore } from "#client/store/clinicStore.ts";
import { parseServerMessage } from "#client/store/serverMessage.ts";
import { acceptedSeq, upTo, useRoom } from "#tests/support/room.ts";
import { lookIn, note } from "#tests/support/wishes.ts";

const room = useRoom();

describe("hello", () => {
  test("[SY1] a newcomer gets a snapshot of the head", async () => {
    const { people, watch, head } = room();
    const screen = await watch(people.nurse);
    const [snapshot] = screen.all("snapshot");
    expect([snapshot?.seq, snapshot?.clinic.seq, screen.store.haveSeq()]).toEqual([
      await head(),
      await head(),
      await head(),
    ]);
    expect(screen.all("events")).toEqual([]);
  });

  test("[SY1] who comes back gets the events after the seq it has, or an empty message when nothing is missing", async () => {
    const { people, watch, seat } = room();
    const sessionId = await seat();
    const first = await watch(people.nurse);
    first.close();
    const from = first.store.haveSeq();
    for (let n = 0; n < 3; n += 1) await people.nurse.submit(note(sessionId, `while away ${n}`));
    const back = await watch(people.nurse, { store: first.store });
    expect([back.all("snapshot"), back.seqs()]).toEqual([[], upTo(from + 3, from)]);
    const answered = back.next("events");
    back.hello();
    expect(await answered).toMatchObject({ events: [], epoch: back.store.epoch() });
  });

  test("[SY2] a client of another epoch, one from the future and one that was too long away get a snapshot", async () => {
    const { people, watch, seat } = room();
    const sessionId = await seat();
    const screen = await watch(people.nurse);
    const from = screen.store.haveSeq();
    const asked = async (other: Parameters<typeof screen.hello>[0]): Promise<string> => {
      const before = screen.heard.length;
      screen.hello(other);
      return screen.when(
        () => screen.heard.slice(before).find(({ type }) => type === "snapshot" || type === "events")?.type,
      );
    };
    expect(await asked({ epoch: "epoch-of-another-log" })).toBe("snapshot");
    expect(await asked({ haveSeq: from + 1_000 })).toBe("snapshot");
    expect(await asked({ haveSeq: from })).toBe("events");
    const wishes = Array.from({ length: MAX_CATCH_UP_EVENTS + 1 }, (_, n) => note(sessionId, `${n}`));
    const writer = await watch(people.clinician);
    for (let n = 0; n < wishes.length; n += 60)
      await Promise.all(wishes.slice(n, n + 60).map((wish) => writer.submit(wish)));
    await screen.has(from + wishes.length);
    expect(await asked({ haveSeq: from })).toBe("snapshot");
    expect(await asked({ haveSeq: from + 1 })).toBe("events");
  });

  test("[SY3] twenty hellos in the middle of writing: each screen's messages fit together, nothing missing, nothing twice", async () => {
    const { people, clinic, watch, seat } = room();
    const sessionId = await seat();
    const writer = await watch(people.clinician);
    const others = await Promise.all([1, 2, 3].map((n) => clinic.staff(`newcomer.${n}`, ["nurse"])));
    const writing = Promise.all(Array.from({ length: 60 }, () => writer.submit(lookIn(sessionId))));
    const screens = await Promise.all(Array.from({ length: 20 }, (_, n) => watch(others[n % 3] ?? people.nurse)));
    await Promise.all(Array.from({ length: 20 }, () => writer.submit(lookIn(sessionId))));
    const last = Math.max(...(await writing).map(acceptedSeq)) + 20;
    for (const screen of screens) {
      await screen.has(last);
      expect(screen.seqs()).toEqual(upTo(last, screen.all("snapshot")[0]?.seq));
    }
    expect(new Set(screens.map(({ store }) => JSON.stringify(store.clinic()))).size).toBe(1);
  });

  test("[SY3] whose rights changed while away gets a snapshot and not the events of before", async () => {
    const { people, clinic, watch, seat } = room();
    const mover = await clinic.staff("away.mover", ["nurse"]);
    const sessionId = await seat();
    const first = await watch(mover);
    first.close();
    await people.nurse.submit(note(sessionId, "for care alone"));
    await people.admin.submit({ type: "grant-membership", person: mover.id, role: "desk" });
    await people.admin.submit({ type: "end-membership", person: mover.id, role: "nurse" });
    const back = await watch(mover, { store: first.store });
    expect([back.all("snapshot").length, back.seqs()]).toEqual([1, []]);
    expect(JSON.stringify(back.store.clinic())).not.toContain("for care alone");
  });
});

describe("the screen's store", () => {
  const epoch = Epoch.parse("epoch-one");
  const chair = (at: number) => ({
    seq: seq(at),
    at: 1_000,
    by: "system",
    role: "system",
    device: "system",
    commandId: `command-${at}`,
    n: 0,
    event: { type: "chair-added", chairId: `chair-${at}-synthetic`, label: `${at}`, place: at, kind: "chair" },
  });
  const events = (from: number, to: number, other = epoch): { type: "events" } & Events => {
    const message = parseServerMessage("events", { events: upTo(to, from - 1).map(chair), epoch: other, now: 1_000 });
    if (message?.type !== "events") throw new Error("unreadable");
    return message;
  };

  test("[SY4] what it has already is ignored, alone or in front of what is new", () => {
    const store = createClinicStore();
    expect([store.receive(events(1, 3)), store.receive(events(2, 3)), store.receive(events(2, 5))]).toEqual([
      "applied",
      "applied",
      "applied",
    ]);
    expect([store.haveSeq(), Object.keys(store.clinic().chairs)]).toHaveLength(2);
    expect(Object.keys(store.clinic().chairs)).toHaveLength(5);
  });

  test("[SY5] what does not follow is a gap: nothing of it is applied; another epoch is said to be one", () => {
    const store = createClinicStore();
    store.receive(events(1, 3));
    let changes = 0;
    store.subscribe(() => (changes += 1));
    expect([store.receive(events(5, 6)), store.haveSeq(), changes]).toEqual(["gap", 3, 0]);
    expect([store.receive(events(4, 6, Epoch.parse("epoch-two"))), store.haveSeq(), changes]).toEqual([
      "other-epoch",
      3,
      0,
    ]);
    expect([store.receive(events(4, 6)), store.haveSeq(), changes]).toEqual(["applied", 6, 1]);
  });

  test("[SY5] a message that cannot be read is nothing that is applied", () => {
    expect(
      parseServerMessage("events", { events: [{ ...chair(1), event: { type: "unheard-of" } }], epoch, now: 1 }),
    ).toBeUndefined();
    expect(
      parseServerMessage("snapshot", { clinic: { ...EMPTY_CLINIC, seq: "one" }, epoch, seq: 1, now: 1 }),
    ).toBeUndefined();
  });
});
