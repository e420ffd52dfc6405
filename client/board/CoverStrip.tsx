import { useState } from "react";

import { useAct } from "#client/store/useAct.ts";
import { Action } from "#client/ui/Action.tsx";
import { ActLine } from "#client/ui/ActLine.tsx";
import { Dialog } from "#client/ui/Dialog.tsx";
import { firstName } from "#client/ui/statusWords.ts";
import { useReturnFocus } from "#client/ui/useReturnFocus.ts";
import { clockTime, type Instant } from "#shared/base/time.ts";
import type { BoardCard } from "./cardModel.ts";
import styles from "./Cover.module.css";
import type { NameOf } from "./CoverDialog.tsx";
import { cardsOfNurse, type CoverLine } from "./coverModel.ts";
import { Summaries } from "./Summaries.tsx";
import { boardWords } from "./words.ts";

const { cover: words } = boardWords;

interface CoverStripProps {
  readonly lines: readonly CoverLine[];
  readonly cards: readonly BoardCard[];
  readonly staffName: (id: string) => string | undefined;
  readonly patientName: NameOf;
  readonly now: Instant;
  readonly zone: string;
}

/** BD16. Where each hand-over stands, and the one tap that is next in it. */
export const CoverStrip = ({ lines, ...rest }: CoverStripProps) =>
  lines.length === 0 ? null : (
    <section className={styles["strip"]} aria-label={words.label}>
      {lines.map((line) => (
        <Line key={line.cover.id} line={line} {...rest} />
      ))}
    </section>
  );

type LineProps = Omit<CoverStripProps, "lines"> & { readonly line: CoverLine };

const Line = ({ line: { cover, state, over }, cards, staffName, patientName, now, zone }: LineProps) => {
  const act = useAct();
  const [reading, setReading] = useState(false);
  const theirs = state === "i-am-asked" || state === "i-cover";
  const name = firstName(staffName(theirs ? cover.nurse : cover.by) ?? words.somebody);
  const until = clockTime(cover.until, zone);
  const patients = cardsOfNurse(cards, cover.nurse);
  return (
    <div className={styles["line"]}>
      <p role="status">
        {words.lines[state](name, until)}
        {over && ` · ${words.over}`}
      </p>
      {state === "i-am-asked" && (
        <Action kind="primary" onClick={() => setReading(true)}>
          {words.see(patients.length)}
        </Action>
      )}
      <Action busy={act.busy} onClick={() => void act.run({ type: "end-cover", coverId: cover.id })}>
        {words.end[state]}
      </Action>
      <ActLine act={act} zone={zone} />
      {reading && state === "i-am-asked" && (
        <Take
          title={words.takeTitle(name, until)}
          take={() => act.run({ type: "take-cover", coverId: cover.id })}
          busy={act.busy}
          onClose={() => setReading(false)}
        >
          <Summaries cards={patients} patientName={patientName} now={now} />
        </Take>
      )}
    </div>
  );
};

interface TakeProps {
  readonly title: string;
  readonly take: () => Promise<boolean>;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}

const Take = ({ title, take, busy, onClose, children }: TakeProps) => {
  useReturnFocus();
  const actions = (
    <>
      <Action size="glove" onClick={onClose}>
        {words.notNow}
      </Action>
      <Action kind="primary" size="large" busy={busy} onClick={() => void take().then((done) => done && onClose())}>
        {words.take}
      </Action>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={title} size="lg" actions={actions}>
      {children}
    </Dialog>
  );
};
