import { parseTyped } from "#client/ui/typedNumber.ts";
import { rejectionWords } from "#client/rejectionWords.ts";
import type { PersonId } from "#shared/base/ids.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Protocol, Route } from "#shared/protocol/protocol.ts";
import { checkOrder } from "#shared/session/decidePreparation.ts";
import type { Order } from "#shared/session/session.ts";

export type OrderField = "weightKg" | "mgPerKg" | "mg" | "minutes" | "secondMg" | "secondFrom" | "secondTo";

/** Nothing is chosen and nothing is typed beforehand. */
export interface OrderDraft {
  readonly kind?: Order["kind"];
  readonly prescriber?: PersonId;
  /** IM: in milligrams, or by weight. */
  readonly basis?: "fixed" | "per-kg";
  /** IM: whether a second injection was ordered with the first. */
  readonly second?: "none" | "allowed";
  /** Nasal: one of the protocol's doses, by its milligrams, or another one that is typed. */
  readonly dose?: string;
  readonly typed: Readonly<Record<OrderField, string>>;
  readonly confirmed: boolean;
}

export const OTHER_DOSE = "other";

export const EMPTY_ORDER: OrderDraft = {
  typed: { weightKg: "", mgPerKg: "", mg: "", minutes: "", secondMg: "", secondFrom: "", secondTo: "" },
  confirmed: false,
};

const DECIMALS: Readonly<Record<OrderField, number>> = {
  weightKg: 1,
  mgPerKg: 2,
  mg: 1,
  minutes: 0,
  secondMg: 1,
  secondFrom: 0,
  secondTo: 0,
};

/** CH10. The numbers that a route's order has, in the order in which they are typed. */
export const orderFields = (route: Route, { basis, second, dose }: OrderDraft): readonly OrderField[] => {
  switch (route) {
    case "iv":
      return ["weightKg", "mgPerKg", "mg", "minutes"];
    case "im":
      return [
        ...(basis === "per-kg" ? (["weightKg", "mgPerKg"] as const) : []),
        ...(basis === undefined ? [] : (["mg"] as const)),
        ...(second === "allowed" ? (["secondMg", "secondFrom", "secondTo"] as const) : []),
      ];
    case "nasal":
      return dose === OTHER_DOSE ? ["mg"] : [];
  }
};

/** CH3. The dose by weight, said beside the field; the person types it, and the two must agree. */
export const computedMg = ({ typed }: OrderDraft): number | undefined => {
  const [kg, perKg] = [numberOf(typed, "weightKg"), numberOf(typed, "mgPerKg")];
  return kg === undefined || perKg === undefined ? undefined : Math.round(perKg * kg * 10) / 10;
};

type Common = Pick<Order, "kind" | "prescriber" | "confirmed">;

/** CH10. The order as it was said, once nothing is missing. */
export const orderOf = (route: Route, draft: OrderDraft): Order | undefined => {
  const { kind, prescriber, confirmed } = draft;
  return kind && prescriber ? BY_ROUTE[route](draft, { kind, prescriber, confirmed }) : undefined;
};

const infusion = ({ typed }: OrderDraft, common: Common): Order | undefined => {
  const [weightKg, mgPerKg, mg, minutes] = (["weightKg", "mgPerKg", "mg", "minutes"] as const).map((field) =>
    numberOf(typed, field),
  );
  return weightKg === undefined || mgPerKg === undefined || mg === undefined || minutes === undefined
    ? undefined
    : { route: "iv", ...common, mgPerKg, weightKg, mg, minutes };
};

const injection = (draft: OrderDraft, common: Common): Order | undefined => {
  const mg = numberOf(draft.typed, "mg");
  const weight = byWeight(draft);
  const second = secondOf(draft);
  return mg === undefined || !weight || !second ? undefined : { route: "im", ...common, mg, ...weight, ...second };
};

type Injection = Extract<Order, { route: "im" }>;

const byWeight = ({ basis, typed }: OrderDraft): Pick<Injection, "mgPerKg" | "weightKg"> | undefined => {
  if (basis !== "per-kg") return basis && {};
  const [mgPerKg, weightKg] = [numberOf(typed, "mgPerKg"), numberOf(typed, "weightKg")];
  return mgPerKg === undefined || weightKg === undefined ? undefined : { mgPerKg, weightKg };
};

const secondOf = ({ second, typed }: OrderDraft): Pick<Injection, "second"> | undefined => {
  if (second !== "allowed") return second && {};
  const [mgAtMost, fromMin, toMin] = (["secondMg", "secondFrom", "secondTo"] as const).map((field) =>
    numberOf(typed, field),
  );
  return mgAtMost === undefined || fromMin === undefined || toMin === undefined
    ? undefined
    : { second: { mgAtMost, fromMin, toMin } };
};

const spray = ({ dose, typed }: OrderDraft, common: Common): Order | undefined => {
  const mg = dose === OTHER_DOSE ? numberOf(typed, "mg") : dose && Number(dose);
  return mg ? { route: "nasal", ...common, mg } : undefined;
};

const BY_ROUTE = { iv: infusion, im: injection, nasal: spray } as const;

export interface OrderProblem {
  readonly field: OrderField | "prescriber";
  readonly words: string;
  /** Rare and possible: asked once, and then it is the prescriber's word. */
  readonly ask: boolean;
}

/** CH3. By the server's own rule, before the network. */
export const orderProblem = (clinic: Clinic, protocol: Protocol, draft: OrderDraft): OrderProblem | undefined => {
  for (const field of orderFields(protocol.route, draft)) {
    const typed = parseTyped(draft.typed[field], { decimals: DECIMALS[field], min: 0 });
    if (typed.kind === "wrong") return { field, words: typed.problem, ask: false };
  }
  const order = orderOf(protocol.route, draft);
  const rejected = order && checkOrder(clinic, order, protocol);
  if (!rejected || !order) return undefined;
  const words = rejectionWords(rejected);
  if (rejected.reason === "dose-unusual")
    return { field: rejected.field, words, ask: canConfirm(clinic, order, protocol) };
  if (rejected.reason === "order-incomplete")
    return { field: rejected.field === "second" ? "secondMg" : rejected.field, words, ask: false };
  return { field: rejected.reason === "not-a-prescriber" ? "prescriber" : "mg", words, ask: false };
};

/** CH11. Asked only where "yes" is an answer: half a device, or a weight that nobody has, stays refused. */
const canConfirm = (clinic: Clinic, order: Order, protocol: Protocol): boolean =>
  checkOrder(clinic, { ...order, confirmed: true }, protocol)?.reason !== "dose-unusual";

export const typeOrder = (draft: OrderDraft, field: OrderField, text: string): OrderDraft => ({
  ...draft,
  confirmed: false,
  typed: { ...draft.typed, [field]: text },
});

const numberOf = (typed: OrderDraft["typed"], field: OrderField): number | undefined => {
  const found = parseTyped(typed[field], { decimals: DECIMALS[field], min: 0 });
  return found.kind === "number" && found.value > 0 ? found.value : undefined;
};
