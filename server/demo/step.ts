import { randomUUID } from "node:crypto";
import type { ChairId, PatientId, PersonId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Command } from "#shared/clinic/commands.ts";
import type { Who } from "./cast.ts";

/** What somebody does, given what stands on their screen; nothing where there is nothing to do. */
export type Wish = (clinic: Clinic, now: Instant) => Command | undefined;

/** One act of one person at one minute of the morning. What depends on the clinic's state asks for it when it is played. */
export interface Step {
  readonly minute: number;
  readonly who: Who;
  readonly command: Wish;
}

/** Patients and chairs by their place in the script; who is not there does not come. */
export interface Cast {
  readonly patients: readonly PatientId[];
  readonly chairs: readonly ChairId[];
  readonly dana: PersonId;
  /** Missing where nobody covers for anybody. */
  readonly nurses?: { readonly ana: PersonId; readonly ben: PersonId };
}

export const newId = <Id extends string>(): Id => randomUUID() as string as Id;
