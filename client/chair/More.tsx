import { useMay } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { Card } from "#client/ui/Card.tsx";
import styles from "./Side.module.css";
import { treatmentWords } from "./treatmentWords.ts";
import { chairWords } from "./words.ts";

/** The other ends: rare, and one tap away all the same. */
export const More = ({
  open,
  preparing,
}: {
  readonly open: (form: "abort" | "against-advice") => void;
  readonly preparing: boolean;
}) => {
  const may = useMay();
  if (!may("record-left-against-advice")) return null;
  return (
    <Card title={chairWords.more}>
      <div className={styles["stack"]}>
        <Action onClick={() => open("against-advice")}>{chairWords.advice.open}</Action>
        {preparing && <Action onClick={() => open("abort")}>{treatmentWords.dose.abort}</Action>}
      </div>
    </Card>
  );
};
