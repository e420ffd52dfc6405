import type { ChairId, SessionId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import { currentProtocol, type Clinic } from "#shared/clinic/clinic.ts";
import type { CommandOf } from "#shared/clinic/commands.ts";
import type { Route } from "#shared/protocol/protocol.ts";
import type { Named } from "#client/store/directory.ts";
import { birthDateOf, isFrom65 } from "./age.ts";
import { routesOf, type TodayRow } from "./todayModel.ts";
import { courseOf } from "./visitDraft.ts";

/** The way in as a person has it before them: the plan, until they say otherwise. */
export interface CheckInDraft {
  readonly chairId: ChairId | undefined;
  readonly route: Route | undefined;
  readonly n: string;
  readonly of: string;
  readonly livesAtAltitude: boolean | undefined;
}

/** TD7. What was planned is proposed; a route that the clinic no longer has is not. */
export const plannedCheckIn = (clinic: Clinic, { chairId, route, course }: TodayRow): CheckInDraft => {
  const routes = routesOf(clinic);
  const [only] = routes;
  return {
    chairId,
    route: routes.includes(route) ? route : routes.length === 1 ? only : undefined,
    n: course?.n.toString() ?? "",
    of: course?.of?.toString() ?? "",
    livesAtAltitude: undefined,
  };
};

/** Whether where the patient lives changes what is low oxygen for them. */
export const asksAltitude = (clinic: Clinic, route: Route | undefined): boolean =>
  route !== undefined && (currentProtocol(clinic, route)?.protocol.altitude ?? null) !== null;

interface Who {
  readonly clinic: Clinic;
  readonly row: TodayRow;
  readonly patient: Named | undefined;
  readonly sessionId: SessionId;
}

/** TD7, TD8. The command that this check-in means, or what is wrong with the treatment number. What nobody knows is left out. */
export const checkInCommand = (
  { chairId, route, n, of, livesAtAltitude }: CheckInDraft,
  { clinic, row, patient, sessionId }: Who,
  now: Instant,
): { readonly command: CommandOf<"check-in"> } | { readonly problem: string | undefined } => {
  const course = courseOf({ n, of });
  if (typeof course === "string") return { problem: course };
  if (chairId === undefined || route === undefined) return { problem: undefined };
  const from65 = isFrom65(birthDateOf(patient), now, clinic.zone);
  return {
    command: {
      type: "check-in",
      sessionId,
      patientId: row.patientId,
      chairId,
      route,
      ...(row.visitId && { visitId: row.visitId }),
      ...(course && { course }),
      ...(from65 !== undefined && { from65 }),
      ...(asksAltitude(clinic, route) && livesAtAltitude !== undefined && { livesAtAltitude }),
    },
  };
};
