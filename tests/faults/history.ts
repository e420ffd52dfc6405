import type { Recorded } from "#shared/clinic/events.ts";

/** What a writer knows of one wish: the seq that it was told, or nothing when no answer came. */
export interface Wished {
  readonly commandId: string;
  readonly toldSeq: number | undefined;
}

/**
 * Judges what the log holds against what writers were told: told means there exactly once, at that seq; not told means
 * once or not at all; and the log is 1, 2, 3 … Empty means that nothing is wrong.
 */
export const problemsIn = (events: readonly Recorded[], wishes: readonly Wished[]): readonly string[] => [
  ...events.flatMap(({ seq }, index) => (seq === index + 1 ? [] : [`place ${index + 1} holds ${seq}`])),
  ...wishes.flatMap(({ commandId, toldSeq }) => {
    const its = events.filter((event) => event.commandId === commandId);
    const times = its.filter(({ n }) => n === 0).length;
    if (times > 1) return [`${commandId} is there ${times} times`];
    if (toldSeq === undefined) return [];
    if (times === 0) return [`${commandId} was acknowledged and is lost`];
    return its.at(-1)?.seq === toldSeq ? [] : [`${commandId} was told ${toldSeq} and is at ${its.at(-1)?.seq ?? "?"}`];
  }),
];
