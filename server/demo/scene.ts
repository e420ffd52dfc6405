import type { ChairId, PatientId, PersonId, SessionId, VisitId } from "#shared/base/ids.ts";
import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { Command } from "#shared/clinic/commands.ts";
import type { Route } from "#shared/protocol/protocol.ts";
import type { Who } from "./cast.ts";
import type { CaseName } from "./simulator/cases.ts";
import type { Dose } from "./simulator/doses.ts";
import { simulate, type SimulatedSession } from "./simulator/simulation.ts";
import { newId, type Cast, type Step, type Wish } from "./step.ts";

/** One patient's part in the morning: who, where, when, and what happens to them. Minutes of the morning. */
export interface Part {
  /** Place in the cast. */
  readonly patient: number;
  readonly chair: number;
  readonly nurse: "ana" | "ben";
  readonly expectedAt: number;
  /** Of the first dose. */
  readonly startsAt: number;
  readonly route: Route;
  readonly course: { readonly n: number; readonly of: number };
  /** Whom the simulator draws: the same seed is the same morning. */
  readonly seed: number;
  readonly happens: readonly CaseName[];
  /** Said on the telephone, and signed later. */
  readonly verbalOrder?: true;
  /** Came in an own car, so the clinic keeps the keys. */
  readonly droveHere?: true;
  /** What really goes in, where it is not the usual dose. */
  readonly doses?: (usual: readonly Dose[], weightKg: number) => readonly Dose[];
  /** What is done from the first dose to the door. */
  readonly plays: (scene: Scene) => readonly Step[];
}

/** A part with its patient in its chair. From here on minutes are counted from the first dose. */
export interface Scene {
  readonly part: Part;
  readonly sessionId: SessionId;
  readonly patientId: PatientId;
  readonly chairId: ChairId;
  readonly visitId: VisitId;
  readonly dana: PersonId;
  readonly simulated: SimulatedSession;
  readonly at: (minute: number) => Instant;
  readonly does: (minute: number, who: Who, wish: Command | Wish) => Step;
}

export const setScene = (part: Part, { patients, chairs, dana }: Cast, begins: Instant): Scene | undefined => {
  const patientId = patients[part.patient];
  const chairId = chairs[part.chair];
  if (patientId === undefined || chairId === undefined) return undefined;
  return {
    part,
    sessionId: newId<SessionId>(),
    visitId: newId<VisitId>(),
    patientId,
    chairId,
    dana,
    simulated: simulatedOf(part),
    at: (minute) => begins + (part.startsAt + minute) * MINUTE,
    does: (minute, who, wish) => ({
      minute: part.startsAt + minute,
      who,
      command: typeof wish === "function" ? wish : () => wish,
    }),
  };
};

export const simulatedOf = ({ seed, route, course, happens, doses }: Part): SimulatedSession => {
  const session = simulate(seed, route, course.n, happens);
  return doses ? { ...session, doses: doses(session.doses, session.patient.weightKg) } : session;
};

/** Half a milligram per kilogram, to a tenth. */
export const usualMg = ({ simulated: { patient } }: Scene): number => Math.round(patient.weightKg * 5) / 10;
