import { SavedEntry } from "#client/entry/SavedEntry.tsx";
import type { Entry } from "#client/entry/useEntry.ts";
import { entryWords } from "#client/entry/words.ts";
import { birthDay } from "#client/store/names.ts";
import { useDirectory, useMay, usePlace, usePresence } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { PhaseChip } from "#client/ui/PhaseChip.tsx";
import { chairName, dueKindWords, firstName, phaseWords } from "#client/ui/statusWords.ts";
import { clockTime, MINUTE, type Instant } from "#shared/base/time.ts";
import { doseOf } from "#shared/session/dose.ts";
import { Sheet } from "#shared/vitals/observation.ts";
import type { ChairView, NextAction } from "./chairModel.ts";
import { Where } from "./AtTheChair.tsx";
import { Unwatched } from "./Unwatched.tsx";
import { nextDeviceWords } from "./DosePanel.tsx";
import { NextLink } from "./NextLink.tsx";
import styles from "./Top.module.css";
import { useOwnTimer } from "./useChairView.ts";
import { treatmentWords } from "./treatmentWords.ts";
import { chairWords } from "./words.ts";

/** Whose chair this is, where the treatment stands, and what is known that could harm. */
export const Top = ({ view }: { readonly view: ChairView }) => {
  const { chair, session, protocol, approved } = view;
  const who = usePatient(view);
  return (
    <div className={styles["who"]}>
      <h1 className={styles["name"]}>
        {chairName(chair.label)} · {who.name}
      </h1>
      <p className={styles["facts"]}>
        {who.birthDate && <span>{chairWords.born(who.birthDate)}</span>}
        <span className={styles["allergies"]} data-known={who.allergies !== undefined}>
          {chairWords.allergies.label}: <strong>{who.allergies ?? chairWords.allergies.none}</strong>
        </span>
        <span>
          {protocol.title}, {chairWords.version(protocol.version)}
        </span>
        {!approved && <span className={styles["notApproved"]}>{chairWords.notApproved}</span>}
      </p>
      <Clock view={view} />
      <Where view={view} />
      <Entering view={view} />
      <Unwatched />
      {session.damaged && <p role="alert">{chairWords.damaged}</p>}
    </div>
  );
};

/** Somebody else has a sheet open for this chair: both entries will be kept, and nobody is surprised. */
const Entering = ({ view }: { readonly view: ChairView }) => {
  const { me } = usePlace();
  const { entering } = usePresence();
  const directory = useDirectory();
  const others = entering.filter(({ chairId, person }) => chairId === view.chair.id && person !== me.person.id);
  if (others.length === 0) return null;
  const names = [...new Set(others.map(({ person }) => firstName(directory.staff(person) ?? chairWords.aColleague)))];
  return <p role="status">{chairWords.entering(names.join(", "))}</p>;
};

/** Names come from the register; while they are not here the chair alone stands there, and it says so. */
const usePatient = ({
  session,
}: ChairView): { readonly name: string; readonly birthDate?: string | undefined; readonly allergies?: string } => {
  const known = useDirectory().patient(session.patientId);
  if (!known) return { name: chairWords.nameComing, allergies: chairWords.allergies.hidden };
  if ("initials" in known) return { name: known.initials, allergies: chairWords.allergies.hidden };
  const { givenName, familyName, allergies } = known;
  return { name: `${givenName} ${familyName}`, birthDate: birthDay(known), ...(allergies !== null && { allergies }) };
};

const firstDoseWords = {
  iv: treatmentWords.dose.start,
  im: treatmentWords.dose.injectionGiven,
  nasal: treatmentWords.dose.deviceGiven,
} as const;
const PROGRESS = { "not-started": 0.08, running: 0.35, paused: 0.35, ended: 0.75 } as const;

const Clock = ({ view }: { readonly view: ChairView }) => {
  const { session, zone } = view;
  const { now, t0, tabletClock } = useOwnTimer(view);
  const dose = doseOf(session.doseFacts);
  const keptStart = dose.phase === "not-started" && t0 !== undefined;
  const word = keptStart
    ? `${firstDoseWords[session.route]} ${clockTime(t0, zone)} · T+${Math.max(0, Math.floor((now - t0) / MINUTE))} min`
    : phaseWords(session, view.protocol, now);
  return (
    <p className={styles["clock"]}>
      <PhaseChip word={word} progress={PROGRESS[dose.phase]} tone={dose.phase === "not-started" ? "quiet" : "active"} />
      {t0 !== undefined && <span>{chairWords.t0(clockTime(t0, zone))}</span>}
      {tabletClock && <em>{chairWords.tabletClock}</em>}
    </p>
  );
};

interface NextStepProps {
  readonly view: ChairView;
  readonly entry: Entry;
  readonly next: NextAction;
  readonly act: (next: NextAction) => void;
}

/** The one next thing as the largest button; the sheets beside it. */
export const NextStep = ({ view, entry, next, act }: NextStepProps) => {
  const may = useMay();
  const { now } = useOwnTimer(view);
  return (
    <div className={styles["next"]}>
      {next.kind === "leaving" ? (
        <NextLink href={`/discharge/${view.session.id}`}>{chairWords.next.leaving}</NextLink>
      ) : (
        <Action kind="primary" size="large" onClick={() => act(next)}>
          {nextWords(next, view, now)}
        </Action>
      )}
      {may("record-observation") && (
        <div role="group" aria-label={chairWords.record} className={styles["sheets"]}>
          {Sheet.options.map((sheet) => (
            <Action key={sheet} onClick={() => entry.open(sheet)}>
              {entryWords.sheets[sheet]}
            </Action>
          ))}
        </div>
      )}
      <SavedEntry entry={entry} zone={view.zone} />
      {entry.draft && !entry.slot.open && !entry.slot.busy && (
        <Action kind="quiet" onClick={() => entry.draft && entry.resume()}>
          {entryWords.draftKept(entryWords.sheets[entry.draft.sheet])}
        </Action>
      )}
    </div>
  );
};

const nextWords = (next: Exclude<NextAction, { kind: "leaving" }>, view: ChairView, now: Instant): string => {
  switch (next.kind) {
    case "complete-preparation":
      return chairWords.next["complete-preparation"](next.open);
    case "device":
      return nextDeviceWords(view, now);
    case "recheck":
      return chairWords.next.recheck(dueKindWords(next));
    default:
      return chairWords.next[next.kind];
  }
};
