import type { LateReason } from "./keptModel.ts";

/** What stands beside an entry that waits on this tablet for a person. */
export const keptHereWords = {
  everything: "Waiting for you on this tablet",
  at: (chair: string) => `${chair} · `,
  aside: {
    ask: "It is kept nowhere else. Set it aside for good?",
    keep: "Keep it",
    yes: "Yes, set aside",
  },
  late: {
    open: "Record it as a late entry",
    title: "Late entry",
    at: "Seen at",
    why: "Why is it late?",
    reasons: {
      "no-link": "No link",
      "tablet-clock": "Clock was wrong",
      "wrong-time": "Time typed wrong",
      "from-paper": "From paper",
      other: "Other",
    } satisfies Record<LateReason, string>,
    incomplete: "Type the time at which it was seen, and say why it is late.",
    save: "Record it",
    cancel: "Not now",
    note: (time: string, why: string) => `Late entry of ${time}: ${why}`,
  },
  double: {
    ask: (values: string, time: string, by: string) =>
      `Possible double: ${values} at ${time} by ${by} is there already.`,
    waits: "Waits for the answer to the entry that it is about.",
    same: "Same",
    both: "Keep both",
  },
  unreadable: (time: string) =>
    `${time} · An entry that cannot be read here: its key is gone, it was damaged, or another version wrote it. If it is in no record, write it again.`,
} as const;
