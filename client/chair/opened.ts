import type { AdverseEventId, ObservationId } from "#shared/base/ids.ts";
import type { DoseFact } from "#shared/session/dose.ts";
import type { Ending } from "./endingModel.ts";

export type DoseForm =
  "start" | "pause" | "resume" | "rate" | "end" | "injection" | "device" | "devices-stopped" | "abort";

export type MoreForm =
  "against-advice" | "move" | "intervention" | "adverse-event" | "count" | "left-without-ride" | Ending;

/** What stands open over the page. */
export type Opened =
  | { readonly form: DoseForm | MoreForm }
  /** Told again: it replaces what was told before. */
  | { readonly adverseEvent: AdverseEventId }
  | { readonly correct: DoseFact }
  | { readonly observation: ObservationId };
