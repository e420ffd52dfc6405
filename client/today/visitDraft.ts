import type { ChairId, PatientId, VisitId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import type { Route } from "#shared/protocol/protocol.ts";
import type { CommandOf } from "#shared/clinic/commands.ts";
import { instantToday } from "./timeToday.ts";
import { words } from "./words.ts";

type Expect = CommandOf<"expect-patient">;

/** A visit as it is typed. */
export interface VisitDraft {
  readonly time: string;
  readonly route: Route | undefined;
  readonly chairId: ChairId | undefined;
  readonly ride: Expect["ride"] | undefined;
  readonly n: string;
  readonly of: string;
}

export const EMPTY_VISIT: VisitDraft = {
  time: "",
  route: undefined,
  chairId: undefined,
  ride: undefined,
  n: "",
  of: "",
};

export type VisitProblems = Partial<Record<"time" | "route" | "n", string>>;

/** TD4, TD6, TD7. The command that this form means, or what is wrong at which field. A ride nobody asked about is none. */
export const checkVisit = (
  draft: VisitDraft,
  ids: { readonly visitId: VisitId; readonly patientId: PatientId },
  now: Instant,
  zone: string,
): { readonly command: Expect } | { readonly problems: VisitProblems } => {
  const expectedAt = instantToday(draft.time, now, zone);
  const course = courseOf(draft);
  const { chairId, ride, route } = draft;
  if (expectedAt === undefined || route === undefined || typeof course === "string") {
    return {
      problems: {
        ...(expectedAt === undefined && { time: words.visit.timeWrong }),
        ...(route === undefined && { route: words.visit.routeMissing }),
        ...(typeof course === "string" && { n: course }),
      },
    };
  }
  return {
    command: {
      type: "expect-patient",
      ...ids,
      route,
      expectedAt,
      ride: ride ?? "none",
      ...(chairId && { chairId }),
      ...(course && { course }),
    },
  };
};

/** Nothing, n, or n of N; a problem in words. */
export const courseOf = ({ n, of }: Pick<VisitDraft, "n" | "of">): Expect["course"] | string => {
  if (n.trim() === "" && of.trim() === "") return undefined;
  const [number, planned] = [count(n), count(of)];
  if (number === undefined || (of.trim() !== "" && planned === undefined)) return words.visit.courseWrong;
  if (planned !== undefined && number > planned) return words.visit.courseOver;
  return planned === undefined ? { n: number } : { n: number, of: planned };
};

const count = (text: string): number | undefined => {
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return value > 0 ? value : undefined;
};
