import { clockTime } from "#shared/base/time.ts";
import { GateItem, type Session } from "#shared/session/session.ts";
import { withText } from "./recordModel.ts";
import styles from "./Record.module.css";
import { Section } from "./Section.tsx";
import { usePrintedName } from "./usePrintedName.ts";
import { words } from "./words.ts";

interface Line {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly at: number;
  readonly by: string;
}

/** What was asked, ordered and cleared before the pump ran. */
export const BeforeDose = ({ session }: { readonly session: Session }) => {
  const name = usePrintedName();
  const lines = [...orders(session, name), ...gate(session), ...clearances(session), ...reminder(session)];
  return (
    <Section title={words.before.title}>
      {lines.length === 0 && <p>{words.before.nothing}</p>}
      <ul className={styles["lines"]}>
        {lines.map(({ key, label, text, at, by }) => (
          <li key={key}>
            <span className={styles["label"]}>{label}</span>
            <span>{text}</span>
            <span className={styles["by"]}>{`${clockTime(at, session.zone)}, ${name(by)}`}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const orders = ({ orders: all }: Session, name: (by: string) => string): readonly Line[] =>
  all.map(({ mg, mgPerKg, weightKg, minutes, kind, prescriber, confirmed, at, by }) => ({
    key: `order-${at}`,
    label: words.before.order,
    text: [
      words.before.orderLine(mg, mgPerKg, weightKg, minutes),
      words.before.kind[kind],
      words.before.prescriber(name(prescriber)),
      ...(confirmed ? [words.before.confirmed] : []),
    ].join(" · "),
    at,
    by,
  }));

const gate = ({ gate: answers }: Session): readonly Line[] =>
  GateItem.options.flatMap((item) => {
    const found = answers[item];
    if (!found) return [];
    const text = [words.before.answer[found.answer], found.text].filter(Boolean).join(": ");
    return [{ key: item, label: words.before.item[item], text, at: found.at, by: found.by }];
  });

const clearances = ({ clearances: all }: Session): readonly Line[] =>
  all.map(({ at, by, why }) => ({
    key: `clearance-${at}`,
    label: words.before.clearance,
    text: withText(why),
    at,
    by,
  }));

const reminder = ({ soberReminder }: Session): readonly Line[] => {
  if (!soberReminder) return [];
  const { droveHere, keys, acknowledged, at, by } = soberReminder;
  const { drove, keys: keyWords, acknowledged: heard, reminder: label } = words.before;
  const text = [drove[droveHere ? "yes" : "no"], keyWords[keys] ?? keys, heard[acknowledged ? "yes" : "no"]].join(
    " · ",
  );
  return [{ key: "reminder", label, text, at, by }];
};
