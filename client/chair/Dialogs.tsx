import { AgainstAdvice } from "./AgainstAdvice.tsx";
import type { ChairView } from "./chairModel.ts";
import { CorrectDose } from "./CorrectDose.tsx";
import { AbortDialog, EndDialog, PauseDialog, RateDialog, ResumeDialog } from "./DoseDialogs.tsx";
import type { Opened } from "./opened.ts";
import { StartDialog } from "./StartDialog.tsx";

const FORMS = {
  start: StartDialog,
  pause: PauseDialog,
  resume: ResumeDialog,
  rate: RateDialog,
  end: EndDialog,
  abort: AbortDialog,
  "against-advice": AgainstAdvice,
} as const;

/** The one form that is open over the page, if any. */
export const Dialogs = ({
  view,
  open,
  close,
}: {
  readonly view: ChairView;
  readonly open: Opened | undefined;
  readonly close: () => void;
}) => {
  if (!open || "observation" in open) return null;
  if ("correct" in open) return <CorrectDose view={view} fact={open.correct} close={close} />;
  const Form = FORMS[open.form];
  return <Form view={view} close={close} />;
};
