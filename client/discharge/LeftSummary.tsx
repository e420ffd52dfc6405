import { ArrowLeft } from "lucide-react";
import { Link } from "wouter";

import { useDirectory, usePlace } from "#client/store/ClinicProvider.tsx";
import { fullName } from "#client/store/names.ts";
import { mayRead } from "#shared/access/permission.ts";
import { dayAndTime, type Instant } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Closed } from "#shared/session/session.ts";
import { drivingWords } from "./drivingWords.ts";
import { PrintAgain, useReprint } from "./PrintAgain.tsx";
import styles from "./LeftSummary.module.css";
import { leftWords } from "./leftWords.ts";
import { words } from "./words.ts";

interface LeftSummaryProps {
  readonly clinic: Clinic;
  readonly closed: Closed;
  readonly now: Instant;
}

/** The end of a session: who, when, until when, by whom. Nothing is left to do here. */
export const LeftSummary = ({ clinic, closed, now }: LeftSummaryProps) => {
  const directory = useDirectory();
  const { roles } = usePlace();
  const { print, paper } = useReprint(clinic);
  const { restriction, patientId, by, cosignDueAt } = closed;
  return (
    <section className={styles["summary"]} aria-live="polite">
      <p className={styles["name"]}>{fullName(directory.patient(patientId)) ?? words.list.noName}</p>
      <h1>{leftWords(closed, now, clinic.zone)}</h1>
      <p className={styles["until"]}>
        {restriction ? drivingWords(restriction, clinic.zone, { later: true }) : words.list.noDose}
      </p>
      <p className={styles["by"]}>{words.left.by(directory.staff(by) ?? words.fit.someone)}</p>
      {cosignDueAt !== undefined && <p>{words.left.cosign(dayAndTime(cosignDueAt, clinic.zone))}</p>}
      <div className={styles["acts"]}>
        <Link href="/discharge" className={styles["link"]}>
          <ArrowLeft aria-hidden="true" size={18} /> {words.list.back}
        </Link>
        {mayRead(roles, "record") && (
          <Link href={`/sessions/${closed.id}`} className={styles["link"]}>
            {words.list.record}
          </Link>
        )}
        <PrintAgain closed={closed} print={print} />
      </div>
      {paper}
    </section>
  );
};
