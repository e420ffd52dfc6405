import { parseTyped } from "#client/ui/typedNumber.ts";
import { rejectionWords } from "#client/rejectionWords.ts";
import type { PersonId } from "#shared/base/ids.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { checkOrder } from "#shared/session/decidePreparation.ts";
import type { Order } from "#shared/session/session.ts";

export type OrderField = "weightKg" | "mgPerKg" | "mg" | "minutes";

export interface OrderDraft {
  readonly kind?: Order["kind"];
  readonly prescriber?: PersonId;
  readonly typed: Readonly<Record<OrderField, string>>;
  readonly confirmed: boolean;
}

export const EMPTY_ORDER: OrderDraft = { typed: { weightKg: "", mgPerKg: "", mg: "", minutes: "" }, confirmed: false };

const DECIMALS: Readonly<Record<OrderField, number>> = { weightKg: 1, mgPerKg: 2, mg: 1, minutes: 0 };

/** CH3. The dose by weight, said beside the field; the person types it, and the two must agree. */
export const computedMg = ({ typed }: OrderDraft): number | undefined => {
  const [kg, perKg] = [numberOf(typed, "weightKg"), numberOf(typed, "mgPerKg")];
  return kg === undefined || perKg === undefined ? undefined : Math.round(perKg * kg * 10) / 10;
};

export const orderOf = ({ kind, prescriber, typed, confirmed }: OrderDraft): Order | undefined => {
  const [weightKg, mgPerKg, mg, minutes] = (["weightKg", "mgPerKg", "mg", "minutes"] as const).map((field) =>
    numberOf(typed, field),
  );
  if (
    !kind ||
    !prescriber ||
    weightKg === undefined ||
    mgPerKg === undefined ||
    mg === undefined ||
    minutes === undefined
  )
    return undefined;
  return { kind, prescriber, mgPerKg, weightKg, mg, minutes, confirmed };
};

export interface OrderProblem {
  readonly field: OrderField | "prescriber";
  readonly words: string;
  /** Rare and possible: asked once, and then it is the prescriber's word. */
  readonly ask: boolean;
}

/** CH3. By the server's own rule, before the network. */
export const orderProblem = (clinic: Clinic, protocol: Protocol, draft: OrderDraft): OrderProblem | undefined => {
  for (const field of ["weightKg", "mgPerKg", "mg", "minutes"] as const) {
    const typed = parseTyped(draft.typed[field], { decimals: DECIMALS[field], min: 0 });
    if (typed.kind === "wrong") return { field, words: typed.problem, ask: false };
  }
  const order = orderOf(draft);
  const rejected = order && checkOrder(clinic, order, protocol);
  if (!rejected) return undefined;
  const words = rejectionWords(rejected);
  if (rejected.reason === "dose-unusual") return { field: rejected.field, words, ask: rejected.field !== "weightKg" };
  return { field: rejected.reason === "not-a-prescriber" ? "prescriber" : "mg", words, ask: false };
};

export const typeOrder = (draft: OrderDraft, field: OrderField, text: string): OrderDraft => ({
  ...draft,
  confirmed: false,
  typed: { ...draft.typed, [field]: text },
});

const numberOf = (typed: OrderDraft["typed"], field: OrderField): number | undefined => {
  const found = parseTyped(typed[field], { decimals: DECIMALS[field], min: 0 });
  return found.kind === "number" && found.value > 0 ? found.value : undefined;
};
