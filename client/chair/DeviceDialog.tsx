import { useState } from "react";

import { ConfirmInline } from "#client/ui/ConfirmInline.tsx";
import { MINUTE } from "#shared/base/time.ts";
import type { Instant } from "#shared/base/time.ts";
import { FactDialog, useDoseFact, type DoseDialogProps } from "./DoseDialogs.tsx";
import { deviceFlags } from "#shared/session/doseFlags.ts";
import { allGiven, clockLeft, devicesIn, type Devices } from "./doseModel.ts";
import { Flagged } from "./Flagged.tsx";
import { LotField, packageOf } from "./LotField.tsx";
import { treatmentWords } from "./treatmentWords.ts";

const { dose: words } = treatmentWords;

/** NS2, NS3. A device was given. Before the rest is over that is asked about once more: recorded all the same, and flagged. */
export const DeviceDialog = (props: DoseDialogProps) => {
  const { clinic, session, protocol } = props.view;
  const { wish, base, when, send, picker } = useDoseFact(props);
  const [lot, setLot] = useState("");
  const [sure, setSure] = useState(false);
  const devices = devicesIn(session, protocol);
  const at = "at" in when ? when.at : undefined;
  const early = devices && at !== undefined ? earlyMs(devices, at) : 0;
  const flags = at === undefined ? [] : deviceFlags({ clinic, session, protocol, at });
  return (
    <FactDialog
      title={devices ? deviceWords(devices) : words.extraDevice}
      close={props.close}
      wish={wish}
      ready={at !== undefined && (early === 0 || sure)}
      act={words.record}
      record={() => send((given) => ({ type: "give-device", ...base, at: given, ...packageOf(lot) }))}
    >
      <LotField value={lot} onChange={setLot} />
      {picker}
      {devices && early > 0 && !sure && (
        <ConfirmInline
          question={words.early(clockLeft(early), clockLeft(devices.restMin * MINUTE))}
          value={words.earlyYes}
          onYes={() => setSure(true)}
          onChange={props.close}
        />
      )}
      <Flagged flags={flags} />
    </FactDialog>
  );
};

/** How long before the end of the rest; nothing once it is over. */
const earlyMs = ({ readyAt = 0 }: Devices, at: Instant): number => Math.max(0, readyAt - at);

/** CH25. `Device 2 of 3 given`; more than were ordered are said to be more, and what nobody ordered says so. */
export const deviceWords = (devices: Devices): string =>
  allGiven(devices) ? words.extraDevice : words.device(devices.given + 1, devices.of);
