import { HOUR, type Instant } from "#shared/base/time.ts";
import type { PersonId } from "#shared/base/ids.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import type { EventOf } from "#shared/clinic/events.ts";
import type { Session } from "./session.ts";

/** A word of a prescriber that wants a signature: what, whose, and until when. */
export interface Unsigned {
  readonly what: EventOf<"cosigned">["what"];
  readonly prescriber: PersonId;
  readonly dueAt: Instant;
}

/** GA8. What was said and not signed yet, oldest first: verbal orders, and a verbal word that the patient may go. */
export const unsignedOf = (session: Session, protocol: Protocol | undefined): readonly Unsigned[] => {
  const within = (protocol?.gate.cosignWithinHours ?? 24) * HOUR;
  const orders = session.orders.flatMap(({ order, at, seq, cosigned }): Unsigned[] =>
    order.kind === "verbal" && !cosigned
      ? [{ what: { kind: "order", seq }, prescriber: order.prescriber, dueAt: at + within }]
      : [],
  );
  const word = session.verbalWords.find(({ cosigned }) => !cosigned);
  return word
    ? [...orders, { what: { kind: "fit-to-leave" }, prescriber: word.from, dueAt: word.at + within }]
    : orders;
};

/** When the first of them is due; nothing when all is signed. */
export const cosignDueAt = (session: Session, protocol: Protocol | undefined): Instant | undefined =>
  firstDue(unsignedOf(session, protocol));

export const firstDue = (unsigned: readonly Unsigned[]): Instant | undefined =>
  unsigned.map(({ dueAt }) => dueAt).toSorted((a, b) => a - b)[0];
