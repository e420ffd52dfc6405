import { io, type Socket } from "socket.io-client";

import type { Instant } from "#shared/base/time.ts";
import { AppliedReply, SubmitReply } from "#shared/wire/messages.ts";
import { SOCKET, type ConnectionOptions, type LinkView } from "./connectionOptions.ts";
import { createSlipWatch, WAKE_SLIP_MS } from "./linkClock.ts";
import { judge, newLink, observe, wantsFreshSocket, wantsHello, type Link, type LinkEvent } from "./liveState.ts";
import { FINAL, MESSAGE_TYPES, type LinkMessage } from "./messages.ts";
import type { SubmitReply as ReplyOf } from "./outbox.ts";

const TICK_MS = 250;
const APPLIED_EVERY_MS = 2_000;
const APPLIED_TIMEOUT_MS = 3_000;
/** A little more than the outbox waits: with it the library forgets an answer that nobody awaits, and fails when the socket closes. */
const SUBMIT_TIMEOUT_MS = 10_000;
const SERVER_HUNG_UP_RETRY_MS = { least: 300, most: 3_000 };

/** CN1-CN9. The one socket of a clinic's screen. What it knows is in `Link`; this class only hears, asks and tells. */
export class Connection<Message extends LinkMessage = LinkMessage> {
  readonly #options: ConnectionOptions<Message>;
  readonly #socket: Socket;
  readonly #listeners = new Set<() => void>();
  readonly #vouchers = new Set<() => void>();
  readonly #openers = new Set<() => void>();
  readonly #stops: (() => void)[] = [];
  #link: Link;
  /** The server has answered the hello of the socket that is open now: before that it takes no submit. */
  #greeted = false;
  #view: LinkView;
  #heldAt: Instant;

  constructor(options: ConnectionOptions<Message>) {
    this.#options = options;
    this.#link = newLink(options.clocks.link());
    this.#view = { live: judge(this.#link, options.clocks.link()) };
    this.#heldAt = this.now();
    this.#socket = io(options.url ?? "/", { ...SOCKET, ...options.socket, forceNew: true });
    this.#listen();
    this.#keepTime();
  }

  view = (): LinkView => this.#view;

