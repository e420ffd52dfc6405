import { useState } from "react";
import type * as z from "zod";
import { dayAndTime } from "#shared/base/time.ts";
import type { ProtocolVersion } from "#shared/clinic/clinic.ts";
import { rejectionWords } from "#client/rejectionWords.ts";
import { useClinic, useDirectory, useMay, useSubmit } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { Card } from "#client/ui/Card.tsx";
import styles from "./Admin.module.css";
import { numbersOf } from "./protocolNumbers.ts";
import { adminWords } from "./words.ts";

/** A protocol with every number and its source: what a director reads before approving it. */
export const ProtocolPanel = ({
  version: { protocol, approved },
}: {
  readonly version: z.infer<typeof ProtocolVersion>;
}) => {
  const zone = useClinic((clinic) => clinic.zone);
  const directory = useDirectory();
  const may = useMay();
  const submit = useSubmit();
  const [error, setError] = useState<string>();
  const approve = async (): Promise<void> => {
    const answer = await submit({ type: "approve-protocol", protocol: { id: protocol.id, version: protocol.version } });
    setError("rejected" in answer ? rejectionWords(answer.rejected) : undefined);
  };
  const state = approved
    ? adminWords.approved(directory.staff(approved.by) ?? "…", dayAndTime(approved.at, zone))
    : adminWords.notApproved;
  return (
    <Card title={`${protocol.title}, version ${protocol.version}`} aside={state}>
      {!approved && <p>{adminWords.notApprovedLead}</p>}
      <table className={styles["numbers"]}>
        <thead>
          <tr>
            <th scope="col">{adminWords.number}</th>
            <th scope="col">{adminWords.value}</th>
            <th scope="col">{adminWords.source}</th>
          </tr>
        </thead>
        <tbody>
          {numbersOf(protocol).map(({ path, value, source }) => (
            <tr key={path}>
              <th scope="row">{path}</th>
              <td>{value}</td>
              <td>{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!approved &&
        (may("approve-protocol") ? (
          <div className={styles["inline"]}>
            <p>{adminWords.approveLead}</p>
            <Action kind="primary" onClick={() => void approve()}>
              {adminWords.approve(protocol.title, protocol.version)}
            </Action>
          </div>
        ) : (
          <p>{adminWords.onlyDirector}</p>
        ))}
      <p role="alert" className={styles["said"]} data-error={error !== undefined}>
        {error}
      </p>
    </Card>
  );
};
