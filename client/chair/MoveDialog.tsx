import { useState } from "react";

import { useWish } from "#client/entry/useWish.ts";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { chairName } from "#client/ui/statusWords.ts";
import type { ChairId } from "#shared/base/ids.ts";
import { chairsInPlace, sessionInChair } from "#shared/clinic/clinic.ts";
import { useLocation } from "wouter";
import { FactDialog, type DoseDialogProps } from "./DoseDialogs.tsx";
import { moreWords } from "./moreWords.ts";

const { move: words } = moreWords;

/** PL1. To a free place; the page goes along with the patient. */
export const MoveDialog = ({ view: { clinic, session }, close }: DoseDialogProps) => {
  const wish = useWish();
  const [, go] = useLocation();
  const [to, setTo] = useState<ChairId>();
  const free = chairsInPlace(clinic).filter(({ id }) => !sessionInChair(clinic, id));
  const moved = (): void => {
    close();
    if (to) go(`/chairs/${to}`);
  };
  return (
    <FactDialog
      title={words.title}
      close={close}
      wish={wish}
      ready={to !== undefined}
      act={words.act}
      record={() => to && wish.send({ type: "move-session", sessionId: session.id, chairId: to }, moved)}
    >
      <ChipPicker
        legend={words.to}
        chips={free.map(({ id, label }) => ({ code: id, word: chairName(label) }))}
        value={to}
        onChange={setTo}
        problem={free.length === 0 ? words.none : undefined}
      />
    </FactDialog>
  );
};
