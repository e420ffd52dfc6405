import { useClinic, usePlace } from "#client/store/ClinicProvider.tsx";
import { shellWords } from "#client/shellWords.ts";
import { NotPermitted } from "#client/ui/Notice.tsx";
import { ChairsPanel } from "./ChairsPanel.tsx";
import { ProtocolPanel } from "./ProtocolPanel.tsx";
import { StaffPanel } from "./StaffPanel.tsx";
import styles from "./Admin.module.css";
import { adminWords } from "./words.ts";

/** Who works here, which chairs there are, and which rules hold. */
export const AdminPage = () => {
  const { roles } = usePlace();
  const protocols = useClinic((clinic) => clinic.protocols);
  const admin = roles.includes("admin");
  if (!admin && !roles.includes("director"))
    return <NotPermitted role={roles.map((role) => shellWords.roles[role]).join(", ")} />;
  return (
    <div className={styles["page"]}>
      <h1>{adminWords.title}</h1>
      {admin && <StaffPanel />}
      {admin && <ChairsPanel />}
      {Object.entries(protocols).map(([key, version]) => (
        <ProtocolPanel key={key} version={version} />
      ))}
    </div>
  );
};
