import type { Instant } from "#shared/base/time.ts";
import type { ObservationId } from "#shared/base/ids.ts";
import type { Session } from "#shared/session/session.ts";

export interface LogLine {
  readonly key: string;
  /** When it was true. */
  readonly at: Instant;
  readonly by: string;
  readonly text: string;
  readonly struck: boolean;
  readonly observationId?: ObservationId;
}

/** Names for the ids in a line, such as who prescribed; an id whose name is not here yet is left to the words. */
export type NameOf = (id: string) => string;

export type Lines = (session: Session, nameOf: NameOf) => readonly LogLine[];

interface Stamp {
  readonly at: Instant;
  readonly by: string;
}

export const line = (key: string, { at, by }: Stamp, text: string): LogLine => ({ key, at, by, text, struck: false });

/** One line for each of a list. */
export const linesOf = <One extends Stamp>(
  name: string,
  all: readonly One[],
  textOf: (one: One) => string,
): readonly LogLine[] => all.map((one, index) => line(`${name}${index}`, one, textOf(one)));

/** One line for what may not be there. */
export const lineOf = <One extends Stamp>(
  name: string,
  one: One | undefined,
  textOf: (one: One) => string,
): readonly LogLine[] => (one ? [line(name, one, textOf(one))] : []);
