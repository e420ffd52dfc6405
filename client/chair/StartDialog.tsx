import { useState } from "react";

import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { TypedNumberField } from "#client/ui/TypedNumberField.tsx";
import { firstFlags } from "#shared/session/doseFlags.ts";
import type { Order, Session } from "#shared/session/session.ts";
import { FactDialog, positive, useDoseFact, wrong, type DoseDialogProps } from "./DoseDialogs.tsx";
import styles from "./DoseDialogs.module.css";
import { orderLine } from "./doseWords.ts";
import { Flagged } from "./Flagged.tsx";
import { treatmentWords } from "./treatmentWords.ts";

const { dose: words } = treatmentWords;

/** A start is a fact: it is never refused, and what was not in order is said before it is recorded. */
export const StartDialog = (props: DoseDialogProps) => {
  const { clinic, session, protocol } = props.view;
  const { wish, base, when, send, picker } = useDoseFact(props);
  const order = infusionOrder(session);
  const [which, setWhich] = useState<Which | undefined>(order ? undefined : "other");
  const [typed, setTyped] = useState<TypedDose>({ mg: "", minutes: "", rate: "" });
  const mg = which === "ordered" ? order?.mg : positive(typed.mg, 1);
  const plannedMin = which === "ordered" ? order?.minutes : positive(typed.minutes, 0);
  const rateMlPerH = positive(typed.rate, 1);
  const flags = "at" in when ? firstFlags({ clinic, session, protocol, at: when.at }, mg ?? 0) : [];
  const ready = "at" in when && mg !== undefined && plannedMin !== undefined;
  return (
    <FactDialog
      title={words.start}
      close={props.close}
      wish={wish}
      ready={ready}
      act={flags.length > 0 ? words.startAnyway : words.start}
      record={() =>
        ready &&
        send((at) => ({
          type: "start-infusion",
          ...base,
          at,
          mg,
          plannedMin,
          ...(rateMlPerH !== undefined && { rateMlPerH }),
        }))
      }
    >
      <Dose order={order} which={which} choose={setWhich} typed={typed} type={setTyped} />
      {picker}
      <Flagged flags={flags} />
    </FactDialog>
  );
};

type InfusionOrder = Extract<Order, { route: "iv" }>;

const infusionOrder = ({ orders }: Session): InfusionOrder | undefined => {
  const order = orders.at(-1)?.order;
  return order?.route === "iv" ? order : undefined;
};

type Which = "ordered" | "other";
type TypedDose = Readonly<Record<"mg" | "minutes" | "rate", string>>;

interface DoseProps {
  readonly order: InfusionOrder | undefined;
  readonly which: Which | undefined;
  readonly choose: (which: Which) => void;
  readonly typed: TypedDose;
  readonly type: (typed: TypedDose) => void;
}

/** As ordered, in one tap; anything else is typed. */
const Dose = ({ order, which, choose, typed, type }: DoseProps) => (
  <>
    {order && (
      <ChipPicker
        legend={words.mg}
        chips={[
          { code: "ordered", word: `${words.asOrdered}: ${words.facts.dose(order.mg, order.minutes)}` },
          { code: "other", word: words.other },
        ]}
        value={which}
        onChange={choose}
      />
    )}
    <div className={styles["numbers"]}>
      {which === "other" && (
        <>
          <TypedNumberField
            label={words.mg}
            unit="mg"
            decimals={1}
            value={typed.mg}
            onChange={(mg) => type({ ...typed, mg })}
            problem={wrong(typed.mg, 1)}
            last={order && orderLine(order)}
          />
          <TypedNumberField
            label={words.minutes}
            unit="min"
            value={typed.minutes}
            onChange={(minutes) => type({ ...typed, minutes })}
            problem={wrong(typed.minutes, 0)}
          />
        </>
      )}
      <TypedNumberField
        label={`${words.rateMlPerH}, ${words.optional}`}
        unit="mL/h"
        decimals={1}
        value={typed.rate}
        onChange={(rate) => type({ ...typed, rate })}
        problem={wrong(typed.rate, 1)}
      />
    </div>
  </>
);
