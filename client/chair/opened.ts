import type { ObservationId } from "#shared/base/ids.ts";
import type { DoseFact } from "#shared/session/dose.ts";

export type DoseForm = "start" | "pause" | "resume" | "rate" | "end" | "abort";

/** What stands open over the page. */
export type Opened =
  | { readonly form: DoseForm | "against-advice" }
  | { readonly correct: DoseFact }
  | { readonly observation: ObservationId };
