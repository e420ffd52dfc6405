import { useMemo } from "react";
import { Link } from "wouter";

import { useNow } from "#client/connection/LinkProvider.tsx";
import { useClinic } from "#client/store/ClinicProvider.tsx";
import { EmptyState } from "#client/ui/Notice.tsx";
import { SessionId } from "#shared/base/ids.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import { wayOutList, wayOutOf } from "./dischargeModel.ts";
import { LeavingFlow } from "./LeavingFlow.tsx";
import { LeavingList } from "./LeavingList.tsx";
import { LeftSummary } from "./LeftSummary.tsx";
import { LeftToday } from "./LeftToday.tsx";
import styles from "./Discharge.module.css";
import { words } from "./words.ts";

/** The desk by the door: who leaves next, what is missing, and the last steps with one of them. */
export const DischargePage = ({ sessionId }: { readonly sessionId?: string }) => {
  const clinic = useClinic((state) => state);
  const now = useNow(1_000);
  return sessionId === undefined ? (
    <Desk clinic={clinic} now={now} />
  ) : (
    <One clinic={clinic} now={now} id={sessionId} />
  );
};

interface View {
  readonly clinic: Clinic;
  readonly now: number;
}

const Desk = ({ clinic, now }: View) => {
  const onTheWay = useMemo(() => wayOutList(clinic, now), [clinic, now]);
  return (
    <div className={styles["desk"]}>
      <header className={styles["head"]}>
        <h1>{words.list.title}</h1>
        <p>{words.list.lead}</p>
      </header>
      {onTheWay.length === 0 ? (
        <EmptyState title={words.list.none}>{words.list.noneWhy}</EmptyState>
      ) : (
        <LeavingList clinic={clinic} now={now} onTheWay={onTheWay} />
      )}
      <LeftToday clinic={clinic} now={now} />
    </div>
  );
};

const One = ({ clinic, now, id }: View & { readonly id: string }) => {
  const sessionId = SessionId.safeParse(id).data;
  const session = sessionId && clinic.sessions[sessionId];
  const closed = sessionId && clinic.closed[sessionId];
  const wayOut = session && wayOutOf(clinic, session, now);
  if (wayOut) return <LeavingFlow key={id} clinic={clinic} wayOut={wayOut} now={now} />;
  if (closed) return <LeftSummary clinic={clinic} closed={closed} now={now} />;
  const back = (
    <Link href="/discharge" className={styles["back"]}>
      {words.list.back}
    </Link>
  );
  return (
    <EmptyState title={words.list.notFound} action={back}>
      {words.list.notFoundWhy}
    </EmptyState>
  );
};
