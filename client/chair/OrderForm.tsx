import { useState } from "react";

import { useWish } from "#client/entry/useWish.ts";
import { useDirectory } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { ConfirmInline } from "#client/ui/ConfirmInline.tsx";
import { TypedNumberField } from "#client/ui/TypedNumberField.tsx";
import type { PersonId } from "#shared/base/ids.ts";
import { rolesOf, type Clinic } from "#shared/clinic/clinic.ts";
import type { ChairView } from "./chairModel.ts";
import { computedMg, EMPTY_ORDER, orderOf, orderProblem, typeOrder, type OrderField } from "./orderModel.ts";
import { staffName } from "./personWords.ts";
import styles from "./Preparation.module.css";
import { Refusal } from "./Refusal.tsx";
import { treatmentWords } from "./treatmentWords.ts";

const { order: words } = treatmentWords;
const UNIT = { weightKg: "kg", mgPerKg: "mg/kg", mg: "mg", minutes: "min" } as const satisfies Record<
  OrderField,
  string
>;
const LABEL = { weightKg: words.weight, mgPerKg: words.mgPerKg, mg: words.mg, minutes: words.minutes } as const;

/** What the prescriber said. Every number is typed; the dose by weight stands beside the field and must agree. */
export const OrderForm = ({
  view: { clinic, session, protocol },
  done,
}: {
  readonly view: ChairView;
  readonly done: () => void;
}) => {
  const wish = useWish();
  const directory = useDirectory();
  const [draft, setDraft] = useState(EMPTY_ORDER);
  const problem = orderProblem(clinic, protocol, draft);
  const order = orderOf(draft);
  const computed = computedMg(draft);
  const prescribers = prescribersOf(clinic);
  return (
    <div className={styles["form"]}>
      <ChipPicker
        legend={words.kind}
        chips={(["signed", "verbal"] as const).map((code) => ({ code, word: words[code] }))}
        value={draft.kind}
        onChange={(kind) => setDraft({ ...draft, kind })}
      />
      <ChipPicker
        legend={words.prescriber}
        chips={prescribers.map((code) => ({ code, word: staffName(directory, code) }))}
        value={draft.prescriber}
        onChange={(prescriber) => setDraft({ ...draft, prescriber })}
        problem={prescribers.length === 0 ? words.noPrescriber : undefined}
      />
      <div className={styles["numbers"]}>
        {(["weightKg", "mgPerKg", "mg", "minutes"] as const).map((field) => (
          <TypedNumberField
            key={field}
            label={LABEL[field]}
            unit={UNIT[field]}
            decimals={field === "minutes" ? 0 : 2}
            value={draft.typed[field]}
            onChange={(text) => setDraft(typeOrder(draft, field, text))}
            problem={problem && !problem.ask && problem.field === field ? problem.words : undefined}
            last={field === "mg" && computed !== undefined ? words.computed(computed) : undefined}
          />
        ))}
      </div>
      {problem?.ask && (
        <ConfirmInline
          question={problem.words}
          value={`${draft.typed[problem.field as OrderField]} ${UNIT[problem.field as OrderField]}`}
          onYes={() => setDraft({ ...draft, confirmed: true })}
          onChange={() => setDraft(typeOrder(draft, problem.field as OrderField, ""))}
        />
      )}
      <Refusal words={wish.refusal} />
      <span className={styles["end"]}>
        {!order && <span className={styles["hint"]}>{words.needsAll}</span>}
        <Action
          kind="primary"
          busy={wish.busy}
          disabled={!order || problem !== undefined}
          onClick={() => order && wish.send({ type: "record-order", sessionId: session.id, order }, done)}
        >
          {words.save}
        </Action>
      </span>
    </div>
  );
};

const prescribersOf = (clinic: Clinic): readonly PersonId[] =>
  (Object.keys(clinic.members) as PersonId[]).filter((person) =>
    rolesOf(clinic, person).some((role) => role === "clinician" || role === "director"),
  );
