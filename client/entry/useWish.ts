import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from "react";

import { rejectionWords } from "#client/rejectionWords.ts";
import { newId, useClinic, usePlace, useSubmit } from "#client/store/ClinicProvider.tsx";
import type { CommandId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import type { Command } from "#shared/clinic/commands.ts";
import { send } from "./sending.ts";
import { entryWords } from "./words.ts";

export interface Wish {
  /** Sends once; a second tap while it is on its way does nothing. `done` runs when it is saved or kept on this tablet. */
  readonly send: (command: Command, done?: () => void) => void;
  readonly busy: boolean;
  /** Why it was refused, in words. */
  readonly refusal: string | undefined;
  readonly forget: () => void;
}

/** One intent of one small form: its button is busy while it is on its way, and a "no" stands beside it. */
export const useWish = (): Wish => {
  const submit = useSubmit();
  const { link } = usePlace();
  const zone = useClinic((clinic) => clinic.zone);
  const underWay = useRef(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const start = useCallback(
    async (command: Command, done?: () => void) => {
      if (underWay.current) return;
      underWay.current = true;
      setBusy(true);
      setRefusal(undefined);
      const outcome = await send(submit, link.outbox, command, newId<CommandId>());
      underWay.current = false;
      setBusy(false);
      if (outcome.kind === "refused") setRefusal(rejectionWords(outcome.rejection, zone));
      else if (outcome.kind === "full") setRefusal(entryWords.full);
      else done?.();
    },
    [submit, link, zone],
  );
  const forget = useCallback(() => setRefusal(undefined), []);
  return useMemo(
    () => ({ send: (command, done) => void start(command, done), busy, refusal, forget }),
    [start, busy, refusal, forget],
  );
};

/** The clinic's clock at the moment of asking, whatever the link does: for what happens at this tablet now. */
export const useTabletNow = (): (() => Instant) => {
  const { link } = usePlace();
  return useCallback(() => Math.floor(link.connection.now()), [link]);
};

/** Every entry of this tablet that has no answer yet, or a refusal that nobody has read. */
export const useKeptHere = () => {
  const { link } = usePlace();
  return useSyncExternalStore(link.outbox.subscribe, link.outbox.entries);
};
