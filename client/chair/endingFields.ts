import { RideKind } from "#shared/protocol/protocol.ts";
import { EmergencyReason, ENDINGS, Keys, TransferReason } from "#shared/session/session.ts";
import type { Ending, EndingField } from "./endingModel.ts";

const TOLD = { kind: "yes-no", name: "prescriberTold" } as const;
const LEFT = { kind: "moment", name: "leftAt" } as const;

/** LV14-LV16. What each end asks, in the order in which people say it; endingModel's test holds it to `ENDINGS`. */
export const ENDING_FIELDS: Readonly<Record<Ending, readonly EndingField[]>> = {
  "not-in-chair": [
    { kind: "moment", name: "noticedAt" },
    { kind: "time", name: "lastSeenAt" },
    { kind: "choice", name: "phoned", codes: ENDINGS["not-in-chair"].phoned.options },
    { kind: "choice", name: "keys", codes: Keys.options, optional: true },
    TOLD,
  ],
  "discharged-on-paper": [
    LEFT,
    { kind: "person", name: "signedBy" },
    { kind: "choice", name: "ride", codes: RideKind.options },
    { kind: "yes-no", name: "reminderHeard" },
  ],
  "transferred-out": [
    LEFT,
    { kind: "choice", name: "to", codes: ENDINGS["transferred-out"].to.options },
    { kind: "choice", name: "with", codes: ENDINGS["transferred-out"].with.options },
    { kind: "reason", name: "reason", codes: TransferReason.shape.code.options },
    { kind: "yes-no", name: "handedOver" },
    TOLD,
  ],
  "taken-by-emergency": [
    { kind: "time", name: "calledAt" },
    { kind: "time", name: "arrivedAt", optional: true },
    LEFT,
    { kind: "reason", name: "reason", codes: EmergencyReason.shape.code.options },
    { kind: "yes-no", name: "handedOver" },
    TOLD,
  ],
};
