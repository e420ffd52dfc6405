import { useRef, useState } from "react";

import type { CommandId } from "#shared/base/ids.ts";
import type { Command } from "#shared/clinic/commands.ts";
import type { Rejection } from "#shared/clinic/rejection.ts";
import { newId, usePlace, useSubmit, type SubmitAnswer } from "./ClinicProvider.tsx";

/** One act of a person: under way, done, or refused. */
export interface Act {
  /** True once it is recorded. */
  readonly run: (command: Command) => Promise<boolean>;
  readonly busy: boolean;
  readonly refusal: Rejection | undefined;
  /** This device could keep no more: nothing was recorded. */
  readonly full: boolean;
}

/** Sends a wish and keeps its answer where it was asked: a refusal is read here, so it does not wait in the outbox as well. */
export const useAct = (): Act => {
  const submit = useSubmit();
  const { link } = usePlace();
  const underWay = useRef(false);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<SubmitAnswer>();

  const run = async (command: Command): Promise<boolean> => {
    if (underWay.current) return false; // the second tap of a double tap
    underWay.current = true;
    setBusy(true);
    const commandId = newId<CommandId>();
    const given = await submit(command, commandId).finally(() => {
      underWay.current = false;
      setBusy(false);
    });
    setAnswer(given);
    if ("rejected" in given) await link.outbox.setAside(commandId);
    return "accepted" in given;
  };

  const refusal = answer && "rejected" in answer ? answer.rejected : undefined;
  return { run, busy, refusal, full: answer !== undefined && "full" in answer };
};
