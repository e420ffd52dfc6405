import type { Instant } from "#shared/base/time.ts";
import type { Found, KeptEntry, OutboxStorage, Where } from "./outboxStorage.ts";

/**
 * `sending`: on its way. `not-sent`: kept here and tried again. `held`: a person says first whether it is a double.
 * `refused`: answered with a no that a person must read.
 */
export interface OutboxEntry<Command, Rejection> extends KeptEntry<Command, Rejection> {
  readonly state: "sending" | "not-sent" | "held" | "refused";
  readonly tries: number;
  readonly where: Where;
  /** It could not go when it was made: meanwhile others may have written the same. */
  readonly waited: boolean;
  /** A person has said that it is no double. */
  readonly cleared?: boolean;
}

/** What the device itself says, besides the entries that this page sends. */
export type Device = Pick<Found<unknown, unknown>, "where" | "unreadable" | "others">;

export type Accepted = { readonly accepted: { readonly seq: number } };
export type Answer<Rejection> = Accepted | { readonly rejected: Rejection };
export type SubmitReply<Rejection> = Answer<Rejection> | { readonly failed: "try-again" };

export interface Timers {
  readonly set: (run: () => void, ms: number) => unknown;
  readonly clear: (timer: unknown) => void;
}

export interface OutboxOptions<Command, Rejection> {
  readonly storage: OutboxStorage<Command, Rejection>;
  /** One attempt. It throws when nothing came back: then nobody knows, and the same id is sent again. */
  readonly send: (commandId: string, command: Command) => Promise<SubmitReply<Rejection>>;
  readonly now: () => Instant;
  readonly timers: Timers;
  readonly random: () => number;
  /** OB17. Whether a person is asked before this one goes. */
  readonly asks?: (entry: OutboxEntry<Command, Rejection>) => boolean;
  /** Hears of each one that goes out. */
  readonly leaves?: (command: Command) => void;
  /** Whether the one is about what the other says: it cannot go before it. */
  readonly hangsOn?: (command: Command, held: Command) => boolean;
}

/** More than a day's entries of one nurse; beyond it the tablet says so instead of growing. */
export const OUTBOX_LIMIT = 500;
/** Long enough for a busy server, short enough for a nurse who waits beside the chair. */
export const SEND_TIMEOUT_MS = 8_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/** OB6. 1, 2, 4 ... 30 s, each give or take a quarter, so that tablets do not come back in step. */
export const retryDelayMs = (tries: number, random: number): number =>
  Math.min(FIRST_RETRY_MS * 2 ** (tries - 1), LONGEST_RETRY_MS) * (0.75 + random / 2);

/** OB1-OB18. Entries leave in the order in which they were made, one at a time, each kept until it is answered. */
export class Outbox<Command, Rejection> {
  readonly #options: OutboxOptions<Command, Rejection>;
  readonly #listeners = new Set<() => void>();
  readonly #answers = new Map<string, PromiseWithResolvers<Answer<Rejection>>>();
  #entries: readonly OutboxEntry<Command, Rejection>[] = [];
  #device: Device = { where: "device", unreadable: [], others: [] };
  /** What is kept is kept one after the other, so that the order on the device is the order of the person. */
  #keeping: Promise<unknown> = Promise.resolve();
  /** True while loading, and while an entry is on its way or being settled: the next one waits for that. */
  #busy = true;
  #retry: unknown;
  #closed = false;

  constructor(options: OutboxOptions<Command, Rejection>) {
    this.#options = options;
  }

  /** OB11. What was kept before this page was loaded goes first. */
  open(): Promise<void> {
    const opened = this.#load();
    this.#keeping = opened.catch(() => undefined);
    return opened;
  }

