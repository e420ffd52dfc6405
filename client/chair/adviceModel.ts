import type { Reason } from "#client/ui/ReasonField.tsx";
import type { When } from "#client/entry/clockText.ts";
import type { PersonId, SessionId } from "#shared/base/ids.ts";
import { HOUR } from "#shared/base/time.ts";
import type { CommandOf } from "#shared/clinic/commands.ts";

type Told = CommandOf<"record-left-against-advice">;

/** The form for leaving against advice: one answer each, nothing chosen beforehand. */
export interface AdviceDraft {
  readonly earlier?: string | undefined;
  readonly lastValues?: Told["lastValues"];
  readonly risksToldBy?: PersonId;
  readonly ride?: Told["ride"];
  readonly keys?: Told["keys"];
  readonly prescriberTold?: "yes" | "no";
  readonly followUp?: "tomorrow" | "none";
  readonly reason?: Reason<Told["reason"]["code"]>;
}

export const EMPTY_ADVICE: AdviceDraft = {};

/** CH5. Complete once each question has its one tap; a follow-up call "tomorrow" is a day after leaving. */
export const adviceCommand = (sessionId: SessionId, draft: AdviceDraft, when: When): Told | undefined => {
  const { lastValues, risksToldBy, ride, keys, prescriberTold, followUp, reason } = draft;
  if (!("at" in when) || !lastValues || !risksToldBy || !ride || !keys || !prescriberTold || !followUp || !reason)
    return undefined;
  return {
    type: "record-left-against-advice",
    sessionId,
    leftAt: when.at,
    lastValues,
    risksToldBy,
    ride,
    keys,
    prescriberTold: prescriberTold === "yes",
    reason,
    ...(followUp === "tomorrow" && { followUpAt: when.at + 24 * HOUR }),
  };
};
