import { expect, test } from "vitest";
import type { ChairId } from "#shared/base/ids.ts";
import { MAX_MESSAGE_BYTES } from "#shared/wire/messages.ts";
import { acceptedSeq, upTo, useRoom } from "#tests/support/room.ts";
import { openScreen } from "#tests/support/screen.ts";
import { fullSet, lookIn, note } from "#tests/support/wishes.ts";

const room = useRoom();

test("[WR11] a screen that does not read is hung up on before it fills the server; the others do not notice", async () => {
  const { people, watch, seat, server } = room();
  const sessionId = await seat();
  const other = await watch(people.clinician);
  const deaf = await watch(people.nurse);
  const screens = async (): Promise<number> =>
    Number(/^chairside_screens (\d+)$/m.exec(await (await fetch(`${server.url}/metrics`)).text())?.[1]);
  const open = await screens();
  deaf.stopReading();
  const began = performance.now();
  for (let n = 0; n < 1_200; n += 1) deaf.hello({ haveSeq: 0 });
  while ((await screens()) === open) await other.next("beat");
  expect(await screens()).toBe(open - 1);
  expect(performance.now() - began).toBeLessThan(5_000); // before any ping could have told
  expect(acceptedSeq(await other.submit(lookIn(sessionId)))).toBeGreaterThan(0);
}, 30_000);

test("[WR4] the third message that cannot be read ends the socket; the ones before are ignored", async () => {
  const { people, watch, head } = room();
  const before = await head();
  const screen = await watch(people.nurse);
  screen.say("hello", { wire: 1, clinicId: "x", haveSeq: -1 });
  screen.say("drop-table", { all: true });
  await screen.applied();
  expect(screen.connected()).toBe(true);
  screen.say("applied", "nothing that an answer could go to");
  await screen.closed();
  expect(screen.all("goodbye")).toMatchObject([{ reason: "malformed" }]);
  expect(await head()).toBe(before);
});

test("[WR4] a wish that cannot be read is answered with its field, and never with what stood there", async () => {
  const { people, watch, seat, head } = room();
  const sessionId = await seat();
  const screen = await watch(people.nurse);
  const before = await head();
  const good = fullSet(sessionId);
  const bad: readonly (readonly [unknown, string])[] = [
    [{ ...good, entered: { ...good.entered, values: { sbp: "canary-value" } } }, "command.entered.values.sbp"],
    [{ ...good, type: "canary-type" }, "command.type"],
    [{ ...good, sessionId: "!" }, "command.sessionId"],
    [{ ...note(sessionId, "x"), text: "canary ".repeat(400) }, "command.text"],
    [{ ...good, canary: true }, "command"],
    ["canary", "command"],
    [undefined, "command"],
  ];
  for (const [command, field] of bad) {
    const answer = await screen.submit(command as never);
    expect(answer).toMatchObject({ rejected: { reason: "invalid", field } });
    expect(JSON.stringify(answer)).not.toContain("canary-");
  }
  expect(await screen.submit(good, "!")).toMatchObject({ rejected: { reason: "invalid", field: "commandId" } });
  expect([await head(), screen.connected()]).toEqual([before, true]);
});

test("[WR4] hostile packets end their own socket at most: nothing is written, everybody else goes on", async () => {
  const { people, watch, head, server, seat } = room();
  const sessionId = await seat();
  const other = await watch(people.nurse);
  const before = await head();
  const packets = [
    "",
    "zzz",
    "9",
    "0{}",
    "4",
    "42",
    "42[",
    '42["submit"',
    '42["submit",{"__proto__":{"admin":true}}]',
    "420[]",
    '421["submit",null]',
    '42["connection"]',
    '42["disconnect"]',
    '42["__proto__",{}]',
    '459-["submit",{"_placeholder":true,"num":0}]',
    '451-["applied",{"_placeholder":true,"num":99}]',
    "499999",
    "40{",
    "41",
    "43[]",
    '4399["late"]',
    '42[{"hello":1}]',
    `42["hello",${"[".repeat(5_000)}${"]".repeat(5_000)}]`,
  ];
  for (const packet of packets) {
    const hostile = await openScreen({ server, who: people.desk, clinicId: room().clinicId });
    hostile.sayRaw(packet);
    hostile.sayRaw(new Uint8Array([1, 2, 3]));
    await Promise.race([hostile.closed(), hostile.applied().catch(() => undefined)]);
    hostile.close();
  }
  expect(await head()).toBe(before);
  expect(acceptedSeq(await other.submit(lookIn(sessionId)))).toBe(before + 1);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
});

