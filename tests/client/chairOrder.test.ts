import { expect, test } from "vitest";

import {
  computedMg,
  EMPTY_ORDER,
  orderFields,
  orderOf,
  orderProblem,
  typeOrder,
  type OrderDraft,
} from "#client/chair/orderModel.ts";
import { PersonId } from "#shared/base/ids.ts";
import { IM_PROTOCOL } from "#shared/protocol/im.ts";
import { IV_PROTOCOL } from "#shared/protocol/iv.ts";
import { NASAL_PROTOCOL } from "#shared/protocol/nasal.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { given } from "#tests/rules/scenario.ts";

const order = (typed: Partial<OrderDraft["typed"]>, more: Partial<OrderDraft> = {}): OrderDraft =>
  Object.entries({ weightKg: "70", mgPerKg: "0.5", mg: "35", minutes: "40", ...typed }).reduce<OrderDraft>(
    (draft, [field, text]) => ({ ...typeOrder(draft, field as keyof OrderDraft["typed"], text), ...more }),
    { ...EMPTY_ORDER, kind: "signed", prescriber: PersonId.parse("clinician-0001") },
  );
const problemOf = (draft: OrderDraft, protocol: Protocol = IV_PROTOCOL) => {
  const found = orderProblem(given().founded().clinic(), protocol, draft);
  return found && { field: found.field, ask: found.ask };
};

test("[CH3] the dose by weight is computed, typed by a person, and the two must agree", () => {
  expect(computedMg(order({}))).toBe(35);
  expect(computedMg(order({ weightKg: "71,5", mgPerKg: "0.5" }))).toBe(35.8);
  expect(problemOf(order({}))).toBeUndefined();
  expect(problemOf(order({ mg: "53" }))).toEqual({ field: "mg", ask: false });
  expect(orderOf("iv", order({ mg: "" }))).toBeUndefined();
});

test("[CH3] an unusual order is asked once and is then the prescriber's word; a new number asks again", () => {
  const high = order({ mgPerKg: "1.2", mg: "84" });
  expect(problemOf(high)).toEqual({ field: "mgPerKg", ask: true });
  expect(problemOf({ ...high, confirmed: true })).toBeUndefined();
  expect(problemOf(typeOrder({ ...high, confirmed: true }, "minutes", "45"))).toEqual({ field: "mgPerKg", ask: true });
  expect(problemOf(order({ minutes: "20" }))).toEqual({ field: "minutes", ask: true });
});

test("[CH3] impossible weights, what is no number and who may not prescribe are refused", () => {
  expect(problemOf(order({ weightKg: "7", mg: "3.5" }))).toEqual({ field: "weightKg", ask: false });
  expect(problemOf(order({ minutes: "40 min" }))).toEqual({ field: "minutes", ask: false });
  expect(problemOf(order({}, { prescriber: PersonId.parse("nurse-0001") }))).toEqual({
    field: "prescriber",
    ask: false,
  });
});

const injection = (typed: Partial<OrderDraft["typed"]>, more: Partial<OrderDraft> = {}): OrderDraft =>
  order({ weightKg: "", mgPerKg: "", minutes: "", mg: "50", ...typed }, { basis: "fixed", second: "none", ...more });

test("[CH10] an injection is ordered in milligrams, or by weight, with a second one or without", () => {
  expect(orderFields("im", injection({}))).toEqual(["mg"]);
  expect(orderOf("im", injection({}))).toMatchObject({ route: "im", mg: 50 });
  expect(orderOf("im", injection({}))).not.toHaveProperty("second");
  expect(
    orderOf("im", { ...EMPTY_ORDER, kind: "signed", prescriber: PersonId.parse("clinician-0001") }),
  ).toBeUndefined();

  const byWeight = injection({ weightKg: "70", mgPerKg: "0.7", mg: "49" }, { basis: "per-kg" });
  expect(orderFields("im", byWeight)).toEqual(["weightKg", "mgPerKg", "mg"]);
  expect(orderOf("im", byWeight)).toMatchObject({ mg: 49, mgPerKg: 0.7, weightKg: 70 });
  expect(problemOf(byWeight, IM_PROTOCOL)).toBeUndefined();
  expect(problemOf(typeOrder(byWeight, "mg", "60"), IM_PROTOCOL)).toEqual({ field: "mg", ask: false });
});

test("[CH10] what was typed under another choice is no part of the order", () => {
  const changed = injection({ weightKg: "70", mgPerKg: "2", secondMg: "900" });
  expect(orderOf("im", changed)).toEqual({
    route: "im",
    kind: "signed",
    prescriber: "clinician-0001",
    mg: 50,
    confirmed: false,
  });
});

test("[CH10] a second injection has at most how much, and from and to which minute", () => {
  const second = injection({ secondMg: "40", secondFrom: "10", secondTo: "30" }, { second: "allowed" });
  expect(orderOf("im", second)).toMatchObject({ second: { mgAtMost: 40, fromMin: 10, toMin: 30 } });
  expect(orderOf("im", typeOrder(second, "secondTo", ""))).toBeUndefined();
  expect(problemOf(typeOrder(second, "secondTo", "5"), IM_PROTOCOL)).toEqual({ field: "secondMg", ask: false });
});

const spray = (dose: string, mg = "", more: Partial<OrderDraft> = {}): OrderDraft =>
  order({ weightKg: "", mgPerKg: "", minutes: "", mg }, { dose, ...more });

test("[CH10] a nasal dose is one of the protocol's, or another that is typed", () => {
  expect(orderFields("nasal", spray("84"))).toEqual([]);
  expect(orderOf("nasal", spray("84"))).toMatchObject({ route: "nasal", mg: 84 });
  expect(problemOf(spray("56"), NASAL_PROTOCOL)).toBeUndefined();
  expect(orderFields("nasal", spray("other"))).toEqual(["mg"]);
  expect(orderOf("nasal", spray("other"))).toBeUndefined();
});

test("[CH11] whole devices are asked about once; half a device is no dose, whoever confirms it", () => {
  expect(problemOf(spray("other", "28"), NASAL_PROTOCOL)).toEqual({ field: "mg", ask: true });
  expect(problemOf(spray("other", "28", { confirmed: true }), NASAL_PROTOCOL)).toBeUndefined();
  expect(problemOf(spray("other", "40"), NASAL_PROTOCOL)).toEqual({ field: "mg", ask: false });
});

test("[CH10] so high a dose is not for the telephone", () => {
  expect(problemOf(injection({ mg: "220" }, { kind: "verbal", confirmed: true }), IM_PROTOCOL)).toEqual({
    field: "mg",
    ask: false,
  });
  expect(problemOf(injection({ mg: "220" }, { confirmed: true }), IM_PROTOCOL)).toBeUndefined();
});
