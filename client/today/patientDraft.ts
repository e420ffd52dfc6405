import { calendarDay, type Instant } from "#shared/base/time.ts";
import { PatientEntry } from "#shared/wire/http.ts";
import { words } from "./words.ts";

/** A new patient as it is typed. */
export interface PatientDraft {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly identifier: string;
  readonly phone: string;
  readonly allergies: string;
}

export const EMPTY_DRAFT: PatientDraft = {
  givenName: "",
  familyName: "",
  birthDate: "",
  identifier: "",
  phone: "",
  allergies: "",
};

export type DraftProblems = Partial<Record<keyof PatientDraft, string>>;

/** TD5. The entry for the register, or what is wrong at which field. Nothing that was left empty becomes a value. */
export const checkDraft = (
  draft: PatientDraft,
  now: Instant,
  zone: string,
): { readonly entry: PatientEntry } | { readonly problems: DraftProblems } => {
  const { givenName, familyName, birthDate } = draft;
  const parsed = PatientEntry.safeParse({
    givenName, familyName, birthDate: birthDate.trim(), identifier: orNull(draft.identifier), phone: orNull(draft.phone), allergies: orNull(draft.allergies),
  }); // prettier-ignore
  const ahead = birthDate.trim() > calendarDay(now, zone);
  if (parsed.success && !ahead) return { entry: parsed.data };
  const at = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]));
  return {
    problems: {
      ...(at.has("givenName") && { givenName: words.patient.nameMissing }),
      ...(at.has("familyName") && { familyName: words.patient.nameMissing }),
      ...(at.has("birthDate")
        ? { birthDate: words.patient.birthWrong }
        : ahead && { birthDate: words.patient.birthAhead }),
    },
  };
};

const orNull = (text: string): string | null => text.trim() || null;
