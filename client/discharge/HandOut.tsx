import { createPortal } from "react-dom";

import { useDirectory } from "#client/store/ClinicProvider.tsx";
import { fullName, givenName } from "#client/store/names.ts";
import type { PatientId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Restriction } from "#shared/session/session.ts";
import styles from "./HandOut.module.css";
import { drivingLine, PATIENT_WORDS, type Language, type PatientWords } from "./patientWords.ts";
import { words } from "./words.ts";

export interface HandOutProps {
  readonly clinic: Pick<Clinic, "name" | "phone">;
  readonly patientId: PatientId;
  readonly restriction: Restriction;
  /** The day of the treatment. */
  readonly on: Instant;
  readonly zone: string;
  readonly language: Language;
}

/** One page, the words of the reminder again, for when nobody remembers what was said. Paper is light, whatever the screen is. */
export const HandOut = ({ clinic, patientId, restriction, on, zone, language }: HandOutProps) => {
  const patient = useDirectory().patient(patientId);
  const say = PATIENT_WORDS[language];
  const driving = say.driving(restriction, zone);
  return (
    <article className={styles["sheet"]} lang={language} data-mantine-color-scheme="light" aria-label={say.title}>
      <header className={styles["head"]}>
        <span>{clinic.name}</span>
        <span>{say.treatedOn(on, zone)}</span>
      </header>
      <p className={styles["title"]}>{say.title}</p>
      <p className={styles["for"]}>{say.forName(fullName(patient) ?? words.handOut.unknownName)}</p>
      <div className={styles["main"]}>
        <p className={styles["until"]}>{drivingLine(driving)}</p>
        <p>{driving.more.join(" ")}</p>
      </div>
      <p className={styles["also"]}>{say.also.join(" ")}</p>
      <p>{say.untilThen}</p>
      <CallFor say={say} />
      <p className={styles["phones"]}>
        <strong>{say.worried(clinic.phone)}</strong> <strong>{say.emergency}</strong>
      </p>
      <div className={styles["escort"]}>
        <p className={styles["label"]}>{say.escortLabel}</p>
        <p>{say.toEscort(givenName(patient) ?? say.thePatient)}</p>
      </div>
      <div className={styles["notes"]}>
        <p className={styles["label"]}>{say.notes}</p>
      </div>
    </article>
  );
};

const CallFor = ({ say }: { readonly say: PatientWords }) => (
  <div>
    <p className={styles["label"]}>{say.callIf}</p>
    <ul className={styles["for-what"]}>
      {say.callFor.map((what) => (
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
