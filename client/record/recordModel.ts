import type { Recorded } from "#shared/clinic/events.ts";
import type { Instant } from "#shared/base/time.ts";
import type { AdverseEvent } from "#shared/session/care.ts";
import type { DoseFact } from "#shared/session/dose.ts";
import type { JudgedCriterion, Session } from "#shared/session/session.ts";
import type { Observation } from "#shared/vitals/observation.ts";

/** RC1. Every observation that ever was, by when it was true; what replaced another stands after it. */
export const observationRows = ({ observations }: Pick<Session, "observations">): readonly Observation[] =>
  observations.toSorted((a, b) => a.observedAt - b.observedAt || a.seq - b.seq);

/** RC1. Why a row no longer stands: its own reason when it was struck, the reason of its successor when it was corrected. */
export const reasonOf = (
  { observations }: Pick<Session, "observations">,
  { id, status, reason }: Observation,
): Observation["reason"] => {
  if (status === "current") return undefined;
  return observations.find(({ replaces }) => replaces === id)?.reason ?? reason;
};

export const doseRows = ({ doseFacts }: Pick<Session, "doseFacts">): readonly DoseFact[] =>
  doseFacts.toSorted((a, b) => a.at - b.at || a.recordedAt - b.recordedAt);

export interface Telling {
  readonly event: AdverseEvent;
  /** Which telling of this event it is, from 1, and whether it is the one that counts. */
  readonly nth: number;
  readonly counts: boolean;
}

/** RC7. Every telling of every adverse event, those of one event together; the last one counts and the others stay. */
export const tellings = ({ adverseEvents }: Pick<Session, "adverseEvents">): readonly Telling[] =>
  [...new Set(adverseEvents.map(({ id }) => id))].flatMap((id) => {
    const told = adverseEvents.filter((event) => event.id === id);
    return told.map((event, index) => ({ event, nth: index + 1, counts: index === told.length - 1 }));
  });

export interface Judged {
  readonly when: "discharged" | "fit";
  readonly at: Instant;
  readonly criteria: readonly JudgedCriterion[];
}

/** RC3. The checks as they were judged when somebody signed last; they are never worked out again. */
export const judgedAtTheEnd = (events: readonly Recorded[]): Judged | undefined => {
  const left = events.findLast(({ event }) => event.type === "discharged" || event.type === "released-early");
  const { event, at } = left ?? events.findLast((one) => one.event.type === "fit-to-leave-confirmed") ?? {};
  if (!event || at === undefined) return undefined;
  switch (event.type) {
    case "discharged":
    case "released-early":
      return { when: "discharged", at, criteria: event.judged };
    case "fit-to-leave-confirmed":
      return { when: "fit", at, criteria: event.judged };
    default:
      return undefined;
  }
};

/** "3f9a 02c1": enough of a chain value to compare by eye. */
export const shortChain = (chain: string): string => `${chain.slice(0, 4)} ${chain.slice(4, 8)}`;

/** A code as a reader says it. */
export const plain = (code: string): string => code.replaceAll("-", " ");

export const withText = ({ code, text }: { readonly code: string; readonly text?: string | undefined }): string =>
  text ? `${plain(code)}: ${text}` : plain(code);

/** "Released early by clinician" inside a sentence. */
export const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
