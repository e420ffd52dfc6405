import { whenOf } from "#client/entry/clockText.ts";
import type { Reason } from "#client/ui/ReasonField.tsx";
import type { Instant } from "#shared/base/time.ts";
import { Command } from "#shared/clinic/commands.ts";
import type { ENDINGS, Session } from "#shared/session/session.ts";

/** Leaving without a ride has a form of its own, at the chair and at the desk. */
export type Ending = Exclude<keyof typeof ENDINGS, "left-without-ride">;

/** How one thing is asked; the first time is the moment of the end, now unless an earlier one is said. */
export type EndingField =
  | { readonly kind: "moment"; readonly name: string }
  | { readonly kind: "time"; readonly name: string; readonly optional?: boolean }
  | { readonly kind: "yes-no"; readonly name: string }
  | { readonly kind: "choice"; readonly name: string; readonly codes: readonly string[]; readonly optional?: boolean }
  | { readonly kind: "person"; readonly name: string }
  | { readonly kind: "reason"; readonly name: string; readonly codes: readonly string[] };

export type Answer = string | Reason<string>;

/** Nothing is answered beforehand. `earlier` is what was typed for the moment; undefined means now. */
export interface EndingDraft {
  readonly earlier?: string | undefined;
  readonly answers: Readonly<Partial<Record<string, Answer>>>;
}

export const EMPTY_ENDING: EndingDraft = { answers: {} };

/** CH16. The wish, once each question that is not optional has its answer; the schema of the command is the judge. */
export const endingCommand = (
  ending: Ending,
  fields: readonly EndingField[],
  { earlier, answers }: EndingDraft,
  session: Session,
  now: Instant,
): Command | undefined => {
  const told = fields.map((field) => [field.name, valueOf(field, answers[field.name], earlier, session, now)] as const);
  if (fields.some(({ name }, index) => answers[name] !== undefined && told[index]?.[1] === undefined)) return undefined;
  const given = Object.fromEntries(told.filter(([, value]) => value !== undefined));
  const found = Command.safeParse({ type: `record-${ending}`, sessionId: session.id, ...given });
  return found.success ? found.data : undefined;
};

const valueOf = (
  { kind }: EndingField,
  answer: Answer | undefined,
  earlier: string | undefined,
  session: Session,
  now: Instant,
): unknown => {
  switch (kind) {
    case "moment":
      return instantIn(earlier, session, now);
    case "time":
      return typeof answer === "string" ? instantIn(answer, session, now) : undefined;
    case "yes-no":
      return answer === undefined ? undefined : answer === "yes";
    case "choice":
    case "person":
    case "reason":
      return answer;
  }
};

const instantIn = (typed: string | undefined, session: Session, now: Instant): Instant | undefined => {
  const when = whenOf(typed, now, session);
  return "at" in when ? when.at : undefined;
};

/** An answer that was emptied again is none. */
export const answered = ({ answers, ...draft }: EndingDraft, name: string, answer: Answer): EndingDraft => ({
  ...draft,
  answers: answer === "" ? without(answers, name) : { ...answers, [name]: answer },
});

const without = (answers: EndingDraft["answers"], name: string): EndingDraft["answers"] =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => key !== name));
