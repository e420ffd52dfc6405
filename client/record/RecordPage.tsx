import { Printer, RotateCw } from "lucide-react";

import { useClinic, usePlace } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { EmptyState, ErrorState, NotPermitted } from "#client/ui/Notice.tsx";
import { mayRead } from "#shared/access/permission.ts";
import type { SessionId } from "#shared/base/ids.ts";
import type { SessionRecord } from "#shared/wire/http.ts";
import { Cosign } from "./Cosign.tsx";
import { Paper } from "./Paper.tsx";
import styles from "./Record.module.css";
import { useRecord } from "./useRecord.ts";
import { words } from "./words.ts";

/** One session on paper, as it stands in the log. */
export const RecordPage = ({ sessionId }: { readonly sessionId: SessionId }) => {
  const { roles } = usePlace();
  return mayRead(roles, "record") ? (
    <Readable key={sessionId} sessionId={sessionId} />
  ) : (
    <NotPermitted role={roles.join(", ")} />
  );
};

const Readable = ({ sessionId }: { readonly sessionId: SessionId }) => {
  const { state, readAgain } = useRecord(sessionId);
  switch (state.is) {
    case "loading":
      return <Loading lines={8} />;
    case "failed":
      if (state.status === 404 || state.status === 403)
        return <EmptyState title={words.gone}>{words.goneWhy}</EmptyState>;
      return <ErrorState title={words.loadFailed} safe={words.loadSafe} next={words.loadNext} onRetry={readAgain} />;
    case "ready":
      return (
        <div className={styles["record"]}>
          <Bar record={state.record} readAgain={readAgain} />
          <Cosign record={state.record} readAgain={readAgain} />
          <Paper record={state.record} />
        </div>
      );
  }
};

const Bar = ({ record, readAgain }: { readonly record: SessionRecord; readonly readAgain: () => void }) => {
  const session = useClinic((clinic) => clinic.sessions[record.session.id]);
  const closed = useClinic((clinic) => clinic.closed[record.session.id]);
  const newer =
    (session !== undefined && session.factSeq > record.head.seq) ||
    (closed !== undefined && record.closed === undefined);
  return (
    <div className={styles["bar"]}>
      <p role="status">{newer ? words.newer : record.closed ? "" : words.open}</p>
      <Action icon={<RotateCw aria-hidden="true" size={18} />} kind={newer ? "primary" : "plain"} onClick={readAgain}>
        {words.readAgain}
      </Action>
      <Action icon={<Printer aria-hidden="true" size={18} />} onClick={() => window.print()}>
        {words.print}
      </Action>
    </div>
  );
};
