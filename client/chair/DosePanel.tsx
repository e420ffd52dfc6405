import { useDirectory, useMay } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { Card } from "#client/ui/Card.tsx";
import { duration } from "#client/words.ts";
import { clockTime, type Instant } from "#shared/base/time.ts";
import type { Route } from "#shared/protocol/protocol.ts";
import { doseOf, type DoseFact, type Dose } from "#shared/session/dose.ts";
import type { ChairView } from "./chairModel.ts";
import { deviceWords } from "./DeviceDialog.tsx";
import { allGiven, clockLeft, devicesIn } from "./doseModel.ts";
import { doseFactWords } from "./doseWords.ts";
import { injectionWords } from "./InjectionDialog.tsx";
import styles from "./DosePanel.module.css";
import type { DoseForm } from "./opened.ts";
import { staffName } from "./personWords.ts";
import { useOwnTimer } from "./useChairView.ts";
import { treatmentWords } from "./treatmentWords.ts";

const { dose: words } = treatmentWords;

interface DosePanelProps {
  readonly view: ChairView;
  readonly open: (form: DoseForm) => void;
  readonly correct: (fact: DoseFact) => void;
}

/** What was given and what the pump does, the hand on it, and every fact about it with its flags. */
export const DosePanel = ({ view, open, correct }: DosePanelProps) => {
  const may = useMay();
  const { session } = view;
  const { now } = useOwnTimer(view);
  const dose = doseOf(session.doseFacts);
  return (
    <Card title={words.titles[session.route]} aside={stateWords(dose, view)}>
      {may("start-infusion") && (
        <div className={styles["controls"]}>
          {doseForms(session.route, dose.phase).map((form) => (
            <Action key={form} size="glove" kind={form === "end" ? "strong" : "plain"} onClick={() => open(form)}>
              {formWords(form, view, now)}
            </Action>
          ))}
        </div>
      )}
      <Facts view={view} correct={may("correct-dose-fact") ? correct : undefined} />
    </Card>
  );
};

/** What can be said next, by route and phase; whatever is said out of turn is recorded and flagged. */
const FORMS: Readonly<Record<Route, Readonly<Record<Dose["phase"], readonly DoseForm[]>>>> = {
  iv: {
    "not-started": ["start", "abort"],
    running: ["pause", "rate", "end"],
    paused: ["resume", "end"],
    ended: ["resume"],
  },
  im: {
    "not-started": ["injection", "abort"],
    running: ["end"],
    paused: ["end"],
    ended: ["injection"],
  },
  nasal: {
    "not-started": ["device", "abort"],
    running: ["device", "devices-stopped"],
    paused: ["end"],
    ended: ["device"],
  },
};

const doseForms = (route: Route, phase: Dose["phase"]): readonly DoseForm[] => FORMS[route][phase];

const formWords = (form: DoseForm, view: ChairView, now: Instant): string => {
  if (form === "injection") return injectionWords(view);
  return form === "device" ? nextDeviceWords(view, now) : words[form];
};

/** `Next device in 3:12`, then `Device 2 of 3 given`. CH8. */
export const nextDeviceWords = (
  { session, protocol }: Pick<ChairView, "session" | "protocol">,
  now: Instant,
): string => {
  const devices = devicesIn(session, protocol);
  if (!devices) return words.extraDevice;
  const { readyAt = 0 } = devices;
  return !allGiven(devices) && now < readyAt ? words.nextDevice(clockLeft(readyAt - now)) : deviceWords(devices);
};

const stateWords = (dose: Dose, { session, protocol, now, zone }: ChairView): string => {
  switch (dose.phase) {
    case "not-started":
      return words.notStarted;
    case "running": {
      const devices = devicesIn(session, protocol);
      if (devices && devices.given > 0) return words.devicesOf(devices.given, devices.of);
      const left = dose.plannedEnd(now) - now;
      return left > 0 ? words.running(duration(left)) : words.empty;
    }
    case "paused":
      return words.paused(clockTime(dose.pausedSince ?? now, zone));
    case "ended":
      return words.ended(clockTime(dose.endedAt, zone), dose.givenMg);
  }
};

const Facts = ({
  view,
  correct,
}: {
  readonly view: ChairView;
  readonly correct: ((fact: DoseFact) => void) | undefined;
}) => {
  const directory = useDirectory();
  return (
    <ol className={styles["facts"]}>
      {view.session.doseFacts.map((fact) => (
        <li key={fact.id} className={styles["fact"]} data-struck={fact.struck}>
          <span className={styles["time"]}>{clockTime(fact.at, view.zone)}</span>
          <span className={styles["what"]}>
            <span className={styles["text"]}>{doseFactWords(fact)}</span>
            <span className={styles["by"]}>
              {staffName(directory, fact.by)}
              {fact.corrections.map(({ from, recordedAt }) => (
                <s key={recordedAt}>{words.was(clockTime(from, view.zone))}</s>
              ))}
              {fact.struck && <em>{words.struck}</em>}
            </span>
            {fact.flags.length > 0 && (
              <span className={styles["flags"]}>
                {fact.flags.map((flag) => (
                  <span key={flag}>⚑ {words.flags[flag]}</span>
                ))}
              </span>
            )}
          </span>
          {correct && (
            <Action kind="quiet" aria-label={`${words.correct}: ${doseFactWords(fact)}`} onClick={() => correct(fact)}>
              {words.correct}
            </Action>
          )}
        </li>
      ))}
    </ol>
  );
};
