import { useMay } from "#client/store/ClinicProvider.tsx";
import { useAct } from "#client/store/useAct.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { dayAndTime } from "#shared/base/time.ts";
import { unsignedOf, type Unsigned } from "#shared/session/cosign.ts";
import type { SessionRecord } from "#shared/wire/http.ts";
import styles from "./Record.module.css";
import { usePrintedName } from "./usePrintedName.ts";
import { words } from "./words.ts";

interface CosignProps {
  readonly record: SessionRecord;
  readonly readAgain: () => void;
}

/** RC8, GA8. What was said by word of mouth and waits for a signature; a prescriber signs it here, also after the patient has left. */
export const Cosign = ({ record, readAgain }: CosignProps) =>
  unsignedOf(record.session, record.protocol.protocol).map((one) => (
    <Waiting
      key={one.what.kind === "order" ? one.what.seq : one.what.kind}
      one={one}
      record={record}
      readAgain={readAgain}
    />
  ));

const Waiting = ({ one, record: { session }, readAgain }: CosignProps & { readonly one: Unsigned }) => {
  const name = usePrintedName();
  const act = useAct();
  const may = useMay()("cosign");
  const sign = async (): Promise<void> => {
    if (await act.run({ type: "cosign", sessionId: session.id, what: one.what })) readAgain();
  };
  const { cosign } = words;
  return (
    <div className={styles["bar"]}>
      <p>{cosign.waits(cosign.what[one.what.kind], name(one.prescriber), dayAndTime(one.dueAt, session.zone))}</p>
      <ActLine act={act} zone={session.zone} />
      {may && (
        <Action kind="primary" busy={act.busy} onClick={() => void sign()}>
          {cosign.sign}
        </Action>
      )}
    </div>
  );
};
