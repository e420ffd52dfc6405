import { Printer, RotateCw } from "lucide-react";
import { useSearchParams } from "wouter";

import { useNow } from "#client/connection/LinkProvider.tsx";
import { useClinic, usePlace } from "#client/store/ClinicProvider.tsx";
import { shellWords } from "#client/shellWords.ts";
import { Action } from "#client/ui/Action.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { EmptyState, ErrorState, NotPermitted } from "#client/ui/Notice.tsx";
import { mayRead } from "#shared/access/permission.ts";
import type { Ledger } from "#shared/alarm/ledger.ts";
import { daysOf } from "#shared/alarm/ledgerRange.ts";
import { calendarDay, dayAndTime, dayInWords, MINUTE } from "#shared/base/time.ts";
import { CallsByRule } from "./CallsByRule.tsx";
import { InShort } from "./InShort.tsx";
import styles from "./Ledger.module.css";
import { rangeIn } from "./ledgerModel.ts";
import { LetPass } from "./LetPass.tsx";
import { MissedChecks } from "./MissedChecks.tsx";
import { RangePicker } from "./RangePicker.tsx";
import { TimeToReady } from "./TimeToReady.tsx";
import { useLedger } from "./useLedger.ts";
import { words } from "./words.ts";

/** LE11. What the days came to: rules, checks that were let pass, checks that were missed, and how long people stay. */
export const LedgerPage = () => {
  const { roles } = usePlace();
  return mayRead(roles, "ledger") ? (
    <Readable />
  ) : (
    <NotPermitted role={roles.map((role) => shellWords.roles[role]).join(", ")} />
  );
};

const Readable = () => {
  const { name, zone } = useClinic((clinic) => clinic);
  const today = calendarDay(useNow(MINUTE, { always: true }), zone);
  const [search, setSearch] = useSearchParams();
  const range = rangeIn(search, today);
  const { state, readAgain } = useLedger(range);
  const read = state.is === "ready" ? words.read(dayAndTime(state.ledger.now, zone)) : "";
  return (
    <div className={styles["page"]}>
      <header className={styles["head"]}>
        <div>
          <h1>{words.title}</h1>
          <p className={styles["quiet"]}>{words.lead}</p>
        </div>
        <div className={styles["acts"]}>
          <Action icon={<RotateCw aria-hidden="true" size={18} />} onClick={readAgain}>
            {words.readAgain}
          </Action>
          <Action icon={<Printer aria-hidden="true" size={18} />} onClick={() => window.print()}>
            {words.print}
          </Action>
        </div>
      </header>
      <RangePicker
        key={`${range.from} ${range.to}`}
        range={range}
        today={today}
        onChoose={(chosen) => setSearch({ ...chosen })}
      />
      <p role="status" className={styles["days"]}>
        <span className={styles["onPaper"]}>{name}</span>
        <strong>{words.range.of(dayInWords(range.from), dayInWords(range.to), daysOf(range))}</strong>{" "}
        <span className={styles["quiet"]}>{read}</span>
      </p>
      {state.is === "loading" && <Loading lines={8} />}
      {state.is === "failed" && (
        <ErrorState title={words.failed} safe={words.safe} next={words.next} onRetry={readAgain} />
      )}
      {state.is === "ready" && <Days ledger={state.ledger} />}
    </div>
  );
};

const Days = ({ ledger }: { readonly ledger: Ledger }) => {
  const { sessions, calls, notRead, damaged } = ledger;
  const doubts = [...(notRead > 0 ? [words.notRead(notRead)] : []), ...(damaged > 0 ? [words.damaged(damaged)] : [])];
  const said = doubts.map((doubt) => (
    <p key={doubt} role="alert" className={styles["doubt"]}>
      {doubt}
    </p>
  ));
  if (sessions.length === 0 && calls.raised === 0)
    return (
      <>
        {said}
        <EmptyState title={words.nothing}>{words.nothingWhy}</EmptyState>
      </>
    );
  return (
    <>
      {said}
      <InShort ledger={ledger} />
      <CallsByRule ledger={ledger} />
      <LetPass ledger={ledger} />
      <MissedChecks ledger={ledger} />
      <TimeToReady ledger={ledger} />
    </>
  );
};
