import { useMemo } from "react";

import { useClinic, usePlace } from "#client/store/ClinicProvider.tsx";
import { shellWords } from "#client/shellWords.ts";
import { NotPermitted } from "#client/ui/Notice.tsx";
import { BackUpPanel } from "./BackUpPanel.tsx";
import { ChairsPanel } from "./ChairsPanel.tsx";
import { DevicesPanel } from "./DevicesPanel.tsx";
import { ProtocolFilePanel } from "./ProtocolFilePanel.tsx";
import { byRoute } from "./protocolModel.ts";
import { RoutePanel } from "./RoutePanel.tsx";
import { StaffPanel } from "./StaffPanel.tsx";
import styles from "./Admin.module.css";
import { adminWords } from "./words.ts";

/** Who works here, which chairs there are, and which rules hold. */
export const AdminPage = () => {
  const { roles } = usePlace();
  const clinic = useClinic((all) => all);
  const routes = useMemo(() => byRoute(clinic), [clinic]);
  const admin = roles.includes("admin");
  if (!admin && !roles.includes("director"))
    return <NotPermitted role={roles.map((role) => shellWords.roles[role]).join(", ")} />;
  return (
    <div className={styles["page"]}>
      <h1>{adminWords.title}</h1>
      {admin && <StaffPanel />}
      {admin && <ChairsPanel />}
      {admin && <DevicesPanel />}
      <BackUpPanel />
      {routes.map((one) => (
        <RoutePanel key={one.route} of={one} />
      ))}
      <ProtocolFilePanel />
    </div>
  );
};
