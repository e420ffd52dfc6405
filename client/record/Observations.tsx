import { clockTime } from "#shared/base/time.ts";
import { SEDATION } from "#shared/scales/levels.ts";
import type { Session } from "#shared/session/session.ts";
import type { Observation, Values } from "#shared/vitals/observation.ts";
import { observationRows, plain, reasonOf, withText } from "./recordModel.ts";
import styles from "./Record.module.css";
import { Section, Table } from "./Section.tsx";
import { usePrintedName } from "./usePrintedName.ts";
import { words } from "./words.ts";

/** Time runs down, measures run across; what was corrected stays, struck through, with its reason. */
export const Observations = ({ session }: { readonly session: Session }) => {
  const rows = observationRows(session);
  return (
    <Section title={words.observations.title}>
      {rows.length === 0 ? (
        <p>{words.observations.none}</p>
      ) : (
        <Table label={words.observations.title} columns={words.observations.columns}>
          {rows.map((one) => (
            <ObservationRow key={one.id} one={one} session={session} />
          ))}
        </Table>
      )}
    </Section>
  );
};

const ObservationRow = ({ one, session }: { readonly one: Observation; readonly session: Session }) => {
  const name = usePrintedName();
  const { status, values, observedAt, recordedAt, late, clamped } = one;
  const reason = reasonOf(session, one);
  return (
    <tr data-status={status}>
      <th scope="row">
        <span className={styles["value"]}>{clockTime(observedAt, session.zone)}</span>
        {late && <small>{words.observations.late(clockTime(recordedAt, session.zone))}</small>}
        {clamped && <small>{words.observations.clamped}</small>}
      </th>
      {cells(values).map(({ column, text }) => (
        <td key={column}>
          <span className={styles["value"]}>{text}</span>
        </td>
      ))}
      <td>
        {also(one).map((text) => (
          <small key={text}>{text}</small>
        ))}
        {reason && status !== "current" && (
          <small className={styles["why"]}>{words.observations[status](withText(reason))}</small>
        )}
      </td>
      <td>{name(one.by)}</td>
    </tr>
  );
};

/** An empty cell is a value that was not taken; nothing is filled in. */
const cells = ({
  sbp,
  dbp,
  hr,
  spo2,
  rr,
  sedation,
  dissociation,
  distress,
}: Values): readonly { readonly column: string; readonly text: string }[] => [
  { column: "bp", text: sbp === undefined ? "" : `${sbp}/${dbp ?? "?"}` },
  { column: "hr", text: String(hr ?? "") },
  { column: "spo2", text: String(spo2 ?? "") },
  { column: "rr", text: String(rr ?? "") },
  {
    column: "sedation",
    text: sedation === undefined ? "" : `${sedation} ${SEDATION.find(({ value }) => value === sedation)?.word ?? ""}`,
  },
  { column: "dissociation", text: String(dissociation ?? "") },
  { column: "distress", text: String(distress ?? "") },
];

const also = ({ sheet, values, ratings, notAssessed = [], replaces }: Observation): readonly string[] => {
  const { observations } = words;
  return [
    ...(sheet === "full" ? [] : [observations.sheet[sheet]]),
    ...(replaces ? [observations.replaces] : []),
    ...(values.seen ? [observations.seen[values.seen]] : []),
    ...(values.orientation ? [observations.orientation[values.orientation]] : []),
    ...(values.gait ? [observations.gait[values.gait]] : []),
    ...(values.symptoms ?? []).map(({ symptom, grade }) => `${plain(symptom)}, ${grade}`),
    ...(ratings ? [observations.ratings[ratings]] : []),
    ...notAssessed.map(({ field, why, text }) => observations.notTaken(field, withText({ code: why, text }))),
  ];
};
