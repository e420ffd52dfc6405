import type { Session } from "./session.ts";

type Signed = Pick<Session, "fit" | "clinicianFit">;

/** LV1. The prescriber's word on what the nurse had signed: a newer signature of hers asks for his again. */
export const clinicianWord = ({ fit, clinicianFit }: Signed): Session["clinicianFit"] =>
  fit && clinicianFit && clinicianFit.at >= fit.at ? clinicianFit : undefined;

/** LV1, CH20. The nurse has signed, and the prescriber has not signed that. */
export const wantsCountersign = (session: Signed): boolean =>
  session.fit !== undefined && clinicianWord(session) === undefined;
