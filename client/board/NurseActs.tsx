import { Users } from "lucide-react";
import { useState } from "react";

import { useMay, usePlace } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import type { Instant } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Board } from "./boardModel.ts";
import { CoverDialog, type NameOf } from "./CoverDialog.tsx";
import { cardsInHand, cardsOfNurse, colleaguesOf } from "./coverModel.ts";
import { WithPatient } from "./WithPatient.tsx";
import { boardWords } from "./words.ts";

interface NurseActsProps {
  readonly clinic: Clinic;
  readonly board: Board;
  readonly now: Instant;
  readonly staffName: (id: string) => string | undefined;
  readonly patientName: NameOf;
}

/** What a nurse says to the whole room: with whom she is, and who has her chairs while she is away. */
export const NurseActs = ({ clinic, board, now, staffName, patientName }: NurseActsProps) => {
  const me = usePlace().me.person.id;
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const asked = Object.values(clinic.covers).some(({ nurse }) => nurse === me);
  const patients = cardsOfNurse(board.cards, me);
  return (
    <>
      {may("stay-with-patient") && (
        <WithPatient mine={cardsInHand(board.cards, me)} patientName={patientName} zone={clinic.zone} />
      )}
      {may("ask-for-cover") && !asked && patients.length > 0 && (
        <Action icon={<Users aria-hidden="true" size={18} />} onClick={() => setAsking(true)}>
          {boardWords.cover.ask}
        </Action>
      )}
      {asking && (
        <CoverDialog
          mine={patients}
          colleagues={colleaguesOf(clinic, me)}
          staffName={staffName}
          patientName={patientName}
          now={now}
          zone={clinic.zone}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
};
