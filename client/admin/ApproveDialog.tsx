import { useClinic } from "#client/store/ClinicProvider.tsx";
import { useAct } from "#client/store/useAct.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { useReturnFocus } from "#client/ui/useReturnFocus.ts";
import styles from "./Admin.module.css";
import { Differences } from "./Differences.tsx";
import { approvalOf, type Version } from "./protocolModel.ts";
import { currentProtocol } from "#shared/clinic/clinic.ts";
import { adminWords } from "./words.ts";

const { approve: words } = adminWords;

/** AD2. The second step: what is approved, by its name, and what that changes. */
export const ApproveDialog = ({ version, onClose }: { readonly version: Version; readonly onClose: () => void }) => {
  useReturnFocus();
  const clinic = useClinic((all) => all);
  const act = useAct();
  const { protocol } = version;
  const { newer, differences, ownProposals, lines } = approvalOf(clinic, version);
  const inUse = currentProtocol(clinic, protocol.route)?.protocol.version ?? 0;
  const name = adminWords.version(protocol.title, protocol.version);
  const approve = async (): Promise<void> => {
    const { id, version: number } = protocol;
    if (await act.run({ type: "approve-protocol", protocol: { id, version: number } })) onClose();
  };
  const actions = (
    <>
      <Action size="glove" onClick={onClose}>
        {words.no}
      </Action>
      <Action kind="primary" size="large" busy={act.busy} onClick={() => void approve()}>
        {words.yes(name)}
      </Action>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={words.title(adminWords.route[protocol.route])} size="xl" actions={actions}>
      <div className={styles["form"]}>
        <p>
          <strong>{words.question(name)}</strong>
        </p>
        <p>{newer ? words.staysBehind(newer.protocol.version) : words.becomes}</p>
        <p>{words.ownProposals(ownProposals, lines)}</p>
        {differences === undefined && <p>{words.first}</p>}
        {differences?.length === 0 && <p>{words.same(inUse)}</p>}
        {differences && differences.length > 0 && (
          <>
            <p>{words.changes(inUse)}</p>
            <Differences
              differences={differences}
              from={adminWords.shortVersion(inUse)}
              to={adminWords.shortVersion(protocol.version)}
            />
          </>
        )}
        <ActLine act={act} zone={clinic.zone} />
      </div>
    </Dialog>
  );
};
