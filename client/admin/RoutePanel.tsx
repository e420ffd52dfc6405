import { ChevronDown, ChevronUp } from "lucide-react";
import { useState } from "react";

import { useClinic, useDirectory, useMay } from "#client/store/ClinicProvider.tsx";
import { useAct } from "#client/store/useAct.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { Card } from "#client/ui/Card.tsx";
import { dayAndTime } from "#shared/base/time.ts";
import styles from "./Admin.module.css";
import { ApproveDialog } from "./ApproveDialog.tsx";
import { Compare } from "./Compare.tsx";
import type { RouteVersions, Version } from "./protocolModel.ts";
import { ProtocolRows } from "./ProtocolRows.tsx";
import { adminWords } from "./words.ts";

/** AD1. One route: its versions, which one holds, who approved it and when, and what we ship for it. */
export const RoutePanel = ({ of: { route, versions, holds, offer } }: { readonly of: RouteVersions }) => (
  <Card title={`${adminWords.protocols}: ${adminWords.route[route]}`}>
    {versions.length === 0 && <p>{adminWords.noVersion}</p>}
    <ul className={styles["versions"]}>
      {versions.map((version) => (
        <OneVersion
          key={`${version.protocol.id}@${version.protocol.version}`}
          version={version}
          holds={version === holds}
        />
      ))}
    </ul>
    {versions.length > 1 && <Compare versions={versions} />}
    {offer && <Offer offer={offer} none={versions.length === 0} />}
  </Card>
);

const OneVersion = ({ version, holds }: { readonly version: Version; readonly holds: boolean }) => {
  const { protocol, approved } = version;
  const zone = useClinic((clinic) => clinic.zone);
  const staff = useDirectory().staff;
  const may = useMay()("approve-protocol");
  const [reading, setReading] = useState(false);
  const [approving, setApproving] = useState(false);
  const Icon = reading ? ChevronUp : ChevronDown;
  return (
    <li>
      <div className={styles["version"]}>
        <strong>{adminWords.version(protocol.title, protocol.version)}</strong>
        {holds && <span>{adminWords.inUse}</span>}
        <span data-approved={approved !== undefined} className={styles["state"]}>
          {approved
            ? adminWords.approved(staff(approved.by) ?? "…", dayAndTime(approved.at, zone))
            : adminWords.notApproved}
        </span>
        <Action
          icon={<Icon aria-hidden="true" size={18} />}
          aria-expanded={reading}
          onClick={() => setReading(!reading)}
        >
          {reading ? adminWords.hide(protocol.version) : adminWords.show(protocol.version)}
        </Action>
        {!approved && may && (
          <Action kind="strong" onClick={() => setApproving(true)}>
            {adminWords.approve.open(protocol.version)}
          </Action>
        )}
      </div>
      {!approved && holds && <p>{adminWords.notApprovedLead}</p>}
      {!approved && !may && holds && <p className={styles["said"]}>{adminWords.onlyDirector}</p>}
      {reading && <ProtocolRows protocol={protocol} />}
      {approving && <ApproveDialog version={version} onClose={() => setApproving(false)} />}
    </li>
  );
};

/** AD3. A proposal like any other: it holds for nobody before a director has approved it, unless there is no other. */
const Offer = ({ offer, none }: { readonly offer: NonNullable<RouteVersions["offer"]>; readonly none: boolean }) => {
  const zone = useClinic((clinic) => clinic.zone);
  const may = useMay()("propose-protocol");
  const act = useAct();
  return (
    <div className={styles["inline"]}>
      <p className={styles["said"]}>{none ? adminWords.shipped.none : adminWords.shipped.older}</p>
      {may && (
        <Action busy={act.busy} onClick={() => void act.run({ type: "propose-protocol", protocol: offer })}>
          {adminWords.shipped.propose(offer.version)}
        </Action>
      )}
      <ActLine act={act} zone={zone} />
    </div>
  );
};
