import type { Instant } from "#shared/base/time.ts";
import type { Event, EventOf, Recorded } from "#shared/clinic/events.ts";
import type { CheckId } from "#shared/protocol/protocol.ts";
import type { Outcome, Restriction } from "#shared/session/session.ts";

/** What a signature means, with all that its words need. */
export type Meaning =
  | { readonly kind: "fit" | "countersigned" | "witnessed" }
  | { readonly kind: "verbal"; readonly from: string }
  | { readonly kind: "cosigned"; readonly what: EventOf<"cosigned">["what"]["kind"] }
  | { readonly kind: "overridden"; readonly check: CheckId }
  | { readonly kind: "reminder"; readonly restriction: Restriction; readonly escort: "heard" | "not-present" }
  | { readonly kind: "handOut"; readonly language: "en" | "es" }
  | { readonly kind: "end"; readonly outcome: Outcome };

export interface Signature {
  readonly seq: number;
  readonly at: Instant;
  readonly by: string;
  readonly role: Recorded["role"];
  readonly meaning: Meaning;
  /** A fit-to-leave that something newer took back. */
  readonly voided: boolean;
}

/** RC4, RC8. Who signed what, when and as what, taken from the envelopes: a signature that was taken back stays, and says so. */
export const signatures = (events: readonly Recorded[]): readonly Signature[] =>
  events.flatMap(({ event, seq, at, by, role }) => {
    const meaning = meaningOf(event);
    return meaning ? [{ seq, at, by, role, meaning, voided: isVoided(meaning, seq, events) }] : [];
  });

const meaningOf = (event: Event): Meaning | undefined => {
  switch (event.type) {
    case "fit-to-leave-confirmed":
      return { kind: "fit" };
    case "fit-to-leave-countersigned":
      return event.verbalFrom === undefined ? { kind: "countersigned" } : { kind: "verbal", from: event.verbalFrom };
    case "cosigned":
      return { kind: "cosigned", what: event.what.kind };
    case "check-overridden":
      return { kind: "overridden", check: event.override.check };
    case "waste-witnessed":
      return { kind: "witnessed" };
    case "door-reminder-acknowledged":
      return { kind: "reminder", restriction: event.restriction, escort: event.escort };
    case "hand-out-given":
      return { kind: "handOut", language: event.language };
    case "discharged":
    case "released-early":
    case "left-against-advice":
    case "aborted-before-dose":
    case "left-without-ride":
    case "not-in-chair":
    case "discharged-on-paper":
    case "transferred-out":
    case "taken-by-emergency":
      return { kind: "end", outcome: event.type };
    default:
      return undefined; // everything else is a fact and no signature
  }
};

const isVoided = ({ kind }: Meaning, seq: number, events: readonly Recorded[]): boolean =>
  (kind === "fit" || kind === "countersigned" || kind === "verbal") &&
  events.some((later) => later.seq > seq && later.event.type === "fit-to-leave-voided");
