import { Check, KeyRound } from "lucide-react";
import { useState } from "react";

import { useMay } from "#client/store/ClinicProvider.tsx";
import { useAct } from "#client/store/useAct.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { hadLine } from "#shared/session/line.ts";
import type { StepProps } from "./stepProps.ts";
import styles from "./Step.module.css";
import { words } from "./words.ts";

type Returned = "belongings" | "line";
const chipsFor = (line: boolean): readonly { readonly code: Returned; readonly word: string }[] => [
  { code: "belongings", word: words.belongings.belongings },
  ...(line ? [{ code: "line", word: words.belongings.line } as const] : []),
];

/** DC17. Nobody goes home with a line in, or without their things; and the keys do not go to the patient. */
export const BelongingsStep = ({ wayOut: { session }, onDone }: StepProps) => {
  const [seen, setSeen] = useState<readonly Returned[]>([]);
  const act = useAct();
  const may = useMay()("return-belongings");
  const { belongings, soberReminder } = session;
  const line = hadLine(session);
  const chips = chipsFor(line);
  const said = line ? words.belongings.withLine : words.belongings;
  const keys = keysWords(soberReminder?.keys);
  const save = async (): Promise<void> => {
    if (await act.run({ type: "return-belongings", sessionId: session.id, lineOut: true })) onDone();
  };
  return (
    <>
      {keys && (
        <p className={styles["done"]}>
          <KeyRound aria-hidden="true" />
          {keys}
        </p>
      )}
      {belongings?.lineOut && (
        <p className={styles["done"]}>
          <Check aria-hidden="true" />
          {said.done}
        </p>
      )}
      {belongings && !belongings.lineOut && <p className={styles["warn"]}>{words.belongings.stillIn}</p>}
      <ChipPicker<Returned>
        many
        legend={words.belongings.legend}
        chips={chips}
        value={seen}
        onChange={(next) => setSeen(next)}
        disabled={!may}
      />
      {line && <p className={styles["note"]}>{words.belongings.lineHelp}</p>}
      <div className={styles["acts"]}>
        <ActLine act={act} zone={session.zone} />
        <Action
          kind="primary"
          size="glove"
          busy={act.busy}
          disabled={seen.length < chips.length}
          onClick={() => void save()}
        >
          {said.save}
        </Action>
      </div>
    </>
  );
};

const keysWords = (keys: string | undefined): string | undefined =>
  Object.entries(words.belongings.keys).find(([code]) => code === keys)?.[1];
