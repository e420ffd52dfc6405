import type { ClinicId } from "#shared/base/ids.ts";
import { seq } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import { EMPTY_CLINIC, STATE_VERSION, type Clinic } from "#shared/clinic/clinic.ts";
import type { Recorded } from "#shared/clinic/events.ts";
import { evolve } from "#shared/clinic/evolve.ts";
import { readRecorded } from "#shared/clinic/upcast.ts";
import { foldSession } from "#shared/session/fold.ts";
import type { SubmitReply } from "#shared/wire/messages.ts";
import { TryAgain, type EventLog, type LogLine } from "#server/store/eventLog.ts";
import { decideBatch } from "./batch.ts";
import { loadClinic } from "./load.ts";
import { bodyHashOf, sessionNamedBy, type Job, type Prepared, type Wish } from "./job.ts";

export interface LaneOptions {
  readonly clinicId: ClinicId;
  readonly log: EventLog;
  readonly now: () => Instant;
  /** Called in order, once for each committed batch, before anything later is looked at. */
  readonly publish: (events: readonly Recorded[]) => void;
  /** A failure of the world or a defect of ours, for the log; it holds no patient data. */
  readonly report: (what: string, error: unknown) => void;
}

/** Bounds of one clinic's lane. */
const MOST_WAITING = 1_000;
const MOST_IN_BATCH = 256;
const MOST_TRIES = 5;
const RECENT_EVENTS = 1_000;
const CHECKPOINT_EVERY = 200;

/**
 * One clinic, one thing at a time: everything that waits is decided in turn on a working copy, appended as one batch,
 * then answered, then published. Looking (a newcomer's catch-up) is a job in the same queue, so nothing falls between
 * catching up and live. Nothing else appends.
 */
export class Lane {
  readonly #options: LaneOptions;
  #clinic: Clinic = EMPTY_CLINIC;
  #recent: readonly Recorded[] = [];
  #jobs: Job[] = [];
  #looks: { readonly after: number; readonly look: () => void }[] = [];
  #taken = 0;
  #running = false;
  #broken = false;
  #checkpointAt = 0;

  private constructor(options: LaneOptions) {
    this.#options = options;
  }

  /** LA8. Folds the checkpoint and what came after it; the state is the log's and nothing else. */
  static async open(options: LaneOptions): Promise<Lane> {
    const lane = new Lane(options);
    await lane.#load();
    return lane;
  }

  /** The last committed state. */
  get clinic(): Clinic {
    return this.#clinic;
  }