  subscribe = (listener: () => void): (() => void) => join(this.#listeners, listener);

  /** Called by each beat and answer that leaves the screen LIVE: the dead man's switch is held down by this alone. */
  onVouched = (listener: () => void): (() => void) => join(this.#vouchers, listener);

  /** Called when a new socket takes submits. */
  onOpen = (listener: () => void): (() => void) => join(this.#openers, listener);

  /** The clinic's clock, whatever the link does. */
  now = (): Instant => this.#options.clock.now(this.#options.clocks.link());

  /** CN8. The clinic's clock, standing still while the screen is not LIVE: no countdown runs on old facts. */
  nowWhileLive = (): Instant => (this.#view.live.state === "LIVE" ? this.now() : this.#heldAt);

  /** One attempt for the outbox; it throws when there is no answer, and never waits in the socket's own buffer. */
  submit = async <Command, Rejection>(commandId: string, command: Command): Promise<ReplyOf<Rejection>> => {
    if (!this.#greeted) throw new Error("the link is closed");
    const reply: unknown = await this.#socket.timeout(SUBMIT_TIMEOUT_MS).emitWithAck("submit", { commandId, command });
    return SubmitReply.parse(reply) as ReplyOf<Rejection>;
  };

  /** CN12. Somebody has signed in again: what ended the link no longer holds. */
  reopen(): void {
    const { goodbye: _goodbye, refused: _refused, ...view } = this.#view;
    this.#show(view);
    this.#socket.connect();
  }

  /** LS12. The witness counted nothing that this screen's LIVE could rest on. */
  unwitnessed = (): void => this.#happened({ type: "unwitnessed" });

  close(): void {
    for (const stop of this.#stops) stop();
    this.#socket.disconnect();
  }

  #listen(): void {
    const socket = this.#socket;
    socket.on("connect", () => this.#opened());
    socket.on("disconnect", (reason) => this.#closed(reason));
    socket.on("connect_error", (error) => this.#refused(error));
    for (const type of MESSAGE_TYPES) socket.on(type, (body: unknown) => this.#hear(type, body));
  }

  #keepTime(): void {
    const slip = createSlipWatch(this.#options.clocks);
    const tick = setInterval(() => this.#tick(slip()), TICK_MS);
    const applied = setInterval(() => void this.#tellApplied(), APPLIED_EVERY_MS);
    const hidden = this.#options.onPageShown((was) =>
      was === "frozen" ? this.#woke(0) : this.#happened({ type: "shown" }),
    );
    this.#stops.push(
      () => clearInterval(tick),
      () => clearInterval(applied),
      hidden,
    );
  }

  #tick(slipMs: number): void {
    if (Math.abs(slipMs) > WAKE_SLIP_MS) this.#woke(slipMs);
    if (wantsFreshSocket(this.#link, this.#at())) this.#socket.io.engine.close();
    this.#judge();
  }

  /** CN6. What the old socket still holds was sent before the sleep, so only a new one can be believed. */
  #woke(slipMs: number): void {
    if (this.#socket.connected) this.#socket.io.engine.close();
    this.#happened({ type: "woke", sleptMs: Math.max(0, slipMs) });
  }

  #opened(): void {
    const { live, build } = this.#view;
    this.#show({ live, ...(build !== undefined && { build }) });
    this.#happened({ type: "opened" });
  }

  #closed(reason: string): void {
    this.#greeted = false;
    const { aloneSince: _unknown, ...view } = this.#view;
    this.#show(view);
    this.#happened({ type: "closed" });
    const final = this.#view.goodbye !== undefined && FINAL[this.#view.goodbye];
    // The library comes back by itself from everything but a server that hung up.
    if (reason === "io server disconnect" && !final) this.#comeBack();
  }

  #refused(error: Error): void {
    this.#show({ ...this.#view, refused: error.message });
    if (!this.#socket.active) this.#comeBack();
  }

  #comeBack(): void {
    const { least, most } = SERVER_HUNG_UP_RETRY_MS;
    const timer = setTimeout(() => this.#socket.connect(), least + Math.random() * (most - least));
    this.#stops.push(() => clearTimeout(timer));
  }

  #hear(type: LinkMessage["type"], body: unknown): void {
    const message = this.#options.parse(type, body);
    if (!message) return this.#happened({ type: "gap" }); // written for another build: what it said is missing here
    if ("now" in message) this.#hearTime(message.now);
    this.#take(message);
  }

  /** CN8. Until the server says its time the screen has only this machine's guess: that must not be what stands still. */
  #hearTime(now: Instant): void {
    const { clock } = this.#options;
    const first = !clock.known();
    clock.heard(now, this.#at());
    if (first) this.#heldAt = this.now();
  }

  #take(message: Message): void {
    switch (message.type) {
      case "snapshot":
      case "events":
        return this.#received(this.#options.inbox.receive(message));
      case "beat":
        return this.#beat(message);
      case "presence":
        return void this.#options.inbox.receive(message);
      case "goodbye":
        return this.#show({ ...this.#view, goodbye: message.reason });
    }
  }

  /** CN11. Events and snapshots come to who was let in: from the first one on, what waits here can go. */
  #received(result: "applied" | "gap" | "other-epoch"): void {
    if (!this.#greeted) {
      this.#greeted = true;
      for (const opener of this.#openers) opener();
    }
    if (result === "applied")
      this.#happened({ type: "applied", seq: this.#options.inbox.haveSeq() }, { vouches: true });
    else this.#happened({ type: "gap" });
  }

  #beat({ epoch, seq, now, build, log }: Extract<LinkMessage, { type: "beat" }>): void {
    const known = this.#options.inbox.epoch();
    if (known !== undefined && known !== epoch) this.#happened({ type: "gap" });
    this.#show({ ...this.#view, build });
    this.#happened({ type: "beat", seq, now, logOk: log === "ok" }, { vouches: true });
  }

  #happened(event: LinkEvent, { vouches }: { readonly vouches?: boolean } = {}): void {
    this.#link = observe(this.#link, event, this.#at());
    this.#judge();
    if (vouches && this.#view.live.state === "LIVE") for (const voucher of this.#vouchers) voucher();
  }

  #judge(): void {
    if (wantsHello(this.#link, this.#at()) && this.#socket.connected) this.#sayHello();
    const live = judge(this.#link, this.#at());
    if (live.state === "LIVE") this.#heldAt = this.now();
    this.#show({ ...this.#view, live });
  }

  #sayHello(): void {
    const { wire, clinicId, inbox } = this.#options;
    this.#link = observe(this.#link, { type: "asked" }, this.#at());
    const epoch = inbox.epoch();
    this.#socket.emit("hello", { wire, clinicId, haveSeq: inbox.haveSeq(), ...(epoch !== undefined && { epoch }) });
  }

  /** CN7. Confirms what has arrived, and measures the server's clock by the round trip. */
  async #tellApplied(): Promise<void> {
    if (!this.#socket.connected) return;
    const sentAt = this.#at();
    const body = { seq: this.#options.inbox.haveSeq(), ...this.#options.report() };
    try {
      const ack: unknown = await this.#socket.timeout(APPLIED_TIMEOUT_MS).emitWithAck("applied", body);
      const { now, watching } = AppliedReply.parse(ack);
      this.#options.clock.measured(now, sentAt, this.#at());
      this.#watched(watching);
    } catch {
      // no answer in time: the next one measures, and the beats say whether the link is alive
    }
  }

  /** CW4. The moment from which nobody else has watched; an answer that there is somebody ends it. */
  #watched(others: number): void {
    const { aloneSince = this.#at(), ...view } = this.#view;
    this.#show(others > 0 ? view : { ...view, aloneSince });
  }

  #show(view: LinkView): void {
    if (JSON.stringify(view) === JSON.stringify(this.#view)) return;
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }

  #at(): number {
    return this.#options.clocks.link();
  }
}

const join = (listeners: Set<() => void>, listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
