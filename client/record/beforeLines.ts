import { dayAndTime } from "#shared/base/time.ts";
import { GateItem, type Protocol } from "#shared/protocol/protocol.ts";
import { GATE_ITEM } from "#shared/protocol/words.ts";
import { unsignedOf } from "#shared/session/cosign.ts";
import type { Order, Session } from "#shared/session/session.ts";
import { beforeWords as words } from "./beforeWords.ts";
import { withText } from "./recordModel.ts";

export interface Line {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly at: number;
  readonly by: string;
}
type NameOf = (by: string) => string;

/** RC6. Every order, answer, clearance and reminder before the dose, each with who and when. */
export const beforeLines = (session: Session, protocol: Protocol, name: NameOf): readonly Line[] => [
  ...orders(session, protocol, name),
  ...gate(session),
  ...medicines(session),
  ...clearances(session),
  ...reminder(session),
];

const orders = (session: Session, protocol: Protocol, name: NameOf): readonly Line[] => {
  const unsigned = unsignedOf(session, protocol);
  return session.orders.map(({ order, at, by, seq, cosigned }) => {
    const due = unsigned.find(({ what }) => what.kind === "order" && what.seq === seq)?.dueAt;
    const parts = [
      orderText(order),
      words.kind[order.kind],
      words.prescriber(name(order.prescriber)),
      order.confirmed && words.confirmed,
      cosigned && words.cosigned(name(cosigned.by), dayAndTime(cosigned.at, session.zone)),
      due !== undefined && words.notCosigned(dayAndTime(due, session.zone)),
    ];
    return { key: `order-${seq}`, label: words.order, text: parts.filter(Boolean).join(" · "), at, by };
  });
};

/** "35 mg IV (0.5 mg/kg, 70 kg) over 40 min"; what an order does not say is left out. */
export const orderText = (order: Order): string => {
  const dose = `${words.mg(order.mg)} ${words.route[order.route]}`;
  switch (order.route) {
    case "iv":
      return [dose, words.perKg(order.mgPerKg, order.weightKg), words.over(order.minutes)].join(" ");
    case "im": {
      const { mgPerKg, weightKg, second } = order;
      const weight = mgPerKg !== undefined && weightKg !== undefined ? ` ${words.perKg(mgPerKg, weightKg)}` : "";
      const more = second ? `, ${words.second(second.mgAtMost, second.fromMin, second.toMin)}` : "";
      return `${dose}${weight}${more}`;
    }
    case "nasal":
      return dose;
  }
};

const gate = ({ gate: answers }: Session): readonly Line[] =>
  GateItem.options.flatMap((item) => {
    const found = answers[item];
    if (!found) return [];
    const answer = [words.answer[found.answer], found.since && words.since(found.since)].filter(Boolean).join(" ");
    const text = [answer, found.text].filter(Boolean).join(": ");
    return [{ key: item, label: GATE_ITEM[item], text, at: found.at, by: found.by }];
  });

const medicines = ({ medicines: told }: Session): readonly Line[] => {
  if (!told) return [];
  const taken = (["benzodiazepine", "sedativeHypnotic", "opioid", "psychostimulant", "maoi"] as const)
    .filter((kind) => told[kind])
    .map((kind) => words.medicine[kind]);
  const list = taken.length === 0 ? words.noMedicine : taken.join(", ");
  const text = [list, told.text].filter(Boolean).join(": ");
  return [{ key: "medicines-told", label: words.medicines, text, at: told.at, by: told.by }];
};

const clearances = ({ clearances: all }: Session): readonly Line[] =>
  all.map(({ at, by, why }) => ({
    key: `clearance-${at}-${why.code}`,
    label: words.clearance,
    text: withText(why),
    at,
    by,
  }));

const reminder = ({ soberReminder }: Session): readonly Line[] => {
  if (!soberReminder) return [];
  const { droveHere, keys, acknowledged, at, by } = soberReminder;
  const { drove, keys: keyWords, acknowledged: heard, reminder: label } = words;
  const text = [drove[droveHere ? "yes" : "no"], keyWords[keys] ?? keys, heard[acknowledged ? "yes" : "no"]].join(
    " · ",
  );
  return [{ key: "reminder", label, text, at, by }];
};
