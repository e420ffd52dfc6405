import { Card } from "#client/ui/Card.tsx";
import type { Ledger } from "#shared/alarm/ledger.ts";
import styles from "./Ledger.module.css";
import { shareFigure } from "./ledgerModel.ts";
import { FigureCell, LedgerTable } from "./LedgerTable.tsx";
import { words } from "./words.ts";

const { missed } = words;

/** LE7. What the protocols asked for and nobody did. */
export const MissedChecks = ({ ledger }: { readonly ledger: Ledger }) => (
  <Card title={missed.title}>
    <p className={styles["how"]}>{missed.how}</p>
    {ledger.missed.length === 0 ? (
      <p>{missed.none}</p>
    ) : (
      <LedgerTable
        label={missed.title}
        columns={missed.columns}
        ledger={ledger}
        rows={ledger.missed.map(({ route, kind, n, missed: count, sessions }) => {
          return {
            key: `${route} ${kind}`,
            name: missed.of(words.route[route], missed.kind[kind]),
            cells: [<FigureCell key="missed" figure={shareFigure(count, n)} />, n],
            sessions,
          };
        })}
      />
    )}
  </Card>
);
