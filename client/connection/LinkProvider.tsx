import { createContext, useContext, useSyncExternalStore, type ReactNode } from "react";

import { assert } from "#shared/base/assert.ts";
import type { Instant } from "#shared/base/time.ts";
import type { LinkView } from "./connectionOptions.ts";
import type { ClinicLink } from "./link.ts";
import type { Live } from "./liveState.ts";
import type { Device, OutboxEntry } from "./outbox.ts";

/** As much of a link as is shown, whatever its commands are. */
interface AnyLink {
  readonly connection: ClinicLink<unknown, unknown>["connection"];
  readonly outbox: Pick<ClinicLink<unknown, unknown>["outbox"], "subscribe" | "entries" | "device">;
}

const LinkContext = createContext<AnyLink | undefined>(undefined);

export const LinkProvider = ({ link, children }: { readonly link: AnyLink; readonly children: ReactNode }) => (
  <LinkContext value={link}>{children}</LinkContext>
);

export const useLinkView = (): LinkView => {
  const { connection } = useLink();
  return useSyncExternalStore(connection.subscribe, connection.view);
};

export const useLive = (): Live => useLinkView().live;

/** What waits on this device, in order. */
export const useOutbox = (): readonly OutboxEntry<unknown, unknown>[] => {
  const { outbox } = useLink();
  return useSyncExternalStore(outbox.subscribe, outbox.entries);
};

/** What the device says of itself: whether it keeps entries, and what lies on it that this page cannot send. */
export const useDevice = (): Device => {
  const { outbox } = useLink();
  return useSyncExternalStore(outbox.subscribe, outbox.device);
};

/**
 * The clinic's time in whole steps. It stands still while the screen is not LIVE, because an age or a countdown on old
 * facts would be a lie; `always` is for the header's clock and for the timers that this tablet's own nurse started.
 */
export const useNow = (stepMs: number, { always = false }: { readonly always?: boolean } = {}): Instant => {
  const { connection } = useLink();
  const now = always ? connection.now : connection.nowWhileLive;
  return useSyncExternalStore(everyQuarter, () => Math.floor(now() / stepMs) * stepMs);
};

/** Called by each beat that leaves the screen LIVE. */
export const useOnVouched = (): ((listener: () => void) => () => void) => useLink().connection.onVouched;

const useLink = (): AnyLink => {
  const link = useContext(LinkContext);
  assert(link !== undefined, "a page outside LinkProvider");
  return link;
};

const LOOK_MS = 250;

const everyQuarter = (look: () => void): (() => void) => {
  const timer = setInterval(look, LOOK_MS);
  return () => clearInterval(timer);
};
