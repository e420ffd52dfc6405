import type { SessionId } from "#shared/base/ids.ts";
import type { CommandOf } from "#shared/clinic/commands.ts";
import type { EscortEntry } from "#shared/wire/http.ts";
import { rideWords } from "./rideWords.ts";

export type Ride = CommandOf<"record-ride">["ride"];

/** What stands in the form: chosen or typed here. A field that nobody touched is undefined. */
export interface RideDraft {
  readonly status: Ride["status"] | undefined;
  readonly kind: Ride["kind"] | undefined;
  readonly name?: string;
  readonly relation?: string;
  readonly phone?: string;
}

/** DC10. What stands in the way of keeping the ride, in words. */
export const rideProblem = ({ status, kind, name, relation, phone }: RideDraft): string | undefined => {
  if (status === undefined) return rideWords.statusMissing;
  if (status === "here" && kind === undefined) return rideWords.kindMissing;
  const nameless = name !== undefined && name.trim() === "" && [relation, phone].some((field) => field?.trim());
  return nameless ? rideWords.nameMissing : undefined;
};

/** DC10. A new row of the register when something was typed; an escort who is known and untouched stays as they are. */
export const escortEntry = (
  sessionId: SessionId,
  draft: RideDraft,
  known: EscortEntry | undefined,
): EscortEntry | undefined => {
  const field = (of: "name" | "relation" | "phone") => (draft[of] ?? known?.[of] ?? "").trim();
  const touched = (["name", "relation", "phone"] as const).some(
    (of) => draft[of] !== undefined && field(of) !== (known?.[of] ?? ""),
  );
  if (!touched || field("name") === "") return undefined;
  return { sessionId, name: field("name"), relation: field("relation") || null, phone: field("phone") || null };
};
