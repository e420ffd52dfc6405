import type { Instant } from "#shared/base/time.ts";
import type { KeptEntry, OutboxStorage } from "./outboxStorage.ts";

/** `sending`: on its way. `not-sent`: kept here and tried again. `refused`: answered with a no that a person must read. */
export interface OutboxEntry<Command, Rejection> extends KeptEntry<Command> {
  readonly state: "sending" | "not-sent" | "refused";
  readonly tries: number;
  readonly rejection?: Rejection;
}

export type Accepted = { readonly accepted: { readonly seq: number } };
export type Answer<Rejection> = Accepted | { readonly rejected: Rejection };
export type SubmitReply<Rejection> = Answer<Rejection> | { readonly failed: "try-again" };

export interface Timers {
  readonly set: (run: () => void, ms: number) => unknown;
  readonly clear: (timer: unknown) => void;
}

export interface OutboxOptions<Command, Rejection> {
  readonly storage: OutboxStorage<Command>;
  /** One attempt. It throws when nothing came back: then nobody knows, and the same id is sent again. */
  readonly send: (commandId: string, command: Command) => Promise<SubmitReply<Rejection>>;
  readonly now: () => Instant;
  readonly timers: Timers;
  readonly random: () => number;
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

/** OB1-OB12. Entries leave in the order in which they were made, one at a time, each kept until it is answered. */
export class Outbox<Command, Rejection> {
  readonly #options: OutboxOptions<Command, Rejection>;
  readonly #listeners = new Set<() => void>();
  readonly #answers = new Map<string, PromiseWithResolvers<Answer<Rejection>>>();
  #entries: readonly OutboxEntry<Command, Rejection>[] = [];
  /** True while loading, and while an entry is on its way or being settled: the next one waits for that. */
  #busy = true;
  #retry: unknown;
  #closed = false;

  constructor(options: OutboxOptions<Command, Rejection>) {
    this.#options = options;
  }

  /** What was kept before this page was loaded goes first. */
  async open(): Promise<void> {
    const kept = await this.#options.storage.load();
    this.#show([...kept.map((entry) => ({ ...entry, state: "not-sent", tries: 0 }) as const), ...this.#entries]);
    this.#busy = false;
    void this.#pump();
  }

  /** OB1. Resolves once the entry is kept on this device, before any network; "full" keeps nothing. */
  async add(commandId: string, command: Command): Promise<"kept" | "full"> {
    if (this.#find(commandId)) return "kept";
    if (this.#entries.length >= OUTBOX_LIMIT) return "full";
    const entry = { commandId, command, addedAt: this.#options.now() };
    this.#show([...this.#entries, { ...entry, state: "not-sent", tries: 0 }]);
    await this.#keep(entry);
    void this.#pump();
    return "kept";
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

  /** OB9. A person has read the refusal. */
  async setAside(commandId: string): Promise<void> {
    if (this.#find(commandId)?.state === "refused") await this.#forget(commandId);
  }

  /** A new array with every change, never changed in place. */
  entries = (): readonly OutboxEntry<Command, Rejection>[] => this.#entries;

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

  async #pump(): Promise<void> {
    const next = this.#entries.find(({ state }) => state !== "refused");
    if (!next || this.#busy || this.#retry !== undefined || this.#closed) return;
    this.#busy = true;
    const entry = { ...next, state: "sending", tries: next.tries + 1 } as const;
    this.#change(entry);
    await this.#settle(entry, await this.#attempt(entry));
    this.#busy = false;
    void this.#pump();
  }

  /** A send that throws and one that never comes back are the same: unanswered. */
  #attempt({ commandId, command }: KeptEntry<Command>): Promise<SubmitReply<Rejection>> {
    const { send, timers } = this.#options;
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
    if ("rejected" in reply) this.#change({ ...entry, state: "refused", rejection: reply.rejected });
    else await this.#forget(entry.commandId);
    this.#answers.get(entry.commandId)?.resolve(reply);
    this.#answers.delete(entry.commandId);
  }

  #wait(entry: OutboxEntry<Command, Rejection>): void {
    this.#change({ ...entry, state: "not-sent" });
    this.#retry = this.#options.timers.set(() => this.retryNow(), retryDelayMs(entry.tries, this.#options.random()));
  }

  async #keep(entry: KeptEntry<Command>): Promise<void> {
    try {
      await this.#options.storage.put(entry);
    } catch (cause) {
      this.#drop(entry.commandId); // what could not be kept must not look kept
      throw cause;
    }
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
