import { NativeSelect } from "@mantine/core";
import { useMemo } from "react";

import { useClinic, useDirectory } from "#client/store/ClinicProvider.tsx";
import { useAct } from "#client/store/useAct.ts";
import { ActLine } from "#client/ui/ActLine.tsx";
import { Card } from "#client/ui/Card.tsx";
import styles from "./Admin.module.css";
import { backUpsOf, type BackUp } from "./backUpModel.ts";
import { adminWords } from "./words.ts";

const { backUps: words } = adminWords;

/** CV6. A setting of the shift; "nobody" is allowed and is not the same as "not set". */
export const BackUpPanel = () => {
  const clinic = useClinic((all) => all);
  const people = useMemo(() => backUpsOf(clinic), [clinic]);
  return (
    <Card title={words.title}>
      <p className={styles["said"]}>{words.lead}</p>
      {people.length === 0 && <p>{words.none}</p>}
      <div className={styles["row"]}>
        {people.map((one) => (
          <OneBackUp key={one.person} of={one} zone={clinic.zone} />
        ))}
      </div>
    </Card>
  );
};

const OneBackUp = ({ of: { person, backUp, choices }, zone }: { readonly of: BackUp; readonly zone: string }) => {
  const staff = useDirectory().staff;
  const act = useAct();
  const choose = (code: string): void => {
    const chosen = code === "nobody" ? code : choices.find((id) => id === code);
    if (chosen) void act.run({ type: "set-back-up", nurse: person, backUp: chosen });
  };
  return (
    <div>
      <NativeSelect
        label={words.of(staff(person) ?? "…")}
        size="md"
        value={backUp ?? ""}
        disabled={act.busy}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={[
          { value: "", label: words.notSet, disabled: true },
          { value: "nobody", label: words.nobody },
          ...choices.map((id) => ({ value: id, label: staff(id) ?? "…" })),
        ]}
      />
      <ActLine act={act} zone={zone} />
    </div>
  );
};
