import { useEffect, useState } from "react";

import { api } from "#client/store/api.ts";
import { usePlace } from "#client/store/ClinicProvider.tsx";
import { Ledger } from "#shared/alarm/ledger.ts";
import type { DayRange } from "#shared/alarm/ledgerRange.ts";

type LedgerState =
  { readonly is: "loading" } | { readonly is: "ready"; readonly ledger: Ledger } | { readonly is: "failed" };

/** Reads the days when they are chosen and when a person asks again, and not more often: every reading is written down as a view. */
export const useLedger = ({ from, to }: DayRange): { readonly state: LedgerState; readonly readAgain: () => void } => {
  const { clinicId } = usePlace();
  const [round, setRound] = useState(0);
  const asked = `${from} ${to} ${round}`;
  const [answer, setAnswer] = useState<{ readonly to: string; readonly state: LedgerState }>();
  useEffect(() => {
    let gone = false;
    const show = (state: LedgerState): void => {
      if (!gone) setAnswer({ to: asked, state });
    };
    api("GET", `/api/clinics/${clinicId}/ledger?from=${from}&to=${to}`, Ledger).then(
      (ledger) => show({ is: "ready", ledger }),
      () => show({ is: "failed" }),
    );
    return () => {
      gone = true;
    };
  }, [clinicId, from, to, asked]);
  // An answer to other days is never shown as that of these.
  return { state: answer?.to === asked ? answer.state : { is: "loading" }, readAgain: () => setRound(round + 1) };
};
