import type { ObservationId } from "#shared/base/ids.ts";
import { protocolOf } from "#shared/clinic/clinic.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { orthostaticAskedSince } from "#shared/recovery/orthostatic.ts";
import { FULLY_AWAKE } from "#shared/scales/levels.ts";
import { latestWith } from "#shared/session/current.ts";
import { requiredFields } from "#shared/session/decideObservation.ts";
import type { Session } from "#shared/session/session.ts";
import { unusual } from "#shared/vitals/check.ts";
import type { Entered, Sheet, Values } from "#shared/vitals/observation.ts";
import type { Reading } from "./simulator/readings.ts";
import { readingAt } from "./simulator/simulation.ts";
import type { Who } from "./cast.ts";
import type { Scene } from "./scene.ts";
import { newId, type Step } from "./step.ts";

type Looked = (reading: Reading, session: Session) => Values;

/** What each sheet takes from the patient; what the protocol asks for besides is added. */
const SHEETS: Readonly<Record<Sheet, Looked>> = {
  full: ({ rr: _, ...rest }) => rest,
  bp: ({ sbp, dbp }) => ({ sbp, dbp }),
  "look-in": ({ spo2, sedation, dissociation }) => ({
    seen: sedation === FULLY_AWAKE && dissociation <= 3 ? "awake-comfortable" : "resting-breathing",
    spo2,
    sedation,
  }),
  exit: (reading, session) => ({
    rr: reading.rr,
    orientation: isClear(reading) ? "oriented" : "not-oriented",
    gait: isClear(reading) ? "as-on-arrival" : "unsteady",
    ...(orthostaticAskedSince(session) === undefined ? {} : standing(reading)),
  }),
};

const isClear = ({ sedation, dissociation }: Reading): boolean => sedation === FULLY_AWAKE && dissociation <= 1;

/** A little lower up than down, as in most people [D]. */
const standing = ({ sbp, dbp }: Reading): Values => ({ standingSbp: sbp - 6, standingDbp: dbp - 2 });

/** What a nurse would enter: what the sheet takes and the protocol requires, each unusual number looked at again. */
export const enteredFrom = (
  reading: Reading,
  sheet: Sheet,
  session: Session,
  protocol: Protocol,
): Omit<Entered, "observedAt"> => {
  const looked = SHEETS[sheet](reading, session);
  const breaths = requiredFields(session, protocol, { sheet, values: looked }).includes("rr");
  const values = breaths ? { ...looked, rr: reading.rr } : looked;
  const before = { sedation: latestWith(session, "sedation")?.values.sedation };
  const confirmed = unusual(values, before).map(({ field }) => field);
  return { sheet, values, ...(confirmed.length > 0 ? { confirmed } : {}) };
};

/** One look at the patient, entered by whoever is there; before the dose the patient is asked, later looked at. */
const observe = (scene: Scene, minute: number, sheet: Sheet, who: Who = scene.part.nurse): Step =>
  scene.does(minute, who, (clinic) => {
    const session = clinic.sessions[scene.sessionId];
    const protocol = session && protocolOf(clinic, session.protocol);
    if (!protocol) return undefined;
    const entered = enteredFrom(readingAt(scene.simulated, minute), sheet, session, protocol);
    return {
      type: "record-observation",
      sessionId: scene.sessionId,
      observationId: newId<ObservationId>(),
      entered: {
        ...entered,
        observedAt: scene.at(minute),
        ...(sheet === "full" ? { ratings: minute < 0 ? "asked" : "observed" } : {}),
      },
    };
  });

export const fullSet = (scene: Scene, minute: number, who?: Who): Step => observe(scene, minute, "full", who);
export const pressureOnly = (scene: Scene, minute: number): Step => observe(scene, minute, "bp");
export const lookIn = (scene: Scene, minute: number): Step => observe(scene, minute, "look-in");
export const exitChecks = (scene: Scene, minute: number): Step => observe(scene, minute, "exit");
