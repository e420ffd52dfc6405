import * as z from "zod";

const minutes = z.number().min(0).max(1440);
/** LM2. Never nothing: a schedule without a step has no end. */
const everyMin = z.number().min(1).max(1440);
const band = z.strictObject({ low: z.number().nullable(), high: z.number().nullable() });
const limits = z.strictObject({ warn: band, critical: band });
const pressure = z.strictObject({ sbp: z.number(), dbp: z.number() });

const Field = z.enum(["bp", "hr", "spo2", "rr", "sedation", "dissociation", "distress"]);

export const Route = z.enum(["iv"]);
export type Route = z.infer<typeof Route>;

export const ProtocolRef = z.strictObject({ id: z.string().min(1).max(40), version: z.int().min(1) });
export type ProtocolRef = z.infer<typeof ProtocolRef>;

/**
 * A clinic's rules for one route. Every number is the clinic's to change; a session pins the version it began with.
 * `sources` names, for each number by its path, where it comes from and how sure we are.
 */
export const Protocol = z.strictObject({
  id: z.string().min(1).max(40),
  version: z.int().min(1),
  route: Route,
  title: z.string().min(1).max(80),
  schedule: z.strictObject({
    whileDosingEveryMin: everyMin,
    afterDoseEveryMin: everyMin,
    waitingForRideEveryMin: everyMin,
    recheckAfterMin: minutes,
    countsFromMin: minutes,
    dueSoonMin: minutes,
    lateAfterMin: minutes,
    soundAfterMin: minutes,
  }),
  required: z.strictObject({ full: z.array(Field), bp: z.array(Field), baseline: z.array(Field) }),
  hold: z.strictObject({ atLeast: pressure, recheckTimes: z.int(), recheckGapMin: minutes, doNotStartAbove: pressure }),
  dose: z.strictObject({
    usualMgPerKg: z.tuple([z.number(), z.number()]),
    confirmAboveMgPerKg: z.number(),
    usualMinutes: z.tuple([z.number(), z.number()]),
    defaultMgPerKg: z.number(),
    defaultMinutes: minutes,
  }),
  limits: z.strictObject({
    sbp: limits,
    dbp: limits,
    hr: limits,
    spo2: limits,
    rr: limits,
    sedation: limits,
    distress: limits,
  }),
  pressure: z.strictObject({
    highAtOnce: pressure,
    riseQuiet: pressure,
    riseQuietUnlessAtLeast: pressure,
    riseMedium: pressure,
    lowAlsoBelowBaseline: z.number(),
  }),
  heartRateLowAlsoBelowBaseline: z.number(),
  window: z.strictObject({ fromMin: minutes, toMin: minutes }),
  minimumStay: z.strictObject({ afterDoseEndMin: minutes }),
  exit: z.strictObject({
    bpWithin: pressure,
    bpOverBaselinePercent: z.number(),
    hr: z.tuple([z.number(), z.number()]),
    spo2AtLeast: z.number(),
    sets: z.int(),
    gapMin: minutes,
    readyLastsMin: minutes,
    dissociationAtMost: z.number(),
    distressBelow: z.number(),
  }),
  restriction: z.strictObject({ hoursFromLeaving: z.number() }),
  clinicianConfirmsFitToLeave: z.boolean(),
  sources: z.record(z.string(), z.string()),
});
export type Protocol = z.infer<typeof Protocol>;

export const protocolKey = ({ id, version }: ProtocolRef): string => `${id}@${version}`;
