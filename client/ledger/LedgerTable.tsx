import { useId, useState, type ReactNode } from "react";
import { ChevronRight } from "lucide-react";
import { Link } from "wouter";

import { useClinic, usePlace } from "#client/store/ClinicProvider.tsx";
import { chairName } from "#client/ui/statusWords.ts";
import { mayRead } from "#shared/access/permission.ts";
import type { Ledger } from "#shared/alarm/ledger.ts";
import type { SessionId } from "#shared/base/ids.ts";
import { dayAndTime } from "#shared/base/time.ts";
import styles from "./Ledger.module.css";
import type { Figure } from "./ledgerModel.ts";
import { words } from "./words.ts";

export interface LedgerRow {
  readonly key: string;
  readonly name: string;
  readonly more?: string;
  readonly cells: readonly ReactNode[];
  readonly sessions: readonly SessionId[];
}

interface LedgerTableProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly LedgerRow[];
  readonly ledger: Ledger;
}

/** LE11. A table whose rows open the sessions behind them; a wide one scrolls by itself on a small screen. */
export const LedgerTable = ({ label, columns, rows, ledger }: LedgerTableProps) => (
  // A region that scrolls must be reachable by keyboard.
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div className={styles["scroll"]} tabIndex={0} role="region" aria-label={label}>
    <table className={styles["table"]} data-many={columns.length > 3}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key} row={row} width={columns.length} ledger={ledger} />
        ))}
      </tbody>
    </table>
  </div>
);

interface RowProps {
  readonly row: LedgerRow;
  readonly width: number;
  readonly ledger: Ledger;
}

const Row = ({ row: { name, more, cells, sessions }, width, ledger }: RowProps) => {
  const [open, setOpen] = useState(false);
  const id = useId();
  const rests = [more, sessions.length > 0 && words.behind.count(sessions.length)].filter(Boolean).join(" · ");
  const head = (
    <span>
      {name}
      {rests && <small>{rests}</small>}
    </span>
  );
  return (
    <>
      <tr>
        <th scope="row">
          {sessions.length === 0 ? (
            head
          ) : (
            <button
              type="button"
              className={styles["opener"]}
              aria-expanded={open}
              aria-controls={id}
              onClick={() => setOpen(!open)}
            >
              <ChevronRight aria-hidden="true" size={18} />
              {head}
            </button>
          )}
        </th>
        {cells.map((cell, column) => (
          <td key={column}>{cell}</td>
        ))}
      </tr>
      <tr id={id} hidden={!open}>
        <td colSpan={width} className={styles["behind"]}>
          {open && <Behind ids={sessions} ledger={ledger} />}
        </td>
      </tr>
    </>
  );
};

const MOST_SHOWN = 40;

/** The newest first, by when and where: names stand in the record, for those who may read it. */
const Behind = ({ ids, ledger }: { readonly ids: readonly SessionId[]; readonly ledger: Ledger }) => {
  const { roles } = usePlace();
  const chairs = useClinic((clinic) => clinic.chairs);
  const opens = mayRead(roles, "record");
  const wanted = new Set(ids);
  const sessions = ledger.sessions.filter(({ id }) => wanted.has(id)).toSorted((a, b) => b.checkedInAt - a.checkedInAt);
  return (
    <>
      {!opens && <p className={styles["quiet"]}>{words.behind.closed}</p>}
      <ul className={styles["sessions"]}>
        {sessions.slice(0, MOST_SHOWN).map(({ id, checkedInAt, route, chairId }) => {
          const chair = chairs[chairId];
          const text = words.behind.session(
            dayAndTime(checkedInAt, ledger.zone),
            words.route[route],
            chair ? chairName(chair.label) : words.behind.goneChair,
          );
          return <li key={id}>{opens ? <Link href={`/sessions/${id}`}>{text}</Link> : text}</li>;
        })}
      </ul>
      {sessions.length > MOST_SHOWN && (
        <p className={styles["quiet"]}>{words.behind.more(sessions.length - MOST_SHOWN)}</p>
      )}
    </>
  );
};

export const FigureCell = ({ figure: { main, rests } }: { readonly figure: Figure }) => (
  <>
    <span className={styles["main"]}>{main}</span>
    {rests && <small>{rests}</small>}
  </>
);

/** One under the other; a dash where there is nothing to say. */
export const Lines = ({ of }: { readonly of: readonly string[] }) =>
  of.length === 0 ? (
    words.none
  ) : (
    <ul className={styles["lines"]}>
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
