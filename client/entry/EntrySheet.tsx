import { FocusTrap } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { Grid3x3, Keyboard, X } from "lucide-react";
import { useEffect, useId, useState, type ReactNode } from "react";

import { useLive, useNow } from "#client/connection/LinkProvider.tsx";
import { usePlace } from "#client/store/ClinicProvider.tsx";
import { LiveBadge } from "#client/ui/LiveBadge.tsx";
import { clockTime, SECOND } from "#shared/base/time.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import type { Session } from "#shared/session/session.ts";
import { Sheet } from "#shared/vitals/observation.ts";
import type { Draft } from "./entryModel.ts";
import styles from "./EntrySheet.module.css";
import { SheetForm } from "./SheetForm.tsx";
import type { Entry } from "./useEntry.ts";
import { entryWords } from "./words.ts";

interface EntrySheetProps {
  /** Whose: "Chair 3 · Maya T." */
  readonly title: string;
  readonly session: Session;
  readonly protocol: Protocol;
  readonly entry: Entry;
  /** The HELP button, which no sheet may cover. */
  readonly help?: ReactNode;
}

// One person on one device either types a line or taps a pad; the choice outlives the sheet.
let typesLines = false;

/** The sheet over the chair page. Escape closes it and keeps the draft. */
export const EntrySheet = (props: EntrySheetProps) =>
  props.entry.slot.open && props.entry.draft ? <OpenSheet {...props} draft={props.entry.draft} /> : null;

const OpenSheet = ({ title, session, protocol, entry, help, draft }: EntrySheetProps & { readonly draft: Draft }) => {
  const { setEntering } = usePlace();
  const live = useLive();
  const now = useNow(SECOND, { always: true });
  const [keyboard, setKeyboard] = useState(typesLines);
  const id = useId();
  useEffect(() => {
    setEntering(session.chairId);
    return () => setEntering(undefined);
  }, [setEntering, session.chairId]);
  useHotkeys([["Escape", entry.close]], []);
  const out = live.state === "NOT_LIVE" || live.state === "LOST";
  return (
    <FocusTrap active>
      <div
        role="dialog"
        aria-modal="true"
        aria-labelledby={id}
        className={styles["sheet"]}
        data-out={out}
        tabIndex={-1}
      >
        <div className={styles["head"]}>
          <h2 id={id} className={styles["title"]}>
            {draft.correcting
              ? `${title} · ${entryWords.correcting(clockTime(draft.correcting.observedAt, session.zone))}`
              : title}
          </h2>
          {!draft.correcting && <Sheets chosen={draft.sheet} choose={entry.open} />}
          <span className={styles["aside"]}>
            <LiveBadge live={live} />
            {(draft.sheet === "full" || draft.sheet === "bp") && (
              <IconButton
                word={keyboard ? entryWords.line.hide : entryWords.line.show}
                press={() => setKeyboard((typesLines = !keyboard))}
              >
                {keyboard ? <Grid3x3 aria-hidden="true" /> : <Keyboard aria-hidden="true" />}
              </IconButton>
            )}
            {help}
            <IconButton word={entryWords.closeKeeps} press={entry.close}>
              <X aria-hidden="true" />
            </IconButton>
          </span>
        </div>
        <SheetForm
          key={`${draft.observationId}${draft.sheet}`}
          draft={draft}
          session={session}
          protocol={protocol}
          entry={entry}
          now={now}
          out={out}
          keyboard={keyboard}
        />
      </div>
    </FocusTrap>
  );
};

const Sheets = ({ chosen, choose }: { readonly chosen: Sheet; readonly choose: (sheet: Sheet) => void }) => (
  <div role="group" aria-label={entryWords.sheetsLabel} className={styles["sheets"]}>
    {Sheet.options.map((sheet) => (
      <button key={sheet} type="button" aria-pressed={sheet === chosen} onClick={() => choose(sheet)}>
        {entryWords.sheets[sheet]}
      </button>
    ))}
  </div>
);

const IconButton = ({
  word,
  press,
  children,
}: {
  readonly word: string;
  readonly press: () => void;
  readonly children: ReactNode;
}) => (
  <button type="button" className={styles["icon"]} aria-label={word} title={word} onClick={press}>
    {children}
  </button>
);
