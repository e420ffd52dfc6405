import { Link } from "wouter";

import { useDirectory, usePlace } from "#client/store/ClinicProvider.tsx";
import { fullName } from "#client/store/names.ts";
import { mayRead } from "#shared/access/permission.ts";
import { dayAndTime, type Instant } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Closed } from "#shared/session/session.ts";
import { leftToday } from "./dischargeModel.ts";
import { drivingWords } from "./drivingWords.ts";
import styles from "./LeftToday.module.css";
import { leftWords } from "./leftWords.ts";
import { PrintAgain, useReprint } from "./PrintAgain.tsx";
import { words } from "./words.ts";

/** DC7. Who has gone home today, and the paper again for whoever left it on the counter. */
export const LeftToday = ({ clinic, now }: { readonly clinic: Clinic; readonly now: Instant }) => {
  const gone = leftToday(clinic);
  const { print, paper } = useReprint(clinic);
  return (
    <section className={styles["left"]} aria-labelledby="left-today">
      <h2 id="left-today">{words.list.left}</h2>
      {gone.length === 0 && <p className={styles["nobody"]}>{words.list.nobodyLeft}</p>}
      <ul className={styles["list"]}>
        {gone.map((closed) => (
          <Gone key={closed.id} closed={closed} clinic={clinic} now={now} print={print} />
        ))}
      </ul>
      {paper}
    </section>
  );
};

interface GoneProps {
  readonly closed: Closed;
  readonly clinic: Clinic;
  readonly now: Instant;
  readonly print: ReturnType<typeof useReprint>["print"];
}

const Gone = ({ closed, clinic, now, print }: GoneProps) => {
  const name = fullName(useDirectory().patient(closed.patientId)) ?? words.list.noName;
  const { roles } = usePlace();
  return (
    <li className={styles["row"]}>
      <span className={styles["name"]}>
        <strong>{name}</strong>
        <span>{leftWords(closed, now, clinic.zone)}</span>
      </span>
      <span className={styles["until"]}>
        {closed.restriction ? drivingWords(closed.restriction, clinic.zone, { later: true }) : words.list.noDose}
        {closed.cosignDueAt !== undefined && (
          <strong>{words.left.cosign(dayAndTime(closed.cosignDueAt, clinic.zone))}</strong>
        )}
      </span>
      <span className={styles["acts"]}>
        {mayRead(roles, "record") && (
          <Link href={`/sessions/${closed.id}`} className={styles["link"]} aria-label={`${words.list.record}: ${name}`}>
            {words.list.record}
          </Link>
        )}
        <PrintAgain closed={closed} print={print} name={name} />
      </span>
    </li>
  );
};
