import { clockTimeWithSeconds, type Instant } from "#shared/base/time.ts";
import { words } from "#client/words.ts";
import styles from "./ClinicClock.module.css";

interface ClinicClockProps {
  readonly now: Instant;
  readonly zone: string;
}

/** The clinic's time, to the second and with its zone by name: a ticking second is the sign that the page itself lives. */
export const ClinicClock = ({ now, zone }: ClinicClockProps) => (
  <span className={styles["clock"]} role="timer" aria-label={words.header.clinicClock} aria-live="off">
    <span className={styles["time"]}>{clockTimeWithSeconds(now, zone)}</span>
    <span className={styles["zone"]}>{zoneName(zone, now)}</span>
  </span>
);

/** "MST" where there is such a name, else the offset. */
const zoneName = (zone: string, now: Instant): string =>
  new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "short" })
    .formatToParts(now)
    .find(({ type }) => type === "timeZoneName")?.value ?? zone;
