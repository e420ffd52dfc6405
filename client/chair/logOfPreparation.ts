import { GateItem } from "#shared/protocol/protocol.ts";
import type { Session } from "#shared/session/session.ts";
import { orderLine } from "./doseWords.ts";
import { line, lineOf, linesOf, type Lines } from "./logLine.ts";
import { medicinesWords } from "./medicinesWords.ts";
import { treatmentWords } from "./treatmentWords.ts";

const { preparation, order: orderWords, sober, hold } = treatmentWords;

type Fields = "checkedIn" | "orders" | "gate" | "medicines" | "soberReminder" | "clearances";

/** From the door to the dose. */
export const preparationLog: Readonly<Record<Fields, Lines>> = {
  checkedIn: ({ checkedIn }) => [line("check-in", checkedIn, "Checked in")],
  orders: ({ orders }, nameOf) =>
    orders.flatMap(({ order, cosigned, ...stamp }, index) => [
      line(
        `order${index}`,
        stamp,
        `${preparation.items.order}: ${orderLine(order)} · ${orderWords[order.kind]} · ${nameOf(order.prescriber)}`,
      ),
      ...lineOf(`cosigned${index}`, cosigned, () => `Verbal order signed: ${orderLine(order)}`),
    ]),
  gate: ({ gate }) =>
    GateItem.options.flatMap((item) =>
      lineOf(item, gate[item], (said) => `${preparation.items[item]}: ${answerWords(said)}`),
    ),
  medicines: ({ medicines }) =>
    lineOf("medicines", medicines, (told) => `${preparation.items.medicines}: ${medicinesWords(told).toLowerCase()}`),
  soberReminder: ({ soberReminder }) =>
    lineOf("sober", soberReminder, ({ keys }) => `${sober.title} · ${sober.keys}: ${KEYS[keys] ?? keys}`),
  clearances: ({ clearances }) =>
    linesOf("clearance", clearances, ({ why }) => `Cleared for start: ${hold.why[why.code].toLowerCase()}`),
};

const KEYS: Readonly<Record<string, string>> = sober.keysAt;

type Said = NonNullable<Session["gate"][GateItem]>;

const answerWords = ({ answer, since, text }: Said): string => {
  const words = preparation.answers[answer].toLowerCase();
  return [since ? `${words} ${preparation.since(since)}` : words, ...(text ? [text] : [])].join(": ");
};