  /** LA7. Answered when it is on disk, refused, or cannot be said; a full lane says try again at once. */
  submit(wish: Wish): Promise<SubmitReply> {
    if (this.#jobs.length >= MOST_WAITING) return Promise.resolve({ failed: "try-again" });
    return new Promise((reply) => {
      this.#jobs.push({ ...wish, reply });
      this.#run();
    });
  }

  /** LA5. Runs between two batches, after all that was asked before it: what it sees and what is published next leave no gap. */
  look<Answer>(look: (clinic: Clinic, recent: readonly Recorded[]) => Answer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const run = (): void => {
        try {
          resolve(look(this.#clinic, this.#recent));
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      this.#looks.push({ after: this.#taken + this.#jobs.length, look: run });
      this.#run();
    });
  }

  #run(): void {
    if (this.#running) return;
    this.#running = true;
    // A turn of the loop lets all that arrived together go into one batch; nobody waits for a timer.
    setImmediate(() => void this.#drain());
  }

  async #drain(): Promise<void> {
    while (this.#jobs.length > 0 || this.#looks.length > 0) {
      while (this.#looks[0] && this.#looks[0].after <= this.#taken) this.#looks.shift()?.look();
      const until = this.#looks[0] ? this.#looks[0].after - this.#taken : MOST_IN_BATCH;
      const jobs = this.#jobs.splice(0, Math.min(until, MOST_IN_BATCH));
      this.#taken += jobs.length;
      if (jobs.length > 0) await this.#handle(jobs);
    }
    this.#running = false;
  }

  /** LA4, LA6. Prepare, decide, append, answer, publish; whatever fails, the state is what the log says. */
  async #handle(jobs: readonly Job[]): Promise<void> {
    try {
      if (this.#broken) await this.#load();
      const answers = await this.#commit(jobs);
      for (const { job, answer } of answers) job.reply(answer);
    } catch (error) {
      // TryAgain wrote nothing, so the state is as good as it was before; after anything else it is rebuilt before the next job.
      const putOff = error instanceof TryAgain;
      if (!putOff) this.#broken = true;
      this.#options.report(putOff ? "commit put off" : "lane rebuilt", error);
      for (const job of jobs) job.reply({ failed: "try-again" });
    }
  }

  async #commit(jobs: readonly Job[]) {
    const { clinicId, log, now, publish, report } = this.#options;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const prepared = await Promise.all(jobs.map((job) => this.#prepare(job)));
      const decided = decideBatch(clinicId, this.#clinic, prepared, now());
      for (const defect of decided.defects) report("command not decided", defect);
      if (decided.entries.length === 0) return decided.answers;
      const result = await log.append(clinicId, seq(this.#clinic.seq), decided.entries);
      if ("appended" in result) {
        this.#advance(decided.clinic, decided.events);
        // Replies are settled before the batch is published, but both in this turn: no reader can get between.
        for (const { job, answer } of decided.answers) job.reply(answer);
        publish(decided.events);
        this.#checkpoint(result.appended.chain);
        return [];
      }
      await this.#catchUp();
    }
    throw new TryAgain("other writers were faster five times");
  }

  /** Another process has written: apply and publish what it wrote. */
  async #catchUp(): Promise<void> {
    const { clinicId, log, publish } = this.#options;
    const lines = await log.read(clinicId, seq(this.#clinic.seq), RECENT_EVENTS);
    const events = lines.map(recordedOf).filter(({ seq: at }) => at > this.#clinic.seq);
    if (events.length === 0) return;
    this.#advance(events.reduce(evolve, this.#clinic), events);
    publish(events);
  }

  async #prepare(job: Job): Promise<Prepared> {
    const { clinicId, log } = this.#options;
    const { commandId, command } = job;
    const named = sessionNamedBy(command);
    const [earlier, lines] = await Promise.all([
      log.replyTo(clinicId, commandId),
      named !== undefined && !(named in this.#clinic.sessions) ? log.readSession(clinicId, named) : [],
    ]);
    return { job, bodyHash: bodyHashOf(command), earlier, recalled: foldSession(lines.map(recordedOf)) };
  }

  async #load(): Promise<void> {
    const { clinic, recent, checkpointAt } = await loadClinic(this.#options.log, this.#options.clinicId);
    const missed = recent.filter((recorded) => recorded.seq > this.#clinic.seq);
    const first = this.#clinic.seq === 0;
    this.#clinic = clinic;
    this.#recent = recent.slice(-RECENT_EVENTS);
    this.#checkpointAt = checkpointAt;
    this.#broken = false;
    if (!first && missed.length > 0) this.#options.publish(missed); // committed after all: the watchers have not had them
  }

  #advance(clinic: Clinic, events: readonly Recorded[]): void {
    this.#clinic = clinic;
    this.#recent = [...this.#recent, ...events].slice(-RECENT_EVENTS);
  }

  /** ME2. Written off the commit path; losing one costs time at the next start and nothing else. */
  #checkpoint(chain: string): void {
    const clinic = this.#clinic;
    if (clinic.seq < this.#checkpointAt + CHECKPOINT_EVERY) return;
    this.#checkpointAt = clinic.seq;
    const checkpoint = { seq: seq(clinic.seq), stateVersion: STATE_VERSION, chain, state: JSON.stringify(clinic) };
    this.#options.log
      .saveCheckpoint(this.#options.clinicId, checkpoint)
      .catch((error: unknown) => this.#options.report("checkpoint not written", error));
  }
}

const recordedOf = (line: LogLine): Recorded => readRecorded(line.body, line);
