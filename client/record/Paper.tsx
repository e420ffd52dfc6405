import { useMemo } from "react";

import { useDirectory } from "#client/store/ClinicProvider.tsx";
import { birthDay, fullName } from "#client/store/names.ts";
import { Ribbon } from "#client/ui/ribbon/Ribbon.tsx";
import { ribbonModel } from "#client/ui/ribbon/ribbonModel.ts";
import { dayAndTime } from "#shared/base/time.ts";
import type { SessionRecord } from "#shared/wire/http.ts";
import { AdverseEvents } from "./AdverseEvents.tsx";
import { BeforeDose } from "./BeforeDose.tsx";
import { Calls } from "./Calls.tsx";
import { Checks, Overrides } from "./Checks.tsx";
import { Doses } from "./Doses.tsx";
import { DrugCounts } from "./DrugCounts.tsx";
import { Interventions } from "./Interventions.tsx";
import { Observations } from "./Observations.tsx";
import { Places } from "./Places.tsx";
import { shortChain } from "./recordModel.ts";
import styles from "./Record.module.css";
import { Rides } from "./Rides.tsx";
import { Section } from "./Section.tsx";
import { Signatures } from "./Signatures.tsx";
import { Summary } from "./Summary.tsx";
import { usePrintedName } from "./usePrintedName.ts";
import { words } from "./words.ts";

/** Paper is white, whatever the screen is: what is printed is what was seen. */
export const Paper = ({ record }: { readonly record: SessionRecord }) => {
  const { session, protocol, closed, now } = record;
  const picture = useMemo(
    () => ribbonModel(session, protocol.protocol, closed?.endedAt ?? now),
    [session, protocol, closed, now],
  );
  return (
    <article className={styles["paper"]} data-mantine-color-scheme="light" aria-labelledby="record-title">
      <Head record={record} />
      {session.damaged && <p className={styles["mark"]}>{words.damaged}</p>}
      {!protocol.approved && <p className={styles["mark"]}>{words.notApproved}</p>}
      <Summary record={record} />
      <Section title={words.ribbon}>
        <Ribbon model={picture} size="print" />
      </Section>
      <BeforeDose record={record} />
      <Doses session={session} />
      <DrugCounts session={session} />
      <Observations session={session} />
      <Interventions record={record} />
      <AdverseEvents session={session} />
      <Calls record={record} />
      <Places record={record} />
      <Checks record={record} />
      <Overrides record={record} />
      <Rides record={record} />
      <Signatures record={record} />
      <Notes record={record} />
      <Foot record={record} />
    </article>
  );
};

const Head = ({ record: { clinic, session, protocol } }: { readonly record: SessionRecord }) => {
  const patient = useDirectory().patient(session.patientId);
  const name = usePrintedName();
  const { title, version } = protocol.protocol;
  const approval =
    protocol.approved && words.approved(name(protocol.approved.by), dayAndTime(protocol.approved.at, clinic.zone));
  const row = patient && "birthDate" in patient ? patient : undefined;
  const facts = [
    [words.patient.born, birthDay(patient)],
    [words.patient.number, row?.identifier],
    [words.patient.allergies, row && (row.allergies ?? words.patient.none)],
  ] as const;
  return (
    <header className={styles["head"]}>
      <p className={styles["clinic"]}>
        <span>{clinic.name}</span>
        <span>{words.title}</span>
      </p>
      <h1 id="record-title">{fullName(patient) ?? words.patient.unknown}</h1>
      <p>{facts.map(([label, value]) => value && <span key={label}>{`${label} ${value}`}</span>)}</p>
      <p>
        <span>{words.protocol(title, version)}</span>
        {approval && <span>{approval}</span>}
      </p>
    </header>
  );
};

const Notes = ({ record: { session } }: { readonly record: SessionRecord }) => {
  const name = usePrintedName();
  const notes = session.notes.filter(({ text }) => text !== undefined);
  if (notes.length === 0) return null;
  return (
    <Section title={words.notes.title}>
      {notes.map(({ at, by, text }) => (
        <p key={`${at}-${by}`}>{`${dayAndTime(at, session.zone)}, ${name(by)}: ${text ?? ""}`}</p>
      ))}
    </Section>
  );
};

const Foot = ({ record: { head, now, clinic } }: { readonly record: SessionRecord }) => (
  <footer className={styles["foot"]}>
    <p>
      {words.foot.log(head.seq, shortChain(head.chain))} · {words.foot.read(dayAndTime(now, clinic.zone))}
    </p>
    <p className={styles["chain"]}>
      {words.foot.full}: <code>{head.chain}</code>
    </p>
    <p>{words.foot.disclaimer}</p>
  </footer>
);
