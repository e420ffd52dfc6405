import { useForm } from "#client/entry/useForm.ts";
import { useWish } from "#client/entry/useWish.ts";
import { useDirectory } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { ConfirmInline } from "#client/ui/ConfirmInline.tsx";
import { TypedNumberField } from "#client/ui/TypedNumberField.tsx";
import type { ChairView } from "./chairModel.ts";
import { InjectionChoices, SprayDose } from "./OrderChoices.tsx";
import {
  computedMg,
  EMPTY_ORDER,
  orderFields,
  orderOf,
  orderProblem,
  typeOrder,
  type OrderDraft,
  type OrderField,
  type OrderProblem,
} from "./orderModel.ts";
import { staffName } from "./personWords.ts";
import styles from "./Preparation.module.css";
import { Refusal } from "./Refusal.tsx";
import { treatmentWords } from "./treatmentWords.ts";
import { isPrescriber, membersWho } from "#shared/clinic/clinic.ts";

const { order: words } = treatmentWords;
const UNIT = {
  weightKg: "kg",
  mgPerKg: "mg/kg",
  mg: "mg",
  minutes: "min",
  secondMg: "mg",
  secondFrom: "min",
  secondTo: "min",
} as const satisfies Record<OrderField, string>;
const LABEL = {
  weightKg: words.weight,
  mgPerKg: words.mgPerKg,
  mg: words.mg,
  minutes: words.minutes,
  secondMg: words.atMost,
  secondFrom: words.from,
  secondTo: words.to,
} as const satisfies Record<OrderField, string>;
const WHOLE: readonly OrderField[] = ["minutes", "secondFrom", "secondTo"];

/** What the prescriber said. Every number is typed; the dose by weight stands beside the field and must agree. */
export const OrderForm = ({ view, done }: { readonly view: ChairView; readonly done: () => void }) => {
  const { clinic, session, protocol } = view;
  const wish = useWish();
  const [draft, setDraft, forget] = useForm("order", session.id, EMPTY_ORDER);
  const problem = orderProblem(clinic, protocol, draft);
  const order = orderOf(protocol.route, draft);
  const saved = (): void => {
    forget();
    done();
  };
  return (
    <div className={styles["form"]}>
      <Whose view={view} draft={draft} set={setDraft} />
      {protocol.dose.route === "im" && <InjectionChoices draft={draft} set={setDraft} />}
      {protocol.dose.route === "nasal" && <SprayDose rules={protocol.dose} draft={draft} set={setDraft} />}
      <Numbers fields={orderFields(protocol.route, draft)} draft={draft} set={setDraft} problem={problem} />
      {problem?.ask && problem.field !== "prescriber" && (
        <Ask problem={problem} field={problem.field} draft={draft} set={setDraft} />
      )}
      <Refusal words={wish.refusal} />
      <span className={styles["end"]}>
        {!order && <span className={styles["hint"]}>{words.needsAll}</span>}
        <Action
          kind="primary"
          busy={wish.busy}
          disabled={!order || problem !== undefined}
          onClick={() => order && wish.send({ type: "record-order", sessionId: session.id, order }, saved)}
        >
          {words.save}
        </Action>
      </span>
    </div>
  );
};

interface PartProps {
  readonly draft: OrderDraft;
  readonly set: (draft: OrderDraft) => void;
}

/** A verbal order is read back, and that is said while it is written down. GA8, P 3. */
const Whose = ({ view: { clinic }, draft, set }: PartProps & { readonly view: ChairView }) => {
  const directory = useDirectory();
  const prescribers = membersWho(clinic, isPrescriber);
  return (
    <>
      <ChipPicker
        legend={words.kind}
        chips={(["signed", "verbal"] as const).map((code) => ({ code, word: words[code] }))}
        value={draft.kind}
        onChange={(kind) => set({ ...draft, kind })}
      />
      {draft.kind === "verbal" && <p className={styles["hint"]}>{words.readBack}</p>}
      <ChipPicker
        legend={words.prescriber}
        chips={prescribers.map((code) => ({ code, word: staffName(directory, code) }))}
        value={draft.prescriber}
        onChange={(prescriber) => set({ ...draft, prescriber })}
        problem={prescribers.length === 0 ? words.noPrescriber : undefined}
      />
    </>
  );
};

interface NumbersProps extends PartProps {
  readonly fields: readonly OrderField[];
  readonly problem: OrderProblem | undefined;
}

const Numbers = ({ fields, draft, set, problem }: NumbersProps) => {
  const computed = computedMg(draft);
  const byWeight = fields.includes("weightKg");
  return (
    fields.length > 0 && (
      <div className={styles["numbers"]}>
        {fields.map((field) => (
          <TypedNumberField
            key={field}
            label={LABEL[field]}
            unit={UNIT[field]}
            decimals={WHOLE.includes(field) ? 0 : 2}
            value={draft.typed[field]}
            onChange={(text) => set(typeOrder(draft, field, text))}
            problem={problem && !problem.ask && problem.field === field ? problem.words : undefined}
            last={field === "mg" && byWeight && computed !== undefined ? words.computed(computed) : undefined}
          />
        ))}
      </div>
    )
  );
};

const Ask = ({
  problem,
  field,
  draft,
  set,
}: PartProps & { readonly problem: OrderProblem; readonly field: OrderField }) => (
  <ConfirmInline
    question={problem.words}
    value={`${draft.typed[field]} ${UNIT[field]}`}
    onYes={() => set({ ...draft, confirmed: true })}
    onChange={() => set(typeOrder(draft, field, ""))}
  />
);
