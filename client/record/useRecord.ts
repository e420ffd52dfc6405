import { useEffect, useState } from "react";

import { api, ApiError } from "#client/store/api.ts";
import { usePlace } from "#client/store/ClinicProvider.tsx";
import type { SessionId } from "#shared/base/ids.ts";
import { SessionRecord } from "#shared/wire/http.ts";

export type RecordState =
  | { readonly is: "loading" }
  | { readonly is: "ready"; readonly record: SessionRecord }
  | { readonly is: "failed"; readonly status: number };

/** Reads a record when it is opened and when a person asks again, and not more often: every reading is written down as a view. */
export const useRecord = (sessionId: SessionId): { readonly state: RecordState; readonly readAgain: () => void } => {
  const { clinicId } = usePlace();
  const [state, setState] = useState<RecordState>({ is: "loading" });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let gone = false;
    const show = (next: RecordState): void => {
      if (!gone) setState(next);
    };
    api("GET", `/api/clinics/${clinicId}/sessions/${sessionId}`, SessionRecord).then(
      (record) => show({ is: "ready", record }),
      (cause: unknown) => show({ is: "failed", status: cause instanceof ApiError ? cause.status : 0 }),
    );
    return () => {
      gone = true;
    };
  }, [clinicId, sessionId, round]);
  return { state, readAgain: () => setRound(round + 1) };
};
