import { ArrowRight, CarFront, Check, CircleDashed, Clock, DoorOpen, Undo2, UserX } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";

import { newId, useDirectory, useMay } from "#client/store/ClinicProvider.tsx";
import { birthDay, fullName } from "#client/store/names.ts";
import { useAct } from "#client/store/useAct.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { chairName } from "#client/ui/statusWords.ts";
import type { VisitId } from "#shared/base/ids.ts";
import { clockTime } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { TodayRow as Row } from "./todayModel.ts";
import styles from "./TodayRow.module.css";
import { words } from "./words.ts";

interface TodayRowProps {
  readonly row: Row;
  readonly clinic: Clinic;
  readonly live: boolean;
  readonly onCheckIn: () => void;
}

const ICON = { expected: CircleDashed, late: Clock, here: Check, left: DoorOpen, "no-show": UserX, cancelled: UserX };

export const TodayRow = ({ row, clinic, live, onCheckIn }: TodayRowProps) => {
  const patient = useDirectory().patient(row.patientId);
  const name = fullName(patient) ?? words.noName;
  const chair = row.chairId && clinic.chairs[row.chairId];
  const Icon = ICON[row.state];
  return (
    <li className={styles["row"]} data-state={row.state}>
      <span className={styles["time"]}>{clockTime(row.at, clinic.zone)}</span>
      <span className={styles["who"]}>
        <strong>{name}</strong>
        <span>{birthDay(patient)}</span>
      </span>
      <span className={styles["plan"]}>
        <span>{chair ? chairName(chair.label) : words.noChair}</span>
        <span>
          {[words.route[row.route], row.course && words.course(row.course.n, row.course.of)]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </span>
      <Ride row={row} />
      <span className={styles["state"]}>
        <Icon aria-hidden="true" />
        {row.leftAt === undefined ? words.state[row.state] : words.leftAt(clockTime(row.leftAt, clinic.zone))}
      </span>
      <Acts row={row} name={name} zone={clinic.zone} live={live} onCheckIn={onCheckIn} />
    </li>
  );
};

/** Of no use to anybody any more once the patient is gone, or does not come. */
const Ride = ({ row: { state, ride } }: { readonly row: Row }) => (
  <span className={styles["ride"]} data-known={ride !== undefined && ride !== "none"}>
    {(state === "expected" || state === "late" || state === "here") && (
      <>
        <CarFront aria-hidden="true" />
        {ride === undefined ? words.rideUnknown : words.rides[ride]}
      </>
    )}
  </span>
);

interface ActsProps extends Pick<TodayRowProps, "row" | "live" | "onCheckIn"> {
  readonly name: string;
  readonly zone: string;
}

const Acts = ({ row, name, zone, live, onCheckIn }: ActsProps) => {
  const may = useMay();
  switch (row.state) {
    case "expected":
    case "late":
      return may("check-in") ? <Expected row={row} name={name} zone={zone} live={live} onCheckIn={onCheckIn} /> : null;
    case "here":
      return row.chairId && may("record-observation") ? (
        <Link href={`/chairs/${row.chairId}`} className={styles["open"]} aria-label={words.row.openOf(name)}>
          {words.row.open} <ArrowRight aria-hidden="true" size={18} />
        </Link>
      ) : null;
    case "no-show":
    case "cancelled":
      return <PutBack row={row} name={name} zone={zone} live={live} />;
    case "left":
      return null;
  }
};

type Outcome = "no-show" | "cancelled";

/** Asked once before it is recorded, and put back with one tap after: a slip of the finger costs nobody their visit. */
const Expected = ({ row, name, zone, live, onCheckIn }: ActsProps) => {
  const [asked, setAsked] = useState<Outcome>();
  const act = useAct();
  const withdraw = (outcome: Outcome) =>
    row.visitId && act.run({ type: "withdraw-visit", visitId: row.visitId, outcome });
  if (asked) {
    return (
      <div className={styles["ask"]} role="group" aria-label={words.row.sure[asked](name)}>
        <span>{words.row.sure[asked](name)}</span>
        <Action onClick={() => setAsked(undefined)}>{words.row.keep}</Action>
        <Action kind="strong" busy={act.busy} onClick={() => void withdraw(asked)}>
          {words.row.yes[asked]}
        </Action>
        <ActLine act={act} zone={zone} />
      </div>
    );
  }
  return (
    <div className={styles["acts"]}>
      {(["no-show", "cancelled"] as const).map((outcome) => (
        <Action
          key={outcome}
          kind="quiet"
          aria-label={`${words.state[outcome]}: ${name}`}
          onClick={() => setAsked(outcome)}
        >
          {words.state[outcome]}
        </Action>
      ))}
      <Action
        kind={row.soon ? "primary" : "plain"}
        aria-label={words.row.checkInOf(name)}
        disabled={!live}
        onClick={onCheckIn}
      >
        {words.row.checkIn}
      </Action>
    </div>
  );
};

/** TD3. Nothing is taken back in the log: the same visit is expected anew. */
const PutBack = ({ row, name, zone, live }: Omit<ActsProps, "onCheckIn">) => {
  const act = useAct();
  if (!useMay()("expect-patient")) return null;
  const { patientId, chairId, route, at, ride, course } = row;
  const expect = () =>
    act.run({
      type: "expect-patient", visitId: newId<VisitId>(), patientId, route, expectedAt: at, ride: ride ?? "none",
      ...(chairId && { chairId }), ...(course && { course }),
    }); // prettier-ignore
  return (
    <div className={styles["acts"]}>
      <ActLine act={act} zone={zone} />
      <Action
        icon={<Undo2 aria-hidden="true" size={18} />}
        busy={act.busy}
        disabled={!live}
        aria-label={words.row.putBackOf(name)}
        onClick={() => void expect()}
      >
        {words.row.putBack}
      </Action>
    </div>
  );
};
