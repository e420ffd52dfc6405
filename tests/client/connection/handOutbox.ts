import { Outbox, type OutboxOptions, type SubmitReply } from "#client/connection/outbox.ts";
import { memoryOutboxStorage, type OutboxStorage } from "#client/connection/outboxStorage.ts";

type Reply = SubmitReply<{ reason: string }>;

/** Timers that fire by hand. */
export const handTimers = () => {
  const waiting = new Map<number, { run: () => void; ms: number }>();
  let made = 0;
  const set = (run: () => void, ms: number): number => {
    waiting.set(++made, { run, ms });
    return made;
  };
  const clear = (timer: unknown): void => void waiting.delete(timer as number);
  const delays = (): number[] => [...waiting.values()].map(({ ms }) => ms);
  const fire = (ms: number): void => {
    const [timer, { run }] = [...waiting].find(([, entry]) => entry.ms === ms) ?? [0, { run: () => undefined }];
    waiting.delete(timer);
    run();
  };
  return { set, clear, delays, fire };
};

/** A server that answers when it is told to. */
const handServer = () => {
  const sent: string[] = [];
  const open: { reply: (reply: Reply) => void; fail: () => void }[] = [];
  const send = (commandId: string): Promise<Reply> =>
    new Promise((reply, reject) => {
      sent.push(commandId);
      open.push({ reply, fail: () => reject(new Error("the link is closed")) });
    });
  return { sent, send, next: () => open.shift() ?? { reply: () => undefined, fail: () => undefined } };
};

export const turn = async (): Promise<void> => {
  for (let step = 0; step < 12; step += 1) await Promise.resolve();
};

export type Storage = OutboxStorage<string, { reason: string }>;

/** The real outbox before that server, opened. */
export const openOutbox = async (
  storage: Storage = memoryOutboxStorage(),
  more: Partial<OutboxOptions<string, { reason: string }>> = {},
) => {
  const timers = handTimers();
  const server = handServer();
  const machine = { now: 0 };
  const outbox = new Outbox<string, { reason: string }>({
    storage,
    send: server.send,
    now: () => machine.now,
    timers,
    random: () => 0.5,
    ...more,
  });
  await outbox.open();
  const states = (): string[] => outbox.entries().map(({ commandId, state }) => `${commandId} ${state}`);
  return { outbox, timers, server, machine, states, storage };
};

export const ACCEPTED: Reply = { accepted: { seq: 7 } };