test("[WR5] before a hello there is no clinic, so nothing is allowed", async () => {
  const { people, watch, seat } = room();
  const sessionId = await seat();
  const screen = await watch(people.nurse, { silent: true });
  expect(await screen.submit(lookIn(sessionId))).toEqual({ rejected: { reason: "not-allowed" } });
});

test("[WR5] who did it, in which role and on which device comes from the sign-in and the handshake", async () => {
  const { people, watch, seat } = room();
  const sessionId = await seat();
  const device = "tablet-synthetic-7";
  const screen = await watch({ ...people.nurse, cookie: `${people.nurse.cookie}; chairside-device=${device}` });
  const at = acceptedSeq(await screen.submit(lookIn(sessionId)));
  await screen.has(at);
  expect(screen.all("events").at(-1)?.events).toMatchObject([{ seq: at, by: people.nurse.id, role: "nurse", device }]);
  expect(await screen.submit({ ...lookIn(sessionId), by: people.clinician.id } as never)).toMatchObject({
    rejected: { reason: "invalid" },
  });
});

test("[WR5] more than 64 wishes in flight are told to try again, and each one is answered", async () => {
  const { people, watch, seat } = room();
  const sessionId = await seat();
  const screen = await watch(people.nurse);
  const from = screen.store.haveSeq();
  const answers = await Promise.all(Array.from({ length: 1_000 }, (_, n) => screen.submit(note(sessionId, `${n}`))));
  const accepted = answers.filter((answer) => "accepted" in answer).map(acceptedSeq);
  expect(answers.filter((answer) => "failed" in answer)).toHaveLength(1_000 - accepted.length);
  expect(accepted.length).toBeLessThan(1_000);
  expect(accepted.toSorted((a, b) => a - b)).toEqual(upTo(from + accepted.length, from));
  await screen.has(from + accepted.length);
});

test("[WR6] a frame of more than 64 KB ends its own socket; the server and everybody else go on", async () => {
  const { people, watch, seat, head } = room();
  const sessionId = await seat();
  const other = await watch(people.clinician);
  const before = await head();
  for (const size of [MAX_MESSAGE_BYTES, 10 * MAX_MESSAGE_BYTES, 100 * MAX_MESSAGE_BYTES]) {
    const screen = await watch(people.nurse);
    screen.say("submit", { commandId: "synthetic-1", command: note(sessionId, "x".repeat(size)) });
    expect(["transport close", "transport error"]).toContain(await screen.closed());
  }
  const within = await watch(people.nurse);
  expect(await within.submit(note(sessionId, "x".repeat(MAX_MESSAGE_BYTES - 1_000)))).toMatchObject({
    rejected: { reason: "invalid", field: "command.text" },
  });
  expect(acceptedSeq(await other.submit(lookIn(sessionId)))).toBe(before + 1);
});

