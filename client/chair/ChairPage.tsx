import { useState } from "react";
import { Link } from "wouter";

import { EntrySheet } from "#client/entry/EntrySheet.tsx";
import { useEntry } from "#client/entry/useEntry.ts";
import { useClinic, useDirectory, useMay, usePlace } from "#client/store/ClinicProvider.tsx";
import { useNow } from "#client/connection/LinkProvider.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import { EmptyState, NotPermitted } from "#client/ui/Notice.tsx";
import { chairName } from "#client/ui/statusWords.ts";
import { SECOND } from "#shared/base/time.ts";
import type { ChairId } from "#shared/base/ids.ts";
import type { Chair } from "#shared/clinic/clinic.ts";
import { doseOf } from "#shared/session/dose.ts";
import { AtTheChair } from "./AtTheChair.tsx";
import { Calls } from "./Calls.tsx";
import { Care } from "./Care.tsx";
import styles from "./ChairPage.module.css";
import { nextAction, sheetFor, type ChairView, type NextAction } from "./chairModel.ts";
import { Dialogs } from "./Dialogs.tsx";
import { DosePanel } from "./DosePanel.tsx";
import { DueList } from "./DueList.tsx";
import { Help, HelpButton } from "./Help.tsx";
import { KeptHere } from "./KeptHere.tsx";
import { Leaving } from "./Leaving.tsx";
import { Log } from "./Log.tsx";
import { More } from "./More.tsx";
import { NextLink } from "./NextLink.tsx";
import { Notes } from "./Notes.tsx";
import { ObservationDetail } from "./ObservationDetail.tsx";
import type { DoseForm, Opened } from "./opened.ts";
import { Picture } from "./Picture.tsx";
import { Preparation } from "./Preparation.tsx";
import { RideQuick } from "./RideQuick.tsx";
import { NextStep, Top } from "./Top.tsx";
import { ToSign } from "./ToSign.tsx";
import { useChair } from "./useChairView.ts";
import { chairWords } from "./words.ts";

/** One chair: who sits there, what comes next, and everything about this treatment. */
export const ChairPage = ({ chairId }: { readonly chairId: ChairId }) => {
  const found = useChair(chairId);
  const loaded = useClinic(({ seq }) => seq > 0);
  const may = useMay();
  const { roles } = usePlace();
  if (!loaded) return <Loading lines={6} />;
  if (!found)
    return (
      <EmptyState
        title={chairWords.unknownChair.title}
        action={<Link href="/">{chairWords.unknownChair.toBoard}</Link>}
      >
        {chairWords.unknownChair.text}
      </EmptyState>
    );
  if (!found.view) return <FreeChair chair={found.chair} />;
  if (may("record-observation")) return <Occupied key={found.view.session.id} view={found.view} />;
  return (
    <div className={styles["page"]}>
      <Help chairId={chairId} />
      <NotPermitted role={roles.join(", ")} />
    </div>
  );
};

const FreeChair = ({ chair }: { readonly chair: Chair }) => {
  const clinic = useClinic((one) => one);
  const now = useNow(SECOND);
  const title = chairName(chair.label);
  return (
    <div className={styles["page"]}>
      <h1 className={styles["free"]}>{title}</h1>
      <Calls clinic={clinic} chair={chair} now={now} />
      <EmptyState
        title={chairWords.free.title(title)}
        action={<NextLink href="/today">{chairWords.free.checkIn}</NextLink>}
      >
        {chairWords.free.text}
      </EmptyState>
      <Help chairId={chair.id} />
    </div>
  );
};

const Occupied = ({ view }: { readonly view: ChairView }) => {
  const { clinic, chair, session, protocol, now } = view;
  const entry = useEntry(chair.id, session.id);
  const directory = useDirectory();
  const [open, setOpen] = useState<Opened>();
  const close = () => setOpen(undefined);
  const preparing = doseOf(session.doseFacts).phase === "not-started";
  const patient = directory.patient(session.patientId);
  const name = patient && ("initials" in patient ? patient.initials : `${patient.givenName} ${patient.familyName}`);
  const act = (next: NextAction): void => {
    const sheet = sheetFor(next);
    if (sheet) return entry.open(sheet);
    const form = FORM_OF[next.kind];
    if (form) setOpen({ form });
    else showPreparation();
  };
  const opened =
    open && "observation" in open ? session.observations.find(({ id }) => id === open.observation) : undefined;
  return (
    <div className={styles["page"]}>
      <header className={styles["top"]}>
        <Top view={view} />
        <NextStep view={view} entry={entry} next={nextAction(clinic, session, protocol, now)} act={act} />
      </header>
      <Help chairId={chair.id} />
      <Calls clinic={clinic} chair={chair} now={now} />
      <KeptHere view={view} entry={entry} />
      <div className={styles["columns"]} data-preparing={preparing}>
        <div className={styles["column"]}>
          {preparing && <Preparation view={view} entry={entry} />}
          <Picture
            view={view}
            select={(observation) => setOpen({ observation })}
            selected={open && "observation" in open ? open.observation : undefined}
          />
          <DosePanel view={view} open={(form) => setOpen({ form })} correct={(correct) => setOpen({ correct })} />
          <Log view={view} select={(observation) => setOpen({ observation })} />
        </div>
        <div className={styles["column"]}>
          <DueList view={view} />
          <AtTheChair view={view} />
          <Leaving view={view} />
          <RideQuick session={session} />
          <Notes view={view} />
          <Care view={view} tellAgain={(adverseEvent) => setOpen({ adverseEvent })} />
          <ToSign view={view} />
          <More view={view} open={(form) => setOpen({ form })} preparing={preparing} />
        </div>
      </div>
      <Dialogs view={view} open={open} close={close} />
      {opened && <ObservationDetail view={view} observation={opened} entry={entry} close={close} />}
      <EntrySheet
        title={[chairName(chair.label), name].filter(Boolean).join(" · ")}
        session={session}
        protocol={protocol}
        entry={entry}
        help={<HelpButton chairId={chair.id} flag="help" small />}
      />
    </div>
  );
};

const FORM_OF: Readonly<Partial<Record<NextAction["kind"], DoseForm>>> = {
  "start-infusion": "start",
  injection: "injection",
  device: "device",
  resume: "resume",
  "devices-stopped": "devices-stopped",
  "end-infusion": "end",
};

const showPreparation = (): void => {
  const panel = document.getElementById("preparation");
  panel?.scrollIntoView({ block: "start" });
  panel?.focus();
};
