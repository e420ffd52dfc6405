/**
 * Every word on every screen, in sections. Staff screens say *checks* and *calls*.
 * A line that needs a number or a name is a function, so that nobody glues sentences together elsewhere.
 */
export const words = {
  product: {
    name: "Chairside",
    notAMonitor: "Not a patient monitor.",
  },

  live: {
    badge: {
      LIVE: "Live",
      DELAYED: (seconds: number) => `Delayed ${seconds} s`,
      NOT_LIVE: "NOT LIVE",
      LOST: "LOST",
    },
    starting: "Connecting",
    goAndLook: "go and look",
    notLiveSince: (time: string) => `NOT LIVE since ${time}`,
    notLive: "NOT LIVE",
    ago: (age: string) => `Last update ${age} ago`,
    neverYet: "Nothing has arrived yet",
    lost: "LOST",
    lostSince: (time: string) => `LOST since ${time}`,
    lostAdvice: "Look at the chairside monitor. Use the paper form.",
    showLastCopy: "Show the last copy",
    hideLastCopy: "Hide it again",
    lastCopy: (time: string) => `Old copy, ${time}`,
    oldCopy: "Old copy",
    back: (entries: number) =>
      entries === 0 ? "Back, nothing new" : `Back, ${plural(entries, "new entry", "new entries")}`,
    deadMan: "NOT LIVE · go and look",
    title: "⚠ NOT LIVE",
    cause: {
      starting: "Connecting to the clinic's server.",
      silent: "The server does not answer.",
      woke: "This screen was asleep.",
      gap: "Something is missing and is being fetched.",
      log: "The server cannot read its records.",
      behind: "This screen is behind.",
    },
  },

  outbox: {
    saved: (time: string) => `Saved ${time}`,
    notSent: (count: number) => `Saved here, not sent (${count})`,
    notKept: (count: number) => `In this page alone, not sent (${count}). Do not close it`,
    refused: (count: number) => `Refused (${count}): please read`,
    setAside: "Set aside",
    undo: "Undo",
    undoFor: (seconds: number) => `Undo (${seconds})`,
  },

  header: {
    skip: "Skip to the content",
    clinicClock: "Clinic time",
    thisTabletsClock: "this tablet's clock",
    onNow: "On now",
    pages: "Pages",
    toLight: "Switch to light",
    toDark: "Switch to dark",
    you: (name: string) => `Signed in: ${name}`,
    calls: "Calls",
    noCalls: "No calls",
    callsUnknown: "Calls unknown",
  },

  call: {
    priority: { high: "High", medium: "Medium", low: "Low" },
    stars: { high: "***", medium: "**", low: "*" },
    accepted: "accepted",
  },

  value: {
    notTaken: "not taken",
    ago: "ago",
    justNow: "now",
    old: "old",
    against: {
      above: (baseline: string) => `above baseline ${baseline}`,
      below: (baseline: string) => `below baseline ${baseline}`,
      level: (baseline: string) => `as at baseline ${baseline}`,
    },
    oxygen: "SpO₂",
    parameters: {
      bp: "Blood pressure",
      hr: "Heart rate",
      spo2: "Oxygen saturation",
      rr: "Breaths",
      sedation: "Sedation",
      dissociation: "Dissociation",
      distress: "Distress",
    },
  },

  readiness: {
    ready: "READY",
    fit: "FIT TO LEAVE",
    notYet: "NOT YET",
    unknown: "UNKNOWN",
    checkThePatient: "check the patient",
  },

  entry: {
    pad: "Number pad",
    next: "Next",
    erase: "Erase the last digit",
    decimal: "Decimal point",
    slash: "Slash",
    last: (value: string, age: string) => `last ${value} · ${age} ago`,
    couldNot: "Could not assess",
    more: "More",
    reasonText: "In a few words (optional)",
  },

  typed: {
    notANumber: "Digits only, such as 120 or 36.8",
    whole: "Whole number only",
    decimals: (places: number) => `Not more than ${plural(places, "decimal", "decimals")}`,
    above: (max: number) => `Not above ${max}`,
    below: (min: number) => `Not below ${min}`,
  },

  confirm: {
    unusual: (value: string) => `${value} is unusual. Is it right?`,
    yes: (value: string) => `Yes, ${value}`,
    change: "Change it",
  },

  dialog: { close: "Close" },

  states: {
    loading: "Loading",
    retry: "Try again",
    failed: "This could not be done",
    pageFailed: "This page could not be shown",
    pageFailedSafe:
      "What was saved is safe, and what was not sent yet is kept. Look at the patients, then load it again.",
    notPermitted: "Not open to you",
    notPermittedAdvice: (role: string) => `You are signed in as ${role}. Ask a colleague whose role allows it.`,
  },
} as const;

/** "1 new entry", "2 new entries". */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "12 s", "3 min", "2 h 5 min": how long, in the fewest words. */
export const duration = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
};
