import { useState } from "react";

import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { TypedNumberField } from "#client/ui/TypedNumberField.tsx";
import { startFlags } from "#shared/session/gate.ts";
import { FactDialog, positive, useDoseFact, wrong, type DoseDialogProps } from "./DoseDialogs.tsx";
import styles from "./DoseDialogs.module.css";
import { chairWords } from "./words.ts";

const { dose: words, order: orderWords } = chairWords;

/** A start is a fact: it is never refused, and what was not in order is said before it is recorded. */
export const StartDialog = (props: DoseDialogProps) => {
  const { session, protocol } = props.view;
  const { wish, base, when, send, picker } = useDoseFact(props);
  const order = session.orders.at(-1);
  const [dose, setDose] = useState<"ordered" | "other" | undefined>(order ? undefined : "other");
  const [typed, setTyped] = useState({ mg: "", minutes: "", rate: "" });
  const mg = dose === "ordered" ? order?.mg : positive(typed.mg, 1);
  const plannedMin = dose === "ordered" ? order?.minutes : positive(typed.minutes, 0);
  const rateMlPerH = positive(typed.rate, 1);
  const flags = startFlags(session, protocol, mg ?? 0);
  const ready = "at" in when && mg !== undefined && plannedMin !== undefined;
  return (
    <FactDialog
      title={words.start}
      close={props.close}
      wish={wish}
      ready={ready}
      act={flags.length > 0 ? words.startAnyway : words.start}
      record={() => ready && send((at) => ({ type: "start-infusion", ...base, at, mg, plannedMin, ...(rateMlPerH !== undefined && { rateMlPerH }) }))}
    >
      {order && (
        <ChipPicker
          legend={words.mg}
          chips={[{ code: "ordered", word: `${words.asOrdered}: ${words.facts.dose(order.mg, order.minutes)}` }, { code: "other", word: words.other }]}
          value={dose}
          onChange={setDose}
        />
      )}
      <div className={styles["numbers"]}>
        {dose === "other" && (
          <>
            <TypedNumberField label={words.mg} unit="mg" decimals={1} value={typed.mg} onChange={(text) => setTyped({ ...typed, mg: text })} problem={wrong(typed.mg, 1)} last={order && orderWords.line(order.mg, order.mgPerKg, order.weightKg, order.minutes)} />
            <TypedNumberField label={words.minutes} unit="min" value={typed.minutes} onChange={(text) => setTyped({ ...typed, minutes: text })} problem={wrong(typed.minutes, 0)} />
          </>
        )}
        <TypedNumberField label={`${words.rateMlPerH}, ${words.optional}`} unit="mL/h" decimals={1} value={typed.rate} onChange={(text) => setTyped({ ...typed, rate: text })} problem={wrong(typed.rate, 1)} />
      </div>
      {picker}
      {flags.length > 0 && (
        <div className={styles["flagged"]} role="alert">
          <p>{words.flagged}</p>
          <ul>
            {flags.map((flag) => (
              <li key={flag}>⚑ {words.flags[flag]}</li>
            ))}
          </ul>
        </div>
      )}
    </FactDialog>
  );
};
