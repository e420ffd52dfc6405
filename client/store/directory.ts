import type { ClinicId, EscortId, PatientId, PersonId } from "#shared/base/ids.ts";
import { EscortsFound, PatientNames, StaffList, type EscortRow, type PatientRow } from "#shared/wire/http.ts";
import { api } from "./api.ts";

export type Named = PatientRow | { readonly id: PatientId; readonly initials: string };

/**
 * Names for the ids that the stream carries: read over HTTP, kept in memory alone, gone with the page.
 * What is not known yet is undefined and is asked for, many ids in one request.
 */
export interface Directory {
  readonly patient: (id: PatientId) => Named | undefined;
  readonly escort: (id: EscortId) => EscortRow | undefined;
  readonly staff: (id: string) => string | undefined;
  readonly allStaff: () => StaffList["staff"];
  readonly remember: (patient: PatientRow) => void;
  readonly rememberEscort: (escort: EscortRow) => void;
  readonly refreshStaff: () => Promise<void>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Changes with every answer, so that a screen can tell that something came. */
  readonly version: () => number;
}

export const createDirectory = (clinicId: ClinicId): Directory => {
  const base = `/api/clinics/${clinicId}`;
  const patients = new Map<string, Named>();
  const escorts = new Map<string, EscortRow>();
  let staff: StaffList["staff"] = [];
  let version = 0;
  const listeners = new Set<() => void>();
  const changed = (): void => {
    version += 1;
    for (const listener of listeners) listener();
  };

  const askPatients = batch(async (ids) => {
    const found = await api("POST", `${base}/patients/look-up`, PatientNames, { ids });
    for (const patient of found.patients) patients.set(patient.id, patient);
    changed();
  });
  const askEscorts = batch(async (ids) => {
    const found = await api("POST", `${base}/escorts/look-up`, EscortsFound, { ids });
    for (const escort of found.escorts) escorts.set(escort.id, escort);
    changed();
  });
  const refreshStaff = async (): Promise<void> => {
    ({ staff } = await api("GET", `${base}/staff`, StaffList));
    changed();
  };
  const askStaff = batch(refreshStaff);

  return {
    patient: (id) => patients.get(id) ?? askPatients(id),
    escort: (id) => escorts.get(id) ?? askEscorts(id),
    staff: (id) => staff.find((person) => person.id === (id as PersonId))?.name ?? askStaff(id),
    allStaff: () => staff,
    remember: (patient) => {
      patients.set(patient.id, patient);
      changed();
    },
    rememberEscort: (escort) => {
      escorts.set(escort.id, escort);
      changed();
    },
    refreshStaff,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    version: () => version,
  };
};

const ASK_AGAIN_MS = 5_000;

/** Gathers the ids that one render asks for; each is asked for once, and again later if nothing came. */
const batch = (ask: (ids: readonly string[]) => Promise<void>): ((id: string) => undefined) => {
  const asked = new Set<string>();
  let waiting: string[] = [];
  const send = (): void => {
    const ids = waiting.slice(0, 100);
    waiting = waiting.slice(100);
    if (waiting.length > 0) queueMicrotask(send);
    const forget = () => setTimeout(() => ids.forEach((id) => asked.delete(id)), ASK_AGAIN_MS);
    void ask(ids).then(forget, forget); // a name that did not come shows as its chair alone, and is asked for again
  };
  return (id) => {
    if (asked.has(id)) return undefined;
    asked.add(id);
    if (waiting.push(id) === 1) queueMicrotask(send);
    return undefined;
  };
};
