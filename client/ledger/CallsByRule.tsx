import { Card } from "#client/ui/Card.tsx";
import { CALL_RULE } from "#client/ui/callWords.ts";
import type { CallLine, Ledger } from "#shared/alarm/ledger.ts";
import styles from "./Ledger.module.css";
import { shareFigure, spreadFigure } from "./ledgerModel.ts";
import { FigureCell, LedgerTable, Lines, type LedgerRow } from "./LedgerTable.tsx";
import { words } from "./words.ts";

const { calls } = words;

export const CallsByRule = ({ ledger }: { readonly ledger: Ledger }) => (
  <Card title={calls.title} aside={calls.aside}>
    <p className={styles["how"]}>{calls.how}</p>
    {ledger.rules.length === 0 ? (
      <p>{calls.none}</p>
    ) : (
      <LedgerTable label={calls.title} columns={calls.columns} ledger={ledger} rows={ledger.rules.map(rowOf)} />
    )}
  </Card>
);

const rowOf = (line: CallLine): LedgerRow => ({
  key: `${line.rule} ${line.priority}`,
  name: CALL_RULE[line.rule],
  more: calls.priority[line.priority],
  cells: [
    <FigureCell key="actionable" figure={shareFigure(line.actionable, line.raised)} />,
    <FigureCell
      key="raised"
      figure={{
        main: String(line.raised),
        rests: line.withoutSession > 0 ? calls.emptyChair(line.withoutSession) : "",
      }}
    />,
    line.sounded || words.none,
    <FigureCell key="accepted" figure={shareFigure(line.accepted, line.raised)} />,
    <FigureCell key="time" figure={spreadFigure(line.acceptS, words.seconds)} />,
    <Lines key="handed-on" of={handedOn(line)} />,
    line.endedAlone || words.none,
  ],
  sessions: line.sessions,
});

const handedOn = ({ passedOn, toClinician, toEveryone }: CallLine): readonly string[] => [
  ...(passedOn > 0 ? [calls.passedOn(passedOn)] : []),
  ...(toClinician > 0 ? [calls.toClinician(toClinician)] : []),
  ...(toEveryone > 0 ? [calls.toEveryone(toEveryone)] : []),
];
