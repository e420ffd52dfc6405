import { Printer } from "lucide-react";
import { useState } from "react";
import { flushSync } from "react-dom";
import { Link } from "wouter";

import { useDirectory, usePlace } from "#client/store/ClinicProvider.tsx";
import { fullName } from "#client/store/names.ts";
import { Action } from "#client/ui/Action.tsx";
import { mayRead } from "#shared/access/permission.ts";
import { clockTime, dayAndTime } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Closed } from "#shared/session/session.ts";
import { leftToday } from "./dischargeModel.ts";
import { PrintedHandOut } from "./HandOut.tsx";
import styles from "./LeftToday.module.css";
import { words } from "./words.ts";

/** DC7. Who has gone home today, and the paper again for whoever left it on the counter. */
export const LeftToday = ({ clinic }: { readonly clinic: Clinic }) => {
  const gone = leftToday(clinic);
  const [printing, setPrinting] = useState<Closed>();
  const print = (closed: Closed): void => {
    flushSync(() => setPrinting(closed));
    window.print();
  };
  return (
    <section className={styles["left"]} aria-labelledby="left-today">
      <h2 id="left-today">{words.list.left}</h2>
      {gone.length === 0 && <p className={styles["nobody"]}>{words.list.nobodyLeft}</p>}
      <ul className={styles["list"]}>
        {gone.map((closed) => (
          <Gone key={closed.id} closed={closed} clinic={clinic} print={() => print(closed)} />
        ))}
      </ul>
      {printing?.restriction && (
        <PrintedHandOut
          clinic={clinic}
          patientId={printing.patientId}
          until={printing.restriction.until}
          on={printing.checkedInAt}
          zone={clinic.zone}
        />
      )}
    </section>
  );
};

const Gone = ({
  closed,
  clinic,
  print,
}: {
  readonly closed: Closed;
  readonly clinic: Clinic;
  readonly print: () => void;
}) => {
  const name = fullName(useDirectory().patient(closed.patientId)) ?? words.list.noName;
  const { roles } = usePlace();
  return (
    <li className={styles["row"]}>
      <span className={styles["name"]}>
        <strong>{name}</strong>
        <span>{words.left[closed.outcome](clockTime(closed.endedAt, clinic.zone))}</span>
      </span>
      <span className={styles["until"]}>
        {closed.restriction
          ? words.list.noDriving(dayAndTime(closed.restriction.until, clinic.zone))
          : words.list.noDose}
      </span>
      <span className={styles["acts"]}>
        {mayRead(roles, "record") && (
          <Link href={`/sessions/${closed.id}`} className={styles["link"]} aria-label={`${words.list.record}: ${name}`}>
            {words.list.record}
          </Link>
        )}
        {closed.restriction && (
          <Action
            icon={<Printer aria-hidden="true" size={18} />}
            aria-label={`${words.list.reprint}: ${name}`}
            onClick={print}
          >
            {words.list.reprint}
          </Action>
        )}
      </span>
    </li>
  );
};
