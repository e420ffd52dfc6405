import { hadLine } from "#shared/session/line.ts";
import type { Session } from "#shared/session/session.ts";
import type { MissingId, StepId } from "./dischargeModel.ts";
import { words } from "./words.ts";

/** DC17. A step by its name; belongings say the line only where there was one. */
export const stepWords = (id: StepId, session: Session): string =>
  id === "belongings" && hadLine(session) ? words.belongings.withLine.step : words.step[id];

export const missingWords = (id: MissingId, session: Session): string =>
  id === "belongings" && hadLine(session) ? words.belongings.withLine.missing : words.missing[id];
