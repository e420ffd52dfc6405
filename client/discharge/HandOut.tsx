import { createPortal } from "react-dom";

import { useDirectory } from "#client/store/ClinicProvider.tsx";
import { fullName, givenName } from "#client/store/names.ts";
import type { PatientId } from "#shared/base/ids.ts";
import { dayAndTime, type Instant } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import styles from "./HandOut.module.css";
import { words } from "./words.ts";

export interface HandOutProps {
  readonly clinic: Pick<Clinic, "name" | "phone">;
  readonly patientId: PatientId;
  readonly until: Instant;
  /** The day of the treatment. */
  readonly on: Instant;
  readonly zone: string;
}

/** One page, the words of the reminder again, for when nobody remembers what was said. Paper is light, whatever the screen is. */
export const HandOut = ({ clinic, patientId, until, on, zone }: HandOutProps) => {
  const patient = useDirectory().patient(patientId);
  const { reminder, handOut } = words;
  return (
    <article className={styles["sheet"]} data-mantine-color-scheme="light" aria-label={handOut.title}>
      <header className={styles["head"]}>
        <span>{clinic.name}</span>
        <span>{handOut.today(dayAndTime(on, zone).split(",")[0] ?? "")}</span>
      </header>
      <p className={styles["title"]}>{handOut.title}</p>
      <p className={styles["for"]}>{handOut.forName(fullName(patient) ?? handOut.unknownName)}</p>
      <div className={styles["main"]}>
        <p className={styles["until"]}>{reminder.noDriving(dayAndTime(until, zone))}</p>
        <p>
          {reminder.vehicles} {reminder.feelFine} {reminder.wait}
        </p>
      </div>
      <p className={styles["also"]}>{reminder.also.join(" ")}</p>
      <p>{handOut.untilThen}</p>
      <CallFor />
      <p className={styles["phones"]}>
        <strong>{reminder.worried(clinic.phone)}</strong> <strong>{reminder.emergency}</strong>
      </p>
      <div className={styles["escort"]}>
        <p className={styles["label"]}>{handOut.escort}</p>
        <p>{reminder.toEscort(givenName(patient) ?? reminder.thePatient)}</p>
      </div>
      <div className={styles["notes"]}>
        <p className={styles["label"]}>{handOut.notes}</p>
      </div>
    </article>
  );
};

const CallFor = () => (
  <div>
    <p className={styles["label"]}>{words.handOut.callIf}</p>
    <ul className={styles["for-what"]}>
      {words.handOut.callFor.map((what) => (
        <li key={what}>{what}</li>
      ))}
    </ul>
  </div>
);

/** The only thing on the paper while it is mounted: print.css of the sheet hides the rest of the page. */
export const PrintedHandOut = (props: HandOutProps) =>
  createPortal(
    <div className={styles["printed"]} aria-hidden="true">
      <HandOut {...props} />
    </div>,
    document.body,
  );
