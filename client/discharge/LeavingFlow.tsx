import { ArrowLeft } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";

import { useDirectory } from "#client/store/ClinicProvider.tsx";
import { birthDay, fullName } from "#client/store/names.ts";
import { ReadinessBadge } from "#client/ui/ReadinessBadge.tsx";
import { useOut } from "#client/ui/shownLive.ts";
import { chairName, leavingOf, phaseWords } from "#client/ui/statusWords.ts";
import type { Instant } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import { BelongingsStep } from "./BelongingsStep.tsx";
import { ChecksStep } from "./ChecksStep.tsx";
import type { StepId, WayOut } from "./dischargeModel.ts";
import { HandOutStep } from "./HandOutStep.tsx";
import { LeaveStep } from "./LeaveStep.tsx";
import { stepWords } from "./lineWords.ts";
import { LostSignature } from "./LostSignature.tsx";
import { ReminderStep } from "./ReminderStep.tsx";
import { RideStep } from "./RideStep.tsx";
import { StepList } from "./StepList.tsx";
import styles from "./LeavingFlow.module.css";
import { words } from "./words.ts";

const STEP = {
  checks: ChecksStep, ride: RideStep, belongings: BelongingsStep, reminder: ReminderStep, "hand-out": HandOutStep, leave: LeaveStep,
} as const; // prettier-ignore

interface LeavingFlowProps {
  readonly clinic: Clinic;
  readonly wayOut: WayOut;
  readonly now: Instant;
}

/** The way out of one patient. The step in view changes by a person's hand alone; what colleagues do shows in the list of steps. */
export const LeavingFlow = ({ clinic, wayOut, now }: LeavingFlowProps) => {
  const { steps } = wayOut;
  const live = !useOut();
  const [current, setCurrent] = useState<StepId>(() => firstOpen(steps));
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const goTo = (step: StepId): void => {
    moved.current = true;
    setCurrent(step);
  };
  useEffect(() => {
    if (moved.current) heading.current?.focus();
  }, [current]);
  const Current = STEP[current];
  return (
    <div className={styles["flow"]}>
      <FlowHead clinic={clinic} wayOut={wayOut} now={now} live={live} />
      {!live && (
        <p className={styles["notLive"]} role="status">
          {words.notLive}
        </p>
      )}
      <LostSignature session={wayOut.session} />
      <div className={styles["body"]}>
        <StepList session={wayOut.session} steps={steps} current={current} onChoose={goTo} />
        <section className={styles["panel"]} aria-labelledby="step-title">
          <h2 id="step-title" ref={heading} tabIndex={-1}>
            {stepWords(current, wayOut.session)}
          </h2>
          <Current
            clinic={clinic}
            wayOut={wayOut}
            now={now}
            live={live}
            onDone={() => goTo(nextOpen(steps, current))}
          />
        </section>
      </div>
    </div>
  );
};

const FlowHead = ({ clinic, wayOut, now, live }: LeavingFlowProps & { readonly live: boolean }) => {
  const { session, protocol, readiness } = wayOut;
  const patient = useDirectory().patient(session.patientId);
  const { state, why } = leavingOf(readiness, { live });
  return (
    <header className={styles["head"]}>
      <Link href="/discharge" className={styles["back"]}>
        <ArrowLeft aria-hidden="true" size={18} /> {words.list.back}
      </Link>
      <div className={styles["who"]}>
        <h1>{fullName(patient) ?? words.list.noName}</h1>
        <p>
          {[
            birthDay(patient),
            chairName(clinic.chairs[session.chairId]?.label ?? "?"),
            phaseWords(session, protocol, now),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      <div role="status" className={styles["badge"]}>
        <ReadinessBadge state={state}>{why}</ReadinessBadge>
      </div>
      {session.damaged && <p className={styles["damaged"]}>{words.list.damaged}</p>}
    </header>
  );
};

const firstOpen = (steps: WayOut["steps"]): StepId => steps.find(({ state }) => state !== "done")?.id ?? "leave";

/** After the one that was just done; what was left open before it comes round again. */
const nextOpen = (steps: WayOut["steps"], current: StepId): StepId => {
  const open = steps
    .filter(({ id, state }) => id !== current && state !== "done" && id !== "leave")
    .map(({ id }) => id);
  const place = steps.findIndex(({ id }) => id === current);
  return steps.slice(place + 1).find(({ id }) => open.includes(id))?.id ?? open[0] ?? "leave";
};
