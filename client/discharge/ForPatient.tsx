import type { Restriction } from "#shared/session/session.ts";
import styles from "./DoorReminder.module.css";
import { PATIENT_WORDS, type Language } from "./patientWords.ts";

interface ForPatientProps {
  readonly restriction: Restriction;
  readonly zone: string;
  readonly phone: string;
  readonly name: string | undefined;
  readonly language: Language;
}

/** P 8. The words that are read aloud, and nothing else. */
export const ForPatient = ({ restriction, zone, phone, name, language }: ForPatientProps) => {
  const say = PATIENT_WORDS[language];
  const { before, large, after, more } = say.driving(restriction, zone);
  return (
    <div className={styles["patient"]} lang={language}>
      <h1>
        {before} <span className={styles["until"]}>{large}</span> {after}
      </h1>
      <p className={styles["lines"]}>
        {more.map((line) => (
          <span key={line}>{line} </span>
        ))}
      </p>
      <p className={styles["also"]}>{say.also.join(" ")}</p>
      <p className={styles["phones"]}>
        {say.worried(phone)} {say.emergency}
      </p>
      <div className={styles["escort"]}>
        <h2>{say.escortLabel}</h2>
        <p>{say.toEscort(name ?? say.thePatient)}</p>
      </div>
    </div>
  );
};
