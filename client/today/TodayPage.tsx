import { UserPlus } from "lucide-react";
import { useMemo, useState } from "react";

import { useNow } from "#client/connection/LinkProvider.tsx";
import { useClinic, useMay } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { EmptyState } from "#client/ui/Notice.tsx";
import { useOut } from "#client/ui/shownLive.ts";
import { AddPatient } from "./AddPatient.tsx";
import { CheckIn } from "./CheckIn.tsx";
import { countsOf, todayRows, type TodayCounts, type TodayRow as Row } from "./todayModel.ts";
import { TodayRow } from "./TodayRow.tsx";
import styles from "./Today.module.css";
import { words } from "./words.ts";

/** Who comes today, who is late, who is here; and the way in. */
export const TodayPage = () => {
  const clinic = useClinic((state) => state);
  const now = useNow(5_000);
  const live = !useOut();
  const may = useMay();
  const rows = useMemo(() => todayRows(clinic, now), [clinic, now]);
  const [adding, setAdding] = useState(false);
  const [checkingIn, setCheckingIn] = useState<Row>();
  const add = may("expect-patient") && (
    <Action
      size="glove"
      icon={<UserPlus aria-hidden="true" size={20} />}
      disabled={!live}
      onClick={() => setAdding(true)}
    >
      {words.add}
    </Action>
  );
  return (
    <div className={styles["today"]}>
      <header className={styles["head"]}>
        <h1>{words.title}</h1>
        <Counts counts={countsOf(rows)} />
        {rows.length > 0 && add}
      </header>
      {!live && (
        <p className={styles["notLive"]} role="status">
          {words.notLive}
        </p>
      )}
      {rows.length === 0 ? (
        <EmptyState title={words.empty} action={add}>
          {words.emptyWhy}
        </EmptyState>
      ) : (
        <ul className={styles["list"]}>
          {rows.map((row) => (
            <TodayRow key={row.key} row={row} clinic={clinic} live={live} onCheckIn={() => setCheckingIn(row)} />
          ))}
        </ul>
      )}
      {adding && <AddPatient clinic={clinic} now={now} live={live} onClose={() => setAdding(false)} />}
      {checkingIn && <CheckIn clinic={clinic} row={checkingIn} live={live} onClose={() => setCheckingIn(undefined)} />}
    </div>
  );
};

const Counts = ({ counts }: { readonly counts: TodayCounts }) => (
  <p className={styles["counts"]} aria-live="polite">
    {(["expected", "late", "here", "left"] as const)
      .filter((state) => counts[state] > 0)
      .map((state) => words.counts[state](counts[state]))
      .join(" · ")}
  </p>
);
