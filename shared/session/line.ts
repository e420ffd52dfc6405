import { standingInterventions } from "./care.ts";
import { standing } from "./dose.ts";
import type { Session } from "./session.ts";

/** DC17. Somebody put a line into a vein: for an infusion, or for a drug or fluids. Nobody else is asked about one. */
export const hadLine = (session: Pick<Session, "route" | "doseFacts" | "interventions">): boolean =>
  session.route === "iv" ||
  standing(session.doseFacts).some(({ kind }) => kind === "start") ||
  standingInterventions(session).some(({ kind, drug }) => kind === "fluids" || drug?.route === "iv");
