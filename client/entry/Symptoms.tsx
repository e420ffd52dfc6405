import { Symptom } from "#shared/vitals/observation.ts";
import { tapSymptom } from "./entryModel.ts";
import type { FieldsProps } from "./NumberFields.tsx";
import styles from "./Symptoms.module.css";
import { entryWords } from "./words.ts";

const { symptoms, grades, none } = entryWords;

/** By exception: what nobody taps was not seen and is not recorded. */
export const Symptoms = ({ draft, change }: FieldsProps) => (
  <div role="group" aria-label={entryWords.symptomsLegend}>
    <span className={styles["legend"]} aria-hidden="true">
      {entryWords.symptomsLegend}
    </span>
    <div className={styles["chips"]}>
      {Symptom.options.map((symptom) => {
        const grade = draft.symptoms[symptom];
        return (
          <button
            key={symptom}
            type="button"
            className={styles["chip"]}
            data-grade={grade}
            aria-pressed={grade !== undefined}
            aria-label={`${symptoms[symptom]}: ${grade ? grades[grade] : none}`}
            onClick={() => change((one) => tapSymptom(one, symptom))}
          >
            {symptoms[symptom]}
            {grade && <strong>{grades[grade]}</strong>}
          </button>
        );
      })}
    </div>
  </div>
);