  /** OB1. Resolves once the entry is kept on this device, before any network; "full" keeps nothing. */
  add(commandId: string, command: Command): Promise<"kept" | "full"> {
    const entry = { commandId, command, addedAt: this.#options.now() };
    const kept = this.#keeping.then(() => this.#keep(entry));
    this.#keeping = kept.catch(() => undefined); // whoever added it hears of it; the next one is kept all the same
    return kept;
  }

  /** The server's answer to an entry, whenever it comes. Ask before adding: an answer is given once. */
  answer(commandId: string): Promise<Answer<Rejection>> {
    const asked = this.#answers.get(commandId) ?? Promise.withResolvers<Answer<Rejection>>();
    this.#answers.set(commandId, asked);
    return asked.promise;
  }

  /** OB7. The link is back: what waits is tried at once. */
  retryNow(): void {
    if (this.#retry !== undefined) this.#options.timers.clear(this.#retry);
    this.#retry = undefined;
    void this.#pump();
  }

  /** OB9, OB17, OB18. A person has read the refusal, has said that it is there already, or gives up what cannot be read. */
  async setAside(commandId: string): Promise<void> {
    const unreadable = this.#device.unreadable.filter((entry) => entry.commandId !== commandId);
    const state = this.#find(commandId)?.state;
    if (unreadable.length === this.#device.unreadable.length && state !== "refused" && state !== "held") return;
    this.#device = { ...this.#device, unreadable };
    await this.#forget(commandId);
    void this.#pump();
  }

  /** OB17. Something became known: what is held may be a double no longer. */
  lookAgain(): void {
    if (this.#entries.some(({ state }) => state === "held")) void this.#pump();
  }

  /** OB17. A person has said that it is no double: it goes. */
  clear(commandId: string): void {
    const entry = this.#find(commandId);
    if (entry?.state !== "held") return;
    this.#change({ ...entry, state: "not-sent", cleared: true });
    void this.#pump();
  }

  /** A new array with every change, never changed in place. */
  entries = (): readonly OutboxEntry<Command, Rejection>[] => this.#entries;

  /** A new object with every change. */
  device = (): Device => this.#device;

  /** Kept here and without an answer; of a refused one nothing will ever be sent. */
  unsent(): { readonly unsent: number; readonly oldestUnsentS: number } {
    const waiting = this.#entries.filter(({ state }) => state !== "refused");
    const oldest = waiting[0]?.addedAt;
    const ageMs = oldest === undefined ? 0 : Math.max(0, this.#options.now() - oldest);
    return { unsent: waiting.length, oldestUnsentS: Math.floor(ageMs / 1_000) };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  close(): void {
    this.#closed = true;
    this.#options.timers.clear(this.#retry);
  }

  async #load(): Promise<void> {
    const { entries, ...device } = await this.#options.storage.load();
    this.#device = device;
    const { where } = device;
    const found = entries.map((entry) => ({
      ...entry,
      state: entry.rejection === undefined ? ("not-sent" as const) : ("refused" as const),
      tries: 0,
      where,
      waited: true,
    }));
    this.#show([...found, ...this.#entries]);
    this.#busy = false;
    void this.#pump();
  }

  async #keep(entry: KeptEntry<Command, Rejection>): Promise<"kept" | "full"> {
    if (this.#find(entry.commandId)) return "kept";
    if (this.#entries.length >= OUTBOX_LIMIT) return "full";
    const where = await this.#options.storage.put(entry);
    if (where === "full") return "full";
    if (where !== this.#device.where) this.#device = { ...this.#device, where };
    const waited = this.#retry !== undefined;
    this.#show([...this.#entries, { ...entry, state: "not-sent", tries: 0, where, waited }]);
    void this.#pump();
    return "kept";
  }

  async #pump(): Promise<void> {
    if (this.#busy || this.#retry !== undefined || this.#closed) return;
    const next = this.#next();
    if (!next) return;
    this.#busy = true;
    const entry = { ...next, state: "sending", tries: next.tries + 1 } as const;
    this.#change(entry);
    await this.#settle(entry, await this.#attempt(entry));
    this.#busy = false;
    void this.#pump();
  }

  /** OB17. The first one that waits for nobody's answer. What is held holds what hangs on it, and nothing else. */
  #next(): OutboxEntry<Command, Rejection> | undefined {
    const { asks = never, hangsOn = never } = this.#options;
    const held: OutboxEntry<Command, Rejection>[] = [];
    const looked = this.#entries.map((entry) => {
      if (entry.state === "refused") return entry;
      const asked = entry.waited && !entry.cleared && asks(entry);
      const waits = asked || held.some(({ command }) => hangsOn(entry.command, command));
      if (waits) held.push(entry);
      const state = waits ? ("held" as const) : ("not-sent" as const);
      return entry.state === state ? entry : { ...entry, state };
    });
    if (looked.some((entry, index) => entry !== this.#entries[index])) this.#show(looked);
    return looked.find(({ state }) => state === "not-sent");
  }

  /** A send that throws and one that never comes back are the same: unanswered. */
  #attempt({ commandId, command }: KeptEntry<Command, Rejection>): Promise<SubmitReply<Rejection>> {
    const { send, timers, leaves } = this.#options;
    leaves?.(command);
    return new Promise((resolve) => {
      const giveUp = (): void => resolve({ failed: "try-again" });
      const late = timers.set(giveUp, SEND_TIMEOUT_MS);
      void send(commandId, command)
        .then(resolve, giveUp)
        .finally(() => timers.clear(late));
    });
  }

  async #settle(entry: OutboxEntry<Command, Rejection>, reply: SubmitReply<Rejection>): Promise<void> {
    if (this.#closed) return;
    if ("failed" in reply) return this.#wait(entry);
    if ("rejected" in reply) await this.#refuse(entry, reply.rejected);
    else await this.#forget(entry.commandId);
    this.#answers.get(entry.commandId)?.resolve(reply);
    this.#answers.delete(entry.commandId);
  }

  /** OB16. The no is kept with the entry: after a reload it is still to be read. */
  async #refuse(entry: OutboxEntry<Command, Rejection>, rejection: Rejection): Promise<void> {
    const { commandId, command, addedAt } = entry;
    await this.#options.storage.put({ commandId, command, addedAt, rejection }).catch(() => undefined); // sent again after a reload, it is refused again
    this.#change({ ...entry, state: "refused", rejection });
  }

  /** What stands behind it has waited too. */
  #wait(entry: OutboxEntry<Command, Rejection>): void {
    this.#show(this.#entries.map((one) => ({ ...one, waited: true })));
    this.#change({ ...entry, state: "not-sent", waited: true });
    this.#retry = this.#options.timers.set(() => this.retryNow(), retryDelayMs(entry.tries, this.#options.random()));
  }

  async #forget(commandId: string): Promise<void> {
    await this.#options.storage.remove(commandId).catch(() => undefined); // sent again after a reload, it gets the same answer
    this.#drop(commandId);
  }

  #drop(commandId: string): void {
    this.#show(this.#entries.filter((entry) => entry.commandId !== commandId));
  }

  #find(commandId: string): OutboxEntry<Command, Rejection> | undefined {
    return this.#entries.find((entry) => entry.commandId === commandId);
  }

  #change(changed: OutboxEntry<Command, Rejection>): void {
    this.#show(this.#entries.map((entry) => (entry.commandId === changed.commandId ? changed : entry)));
  }

  #show(entries: readonly OutboxEntry<Command, Rejection>[]): void {
    this.#entries = entries;
    for (const listener of this.#listeners) listener();
  }
}

const never = (): boolean => false;
