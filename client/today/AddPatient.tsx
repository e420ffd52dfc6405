import { useState } from "react";

import { Dialog } from "#client/ui/Dialog.tsx";
import { useReturnFocus } from "#client/ui/useReturnFocus.ts";
import type { Instant } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { PatientRow } from "#shared/wire/http.ts";
import { FindPatient } from "./FindPatient.tsx";
import { NewPatient } from "./NewPatient.tsx";
import { VisitForm } from "./VisitForm.tsx";
import { words } from "./words.ts";

interface AddPatientProps {
  readonly clinic: Clinic;
  readonly now: Instant;
  readonly live: boolean;
  readonly onClose: () => void;
}

type Stage = { readonly at: "find" } | { readonly at: "new" } | { readonly at: "visit"; readonly patient: PatientRow };

/** Who, then when and where. Somebody who was here before is found again, so that nobody is in the register twice. */
export const AddPatient = ({ clinic, now, live, onClose }: AddPatientProps) => {
  useReturnFocus();
  const [stage, setStage] = useState<Stage>({ at: "find" });
  const chosen = (patient: PatientRow): void => setStage({ at: "visit", patient });
  const find = (): void => setStage({ at: "find" });
  return (
    <Dialog open onClose={onClose} title={words.addDialog.title} size="lg">
      {stage.at === "find" && <FindPatient live={live} onChosen={chosen} onNew={() => setStage({ at: "new" })} />}
      {stage.at === "new" && <NewPatient now={now} zone={clinic.zone} live={live} onSaved={chosen} onBack={find} />}
      {stage.at === "visit" && (
        <VisitForm clinic={clinic} now={now} live={live} patient={stage.patient} onBack={find} onDone={onClose} />
      )}
    </Dialog>
  );
};
