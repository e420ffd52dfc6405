import type { ManagerOptions, SocketOptions } from "socket.io-client";

import type { Goodbye } from "#shared/wire/messages.ts";
import type { LinkTime, MachineClocks } from "./linkClock.ts";
import type { Live } from "./liveState.ts";
import type { Inbox, LinkMessage, ParseMessage, Report } from "./messages.ts";
import type { Away } from "./pageShown.ts";
import type { ServerClock } from "./serverClock.ts";

export interface ConnectionOptions<Message extends LinkMessage> {
  readonly wire: number;
  readonly clinicId: string;
  readonly inbox: Inbox<Message>;
  readonly parse: ParseMessage<Message>;
  readonly clock: ServerClock;
  readonly clocks: MachineClocks;
  readonly report: () => Report;
  readonly onPageShown: (shown: (was: Away) => void) => () => void;
  /** Only tests name another origin or send their own headers. */
  readonly url?: string;
  readonly socket?: Partial<ManagerOptions & SocketOptions>;
}

/** How the link stands; a new object only when something that is shown has changed. */
export interface LinkView {
  readonly live: Live;
  /** The build that the server runs; another one than ours means: reload when idle. */
  readonly build?: string;
  /** Since when, on the link clock, the server has said that no other screen watches; undefined while one does, or nobody knows. */
  readonly aloneSince?: LinkTime;
  /** Why the server ended it. */
  readonly goodbye?: Goodbye["reason"];
  /** The server would not even begin: not signed in, as a rule. In its own words. */
  readonly refused?: string;
}

/** Never gives up; each wait is spread, so that sixty screens do not come back at once. */
export const SOCKET: Partial<ManagerOptions & SocketOptions> = {
  transports: ["websocket"],
  withCredentials: true,
  reconnection: true,
  reconnectionAttempts: Infinity,
  reconnectionDelay: 600,
  reconnectionDelayMax: 3_000,
  randomizationFactor: 0.5,
  timeout: 5_000,
};
