import { duration } from "#client/words.ts";
import { Card } from "#client/ui/Card.tsx";
import type { Ledger } from "#shared/alarm/ledger.ts";
import { MINUTE } from "#shared/base/time.ts";
import styles from "./Ledger.module.css";
import { shareFigure, spreadFigure } from "./ledgerModel.ts";
import { FigureCell, LedgerTable } from "./LedgerTable.tsx";
import { words } from "./words.ts";

const { ready } = words;

/** LE8. How long people stay, and how they were when the clinic expected effects to have faded. */
export const TimeToReady = ({ ledger }: { readonly ledger: Ledger }) => (
  <Card title={ready.title}>
    <p className={styles["how"]}>{ready.how}</p>
    {ledger.ready.length === 0 ? (
      <p>{ready.none}</p>
    ) : (
      <LedgerTable
        label={ready.title}
        columns={ready.columns}
        ledger={ledger}
        rows={ledger.ready.map(({ route, treated, readyMin, windowEnd, sessions }) => {
          const { gone, stillAffected, unknown } = windowEnd;
          return {
            key: route,
            name: words.route[route],
            cells: [
              treated,
              <FigureCell key="ready" figure={spreadFigure(readyMin, (minutes) => duration(minutes * MINUTE))} />,
              <FigureCell key="affected" figure={shareFigure(stillAffected, gone + stillAffected + unknown)} />,
              gone,
              unknown,
            ],
            sessions,
          };
        })}
      />
    )}
  </Card>
);
