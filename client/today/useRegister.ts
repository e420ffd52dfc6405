import { useState } from "react";

import { api, ApiError } from "#client/store/api.ts";
import { usePlace } from "#client/store/ClinicProvider.tsx";
import { PatientId } from "#shared/base/ids.ts";
import { Id, PatientsFound, type PatientEntry, type PatientRow } from "#shared/wire/http.ts";
import { words } from "./words.ts";

/** The clinic's register of patients. A name travels in the body of a POST: an address is written down in too many places. */
export const useRegister = () => {
  const { clinicId, directory } = usePlace();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const ask = async <Answer>(how: () => Promise<Answer>): Promise<Answer | undefined> => {
    setBusy(true);
    setProblem(undefined);
    try {
      return await how();
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      setProblem(cause.status === 403 ? words.addDialog.refused : words.addDialog.noAnswer);
      return undefined;
    } finally {
      setBusy(false);
    }
  };

  const search = (query: string) =>
    ask(async () => (await api("POST", `/api/clinics/${clinicId}/patients/search`, PatientsFound, { query })).patients);

  const add = (entry: PatientEntry) =>
    ask(async (): Promise<PatientRow> => {
      const patient = { ...entry, ...(await api("POST", `/api/clinics/${clinicId}/patients`, Id(PatientId), entry)) };
      directory.remember(patient);
      return patient;
    });

  return { search, add, busy, problem };
};
