import type { Epoch, Seq } from "#shared/base/ids.ts";
import { seq } from "#shared/base/ids.ts";
import { EMPTY_CLINIC, type Clinic } from "#shared/clinic/clinic.ts";
import { evolve } from "#shared/clinic/evolve.ts";
import type { Events, Presence, Snapshot } from "#shared/wire/messages.ts";
import type { ServerMessage } from "./serverMessage.ts";

const NOBODY: Presence = { entering: [], displays: [], unsent: [], delivered: [] };

/** What this screen knows of its clinic: the same fold of the same events as the server's. */
export interface ClinicStore {
  readonly clinic: () => Clinic;
  readonly presence: () => Presence;
  readonly subscribe: (listener: () => void) => () => void;
  readonly haveSeq: () => Seq;
  readonly epoch: () => Epoch | undefined;
  readonly receive: (message: ServerMessage) => "applied" | "gap" | "other-epoch";
}

export const createClinicStore = (): ClinicStore => {
  let clinic: Clinic = EMPTY_CLINIC;
  let presence = NOBODY;
  let epoch: Epoch | undefined;
  const listeners = new Set<() => void>();
  const changed = (): "applied" => {
    for (const listener of listeners) listener();
    return "applied";
  };

  const snapshot = (message: Snapshot): "applied" => {
    ({ clinic, epoch } = message);
    return changed();
  };

  /** SY4. What we have is nothing new. SY5. What does not follow what we have is a gap: nothing of it is applied. */
  const events = (message: Events): "applied" | "gap" | "other-epoch" => {
    if (epoch !== undefined && message.epoch !== epoch) return "other-epoch";
    const news = message.events.filter((recorded) => recorded.seq > clinic.seq);
    if (news[0] && news[0].seq !== clinic.seq + 1) return "gap";
    epoch = message.epoch;
    if (news.length === 0) return "applied";
    clinic = news.reduce(evolve, clinic);
    return changed();
  };

  const receive: ClinicStore["receive"] = (message) => {
    switch (message.type) {
      case "snapshot":
        return snapshot(message);
      case "events":
        return events(message);
      case "presence":
        presence = message;
        return changed();
      case "beat":
      case "goodbye":
        return "applied";
    }
  };

  return {
    clinic: () => clinic,
    presence: () => presence,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    haveSeq: () => seq(clinic.seq),
    epoch: () => epoch,
    receive,
  };
};