test("[WR8] every seq reaches every audience at once; the desk gets no free text, the wall no orders and no notes either", async () => {
  const { people, watch, seat } = room();
  const sessionId = await seat();
  const screens = {
    care: await watch(people.nurse),
    desk: await watch(people.desk),
    office: await watch(people.admin),
    wall: await watch(people.display),
  };
  const from = screens.care.store.haveSeq();
  const order = {
    kind: "signed",
    prescriber: people.clinician.id,
    route: "iv",
    mgPerKg: 0.5,
    weightKg: 80,
    mg: 40,
    minutes: 40,
    confirmed: false,
  } as const;
  const set = fullSet(sessionId);
  for (const [who, wish] of [
    [people.nurse, note(sessionId, "canary-note")],
    [people.clinician, { type: "record-order", sessionId, order }],
    [people.nurse, { type: "record-gate-item", sessionId, item: "consent", answer: "not-done", text: "canary-gate" }],
    [people.nurse, set],
    [
      people.nurse,
      {
        type: "strike-observation",
        sessionId,
        observationId: set.observationId,
        reason: { code: "other", text: "canary-reason" },
      },
    ],
    [people.clinician, { type: "give-clearance", sessionId, why: { code: "other", text: "canary-why" } }],
  ] as const)
    acceptedSeq(await who.submit(wish));
  const last = from + 6;
  for (const screen of Object.values(screens)) {
    await screen.has(last);
    expect(screen.seqs()).toEqual(upTo(last, from));
  }
  const text = (name: keyof typeof screens): string => JSON.stringify(screens[name].all("events"));
  for (const canary of ["note", "gate", "reason", "why"]) {
    expect(text("care")).toContain(`canary-${canary}`);
    for (const name of ["desk", "office", "wall"] as const) expect(text(name)).not.toContain(`canary-${canary}`);
  }
  expect(text("desk")).toContain("order-placed");
  expect(
    screens.wall
      .all("events")
      .flatMap(({ events }) => events)
      .map(({ event }) => event.type),
  ).toEqual(["withheld", "withheld", "withheld", "observation-recorded", "observation-struck", "clearance-given"]);
  for (const [name, who] of [
    ["desk", people.desk],
    ["wall", people.display],
  ] as const) {
    const fresh = await watch(who);
    expect(JSON.stringify(fresh.all("snapshot"))).not.toContain("canary-");
    expect(fresh.store.clinic().sessions[sessionId]).toEqual(screens[name].store.clinic().sessions[sessionId]);
    if (name === "wall")
      expect(fresh.store.clinic().sessions[sessionId]).toMatchObject({
        orders: [],
        notes: [],
        gate: {},
        // A wall knows that a held pressure was cleared, or it would go on asking for it; not why.
        clearances: [{ why: { code: "other" } }],
      });
  }
});

test("[PR1] who is entering, which walls watch and which tablets hold unsent entries is told to all at the chairs and the desk", async () => {
  const { people, clinic, watch } = room();
  const [chairId] = clinic.chairs as [ChairId];
  const nurse = await watch({
    ...people.nurse,
    cookie: `${people.nurse.cookie}; chairside-device=tablet-of-the-nurse`,
  });
  const wall = await watch({
    ...people.display,
    cookie: `${people.display.cookie}; chairside-device=wall-of-the-room`,
  });
  const desk = await watch(people.desk);
  expect(await nurse.applied({ entering: chairId, unsent: 3, oldestUnsentS: 40 })).toEqual({
    now: expect.any(Number) as number,
    watching: 0,
  });
  const told = await desk.when(() =>
    desk.all("presence").find(({ entering, displays }) => entering.length > 0 && displays.length > 0),
  );
  expect(told).toMatchObject({
    entering: [{ person: people.nurse.id, chairId }],
    displays: ["wall-of-the-room"],
    unsent: [{ person: people.nurse.id, device: "tablet-of-the-nurse", count: 3, oldestS: 40 }],
  });
  expect(wall.all("presence")).toEqual([]);
  nurse.close();
  await desk.next("presence", ({ entering, unsent }) => entering.length === 0 && unsent.length === 0);
});

test("[PR2] it is told when it changed, and to whoever comes later; nothing is told twice", async () => {
  const { people, watch, clinic } = room();
  const [desk, nurse] = [await watch(people.desk), await watch(people.nurse)];
  await nurse.applied({ entering: clinic.chairs[1] as ChairId });
  await desk.next("presence", ({ entering }) => entering.length === 1);
  const late = await watch(people.clinician);
  expect(await late.next("presence")).toMatchObject({ entering: [{ chairId: clinic.chairs[1] }] });
  const told = late.all("presence").length;
  await late.next("beat");
  await late.next("beat");
  expect(late.all("presence")).toHaveLength(told);
});
