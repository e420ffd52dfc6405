import type { ChairId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import { Connection } from "./connection.ts";
import type { ConnectionOptions } from "./connectionOptions.ts";
import { machineClocks } from "./linkClock.ts";
import type { Inbox, LinkMessage, ParseMessage } from "./messages.ts";
import { Outbox, type OutboxOptions, type Timers } from "./outbox.ts";
import { fallingBack } from "./fallingBack.ts";
import type { OutboxStorage } from "./outboxStorage.ts";
import { onPageShown } from "./pageShown.ts";
import { createServerClock } from "./serverClock.ts";
import { startWitness } from "./witness.ts";

/** A screen's link to its clinic: the socket, and what still has to go through it. */
export interface ClinicLink<Command, Rejection> {
  readonly connection: Pick<Connection, "view" | "subscribe" | "onVouched" | "now" | "nowWhileLive" | "reopen">;
  readonly outbox: Outbox<Command, Rejection>;
  readonly close: () => void;
}

export interface LinkOptions<Command, Rejection, Message extends LinkMessage> extends Pick<
  OutboxOptions<Command, Rejection>,
  "asks" | "hangsOn" | "leaves"
> {
  readonly wire: number;
  readonly clinicId: string;
  readonly inbox: Inbox<Message>;
  readonly parse: ParseMessage<Message>;
  /** Where entries lie on this device; where it refuses, they lie in the page. */
  readonly storage: OutboxStorage<Command, Rejection>;
  /** What the person at this tablet is entering just now, if anything. */
  readonly entering?: () => ChairId | undefined;
  readonly url?: string;
  readonly socket?: NonNullable<ConnectionOptions<Message>["socket"]>;
}

/** The real clocks, timers and chance of the browser come in here and nowhere else in the client. */
export const openLink = <Command, Rejection, Message extends LinkMessage>(
  options: LinkOptions<Command, Rejection, Message>,
): ClinicLink<Command, Rejection> => {
  const { entering, storage, asks, hangsOn, leaves, ...wiring } = options;
  const clock = createServerClock((): Instant => machineClocks.wall());
  const outbox: Outbox<Command, Rejection> = new Outbox<Command, Rejection>({
    storage: fallingBack(storage, timers),
    send: (commandId, command) => connection.submit(commandId, command),
    now: () => connection.now(),
    timers,
    random: () => Math.random(),
    ...(asks && { asks }),
    ...(hangsOn && { hangsOn }),
    ...(leaves && { leaves }),
  });
  const report = () => ({ ...outbox.unsent(), ...(entering && { entering: entering() }) });
  const connection = new Connection<Message>({ ...wiring, clock, clocks: machineClocks, report, onPageShown });
  connection.onOpen(() => outbox.retryNow());
  const witness = startWitness(connection.unwitnessed);
  connection.subscribe(() => witness.tell(connection.view().live.state === "LIVE" ? "live" : "not-live"));
  connection.onVouched(() => witness.tell("vouched"));
  void outbox.open();
  const close = (): void => {
    outbox.close();
    witness.close();
    connection.close();
  };
  return { connection, outbox, close };
};

const timers: Timers = {
  set: (run, ms) => setTimeout(run, ms),
  clear: (timer) => clearTimeout(timer as number | undefined),
};
