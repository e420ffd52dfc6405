import { LeftWithoutRide } from "#client/entry/LeftWithoutRide.tsx";
import { adverseEventsOf } from "#shared/session/care.ts";
import { AdverseEventDialog } from "./AdverseEventDialog.tsx";
import { AgainstAdvice } from "./AgainstAdvice.tsx";
import type { ChairView } from "./chairModel.ts";
import { CorrectDose } from "./CorrectDose.tsx";
import { CountDialog } from "./CountDialog.tsx";
import { DeviceDialog } from "./DeviceDialog.tsx";
import {
  AbortDialog,
  EndDialog,
  PauseDialog,
  RateDialog,
  ResumeDialog,
  StopDevicesDialog,
  type DoseDialogProps,
} from "./DoseDialogs.tsx";
import { EndingDialog } from "./EndingDialog.tsx";
import type { Ending } from "./endingModel.ts";
import { InjectionDialog } from "./InjectionDialog.tsx";
import { InterventionDialog } from "./InterventionDialog.tsx";
import { MoveDialog } from "./MoveDialog.tsx";
import type { Opened } from "./opened.ts";
import { StartDialog } from "./StartDialog.tsx";

const FORMS = {
  start: StartDialog,
  pause: PauseDialog,
  resume: ResumeDialog,
  rate: RateDialog,
  end: EndDialog,
  injection: InjectionDialog,
  device: DeviceDialog,
  "devices-stopped": StopDevicesDialog,
  abort: AbortDialog,
  "against-advice": AgainstAdvice,
  "left-without-ride": WithoutRide,
  move: MoveDialog,
  intervention: InterventionDialog,
  "adverse-event": AdverseEventDialog,
  count: CountDialog,
} as const;

function WithoutRide({ view, close }: DoseDialogProps) {
  return <LeftWithoutRide session={view.session} onClose={close} />;
}

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
  if ("adverseEvent" in open) {
    const before = adverseEventsOf(view.session).find(({ id }) => id === open.adverseEvent);
    return <AdverseEventDialog view={view} close={close} before={before} />;
  }
  if (!isForm(open.form)) return <EndingDialog view={view} ending={open.form} close={close} />;
  const Form = FORMS[open.form];
  return <Form view={view} close={close} />;
};

type Form = keyof typeof FORMS;
const isForm = (form: Form | Ending): form is Form => form in FORMS;
