import type { Reason } from "#client/ui/ReasonField.tsx";
import type { SessionId } from "#shared/base/ids.ts";
import type { CommandOf } from "#shared/clinic/commands.ts";
import type { When } from "./clockText.ts";

type Told = CommandOf<"record-left-without-ride">;
type YesNo = "yes" | "no";

/** One answer each, nothing chosen beforehand. */
export interface WithoutRideDraft {
  readonly earlier?: string | undefined;
  readonly keys?: Told["keys"];
  readonly heard?: YesNo;
  readonly told?: YesNo;
  readonly reason?: Reason<Told["reason"]["code"]>;
}

/** DC14. Complete once each question has its one tap. */
export const withoutRideCommand = (sessionId: SessionId, draft: WithoutRideDraft, when: When): Told | undefined => {
  const { keys, heard, told, reason } = draft;
  if (!("at" in when) || !keys || !heard || !told || !reason) return undefined;
  return {
    type: "record-left-without-ride",
    sessionId,
    leftAt: when.at,
    keys,
    reminderHeard: heard === "yes",
    prescriberTold: told === "yes",
    reason,
  };
};
