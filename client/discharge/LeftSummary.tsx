import { ArrowLeft, Printer } from "lucide-react";
import { Link } from "wouter";

import { useDirectory, usePlace } from "#client/store/ClinicProvider.tsx";
import { fullName } from "#client/store/names.ts";
import { Action } from "#client/ui/Action.tsx";
import { mayRead } from "#shared/access/permission.ts";
import { clockTime, dayAndTime } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Closed } from "#shared/session/session.ts";
import { PrintedHandOut } from "./HandOut.tsx";
import styles from "./LeftSummary.module.css";
import { words } from "./words.ts";

/** The end of a session: who, when, until when, by whom. Nothing is left to do here. */
export const LeftSummary = ({ clinic, closed }: { readonly clinic: Clinic; readonly closed: Closed }) => {
  const directory = useDirectory();
  const { roles } = usePlace();
  const { restriction, patientId, endedAt, outcome, by } = closed;
  return (
    <section className={styles["summary"]} aria-live="polite">
      <p className={styles["name"]}>{fullName(directory.patient(patientId)) ?? words.list.noName}</p>
      <h1>{words.left[outcome](clockTime(endedAt, clinic.zone))}</h1>
      <p className={styles["until"]}>
        {restriction ? words.list.noDriving(dayAndTime(restriction.until, clinic.zone)) : words.list.noDose}
      </p>
      <p className={styles["by"]}>{words.left.by(directory.staff(by) ?? words.fit.someone)}</p>
      <div className={styles["acts"]}>
        <Link href="/discharge" className={styles["link"]}>
          <ArrowLeft aria-hidden="true" size={18} /> {words.list.back}
        </Link>
        {mayRead(roles, "record") && (
          <Link href={`/sessions/${closed.id}`} className={styles["link"]}>
            {words.list.record}
          </Link>
        )}
        {restriction && (
          <Action icon={<Printer aria-hidden="true" size={18} />} onClick={() => window.print()}>
            {words.list.reprint}
          </Action>
        )}
      </div>
      {restriction && (
        <PrintedHandOut
          clinic={clinic}
          patientId={patientId}
          until={restriction.until}
          on={closed.checkedInAt}
          zone={clinic.zone}
        />
      )}
    </section>
  );
};
