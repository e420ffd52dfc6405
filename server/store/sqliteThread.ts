import type { Worker } from "node:worker_threads";
import { TryAgain } from "./eventLog.ts";
import type { FromWorker, Outcome, ReadName, Reads, ToWorker, Write, WriteName, Writes } from "./sqliteCalls.ts";

const MOST_WAITING = 10_000;
const MOST_IN_A_COMMIT = 1_000;

interface Asker {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}
interface WaitingWrite extends Asker {
  readonly write: Write;
}

/**
 * The main thread's end of the writer thread. SQ3: writes asked for in one turn of the event loop go as one batch; while
 * that commits, the next ones gather. SQ5: when the thread breaks or ends, `onFatal` hears of it once and nothing that
 * was asked is ever settled.
 */
export class SqliteThread {
  /** Transactions committed, and appends that were answered by them. */
  readonly stats = { commits: 0, appends: 0 };
  readonly #worker: Worker;
  readonly #onFatal: (error: Error) => void;
  readonly #exit = Promise.withResolvers<void>();
  readonly #reads = new Map<number, Asker>();
  #lastRead = 0;
  #gathered: WaitingWrite[] = [];
  #underWay: readonly WaitingWrite[] = [];
  #sending = false;
  #life: "open" | "closing" | "closed" | "broken" = "open";

  constructor(worker: Worker, onFatal: (error: Error) => void) {
    this.#worker = worker;
    this.#onFatal = onFatal;
    worker.on("message", (message: FromWorker) => this.#receive(message));
    worker.on("error", (error: Error) => this.#break(error.message));
    worker.on("exit", () => this.#exited());
  }

  read<Name extends ReadName>(name: Name, ...ask: Reads[Name]["ask"]): Promise<Reads[Name]["answer"]> {
    return this.#ask(this.#reads.size, (asker) => {
      this.#lastRead += 1;
      this.#reads.set(this.#lastRead, asker);
      this.#post({ kind: "read", id: this.#lastRead, read: { name, ask } });
    });
  }

  write<Name extends WriteName>(name: Name, ...ask: Writes[Name]["ask"]): Promise<Writes[Name]["answer"]> {
    return this.#ask(this.#gathered.length + this.#underWay.length, (asker) => {
      this.#gathered.push({ ...asker, write: { name, ask } });
      this.#sendSoon();
    });
  }

  /** What was asked before is still answered. */
  close(): Promise<void> {
    if (this.#life === "open") this.#life = "closing";
    this.#closeWhenIdle();
    return this.#exit.promise;
  }

  #ask<Answer>(waiting: number, send: (asker: Asker) => void): Promise<Answer> {
    if (this.#life === "broken") return new Promise(() => {});
    if (this.#life !== "open") return Promise.reject(new Error("the store is closed"));
    if (waiting >= MOST_WAITING) return Promise.reject(new TryAgain(`${MOST_WAITING} are waiting for the disk`));
    return new Promise((resolve, reject) => send({ resolve, reject }));
  }

  /** setImmediate: after every socket that had something to say in this turn, and without waiting for a timer. */
  #sendSoon(): void {
    if (this.#sending || this.#underWay.length > 0) return;
    this.#sending = true;
    setImmediate(() => this.#send());
  }

  #send(): void {
    this.#sending = false;
    if (this.#gathered.length === 0 || this.#underWay.length > 0) return;
    this.#underWay = this.#gathered.slice(0, MOST_IN_A_COMMIT);
    this.#gathered = this.#gathered.slice(MOST_IN_A_COMMIT);
    this.#post({ kind: "batch", writes: this.#underWay.map(({ write }) => write) });
  }

  #receive(message: FromWorker): void {
    switch (message.kind) {
      case "opened":
      case "refused":
        return; // heard by whoever opens
      case "answer":
        this.#answered(message.id, message.outcome);
        return;
      case "committed":
        this.#committed(message.outcomes);
        return;
      case "fatal":
        this.#break(message.reason);
        return;
    }
  }

  #answered(id: number, outcome: Outcome): void {
    settle(this.#reads.get(id), outcome);
    this.#reads.delete(id);
    this.#closeWhenIdle();
  }

  #committed(outcomes: readonly Outcome[]): void {
    const written = this.#underWay;
    this.#underWay = [];
    this.#send(); // the next batch is on its way before this one's askers run
    const done = written.filter((_, n) => "answer" in (outcomes[n] ?? {}));
    this.stats.commits += done.length > 0 ? 1 : 0;
    this.stats.appends += done.filter(({ write }) => write.name === "append").length;
    outcomes.forEach((outcome, n) => settle(written[n], outcome));
    this.#closeWhenIdle();
  }

  #closeWhenIdle(): void {
    const idle = this.#gathered.length + this.#underWay.length + this.#reads.size === 0;
    if (this.#life !== "closing" || !idle) return;
    this.#life = "closed";
    this.#post({ kind: "close" });
  }

  #exited(): void {
    if (this.#life !== "closed") this.#break("the writer thread ended");
    this.#exit.resolve();
  }

  #break(reason: string): void {
    if (this.#life === "broken") return;
    this.#life = "broken";
    void this.#worker.terminate();
    this.#onFatal(new Error(`the store is broken: ${reason}`));
  }

  #post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}

const settle = (asker: Asker | undefined, outcome: Outcome): void => {
  if (asker === undefined) return;
  if ("tryAgain" in outcome) asker.reject(new TryAgain(outcome.tryAgain));
  else if ("failed" in outcome) asker.reject(new Error(outcome.failed));
  else asker.resolve(outcome.answer as never); // the edge between the threads: the worker answers what was asked
};
