import { Link } from "wouter";

import { useDirectory } from "#client/store/ClinicProvider.tsx";
import { fullName } from "#client/store/names.ts";
import { ReadinessBadge } from "#client/ui/ReadinessBadge.tsx";
import { useOut } from "#client/ui/shownLive.ts";
import { chairName, leavingOf, phaseWords } from "#client/ui/statusWords.ts";
import { clockTime } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { WayOut } from "./dischargeModel.ts";
import { MissingItems } from "./MissingItems.tsx";
import styles from "./LeavingList.module.css";
import { words } from "./words.ts";

interface LeavingListProps {
  readonly clinic: Clinic;
  readonly now: number;
  readonly onTheWay: readonly WayOut[];
}

/** A board of departures: the earliest time first, who it is, and what still stands between them and the door. */
export const LeavingList = ({ clinic, now, onTheWay }: LeavingListProps) => (
  <section aria-label={words.list.leaving}>
    <ul className={styles["list"]}>
      {onTheWay.map((wayOut) => (
        <li key={wayOut.session.id}>
          <Departure clinic={clinic} now={now} wayOut={wayOut} />
        </li>
      ))}
    </ul>
  </section>
);

const Departure = ({ clinic, now, wayOut }: Pick<LeavingListProps, "clinic" | "now"> & { readonly wayOut: WayOut }) => {
  const { session, readiness } = wayOut;
  const name = fullName(useDirectory().patient(session.patientId)) ?? words.list.noName;
  const live = !useOut();
  const { state, why } = leavingOf(readiness, { live });
  return (
    <div className={styles["row"]} data-ready={state === "ready"}>
      <Earliest at={live ? readiness.earliest : undefined} zone={session.zone} live={live} />
      <span className={styles["who"]}>
        <Link href={`/discharge/${session.id}`} className={styles["name"]}>
          {name}
        </Link>
        <span className={styles["where"]}>
          {chairName(clinic.chairs[session.chairId]?.label ?? "?")} · {phaseWords(session, wayOut.protocol, now)}
        </span>
      </span>
      <span className={styles["state"]}>
        <ReadinessBadge state={state}>{badgeWhy(wayOut, state, why)}</ReadinessBadge>
        <MissingItems wayOut={wayOut} />
        {session.damaged && <span className={styles["damaged"]}>{words.list.damaged}</span>}
      </span>
    </div>
  );
};

/** The list beside it names what is left, so the badge only counts. */
const badgeWhy = ({ readiness, session }: WayOut, state: string, why: string): string | undefined =>
  state === "notYet" && readiness.verdict === "not-yet" && !session.damaged ? undefined : why;

interface EarliestProps {
  readonly at: number | undefined;
  readonly zone: string;
  readonly live: boolean;
}

const Earliest = ({ at, zone, live }: EarliestProps) => (
  <span className={styles["earliest"]}>
    <span className={styles["time"]}>{at === undefined ? "–:–" : clockTime(at, zone)}</span>
    <span className={styles["rule"]}>
      {live ? (at === undefined ? words.list.noEnd : words.list.byRule) : words.list.notKnown}
    </span>
  </span>
);
