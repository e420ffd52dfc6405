import { ChevronDown, ChevronUp } from "lucide-react";
import { useState, type ReactNode } from "react";

import { useWish } from "#client/entry/useWish.ts";
import { useDirectory, useMay, usePlace } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { Card } from "#client/ui/Card.tsx";
import { ownerOf } from "#shared/clinic/clinic.ts";
import type { ChairView } from "./chairModel.ts";
import { moreWords } from "./moreWords.ts";
import type { DoseForm, MoreForm } from "./opened.ts";
import { staffName } from "./personWords.ts";
import { Refusal } from "./Refusal.tsx";
import styles from "./Side.module.css";
import { treatmentWords } from "./treatmentWords.ts";
import { chairWords } from "./words.ts";

interface MoreProps {
  readonly view: ChairView;
  readonly open: (form: DoseForm | MoreForm) => void;
  readonly preparing: boolean;
}

/** What is rare, in groups that open: the page stays calm, and everything is two taps away. */
export const More = ({ view, open, preparing }: MoreProps) => {
  const may = useMay();
  return (
    <Card title={chairWords.more}>
      <div className={styles["stack"]}>
        {may("record-intervention") && (
          <Group title={moreWords.groups.care}>
            <Action onClick={() => open("intervention")}>{moreWords.intervention.open}</Action>
            <Action onClick={() => open("adverse-event")}>{moreWords.adverse.open}</Action>
            <Action onClick={() => open("count")}>{moreWords.count.open}</Action>
          </Group>
        )}
        {may("move-session") && (
          <Group title={moreWords.groups.places}>
            <Action onClick={() => open("move")}>{moreWords.move.open}</Action>
            <TakeOver view={view} />
          </Group>
        )}
        <Ends view={view} open={open} preparing={preparing} />
      </div>
    </Card>
  );
};

/** Leaving against advice takes under half a minute, so it is one tap away; the rarer ends are in their group. P 7. */
const Ends = ({ view: { session }, open, preparing }: MoreProps) => {
  const may = useMay();
  const endings = ENDS.filter((ending) => may(`record-${ending}`));
  return (
    <>
      {may("record-left-against-advice") && (
        <Action onClick={() => open("against-advice")}>{chairWords.advice.open}</Action>
      )}
      <Group title={moreWords.groups.ends}>
        {preparing && may("abort-before-dose") && (
          <Action onClick={() => open("abort")}>{treatmentWords.dose.abort}</Action>
        )}
        {endings.map((ending) => (
          <Action
            key={ending}
            disabled={ending === "left-without-ride" && !session.fit}
            title={ending === "left-without-ride" ? moreWords.fitFirst : undefined}
            onClick={() => open(ending)}
          >
            {moreWords.endings[ending]}
          </Action>
        ))}
      </Group>
    </>
  );
};

const ENDS = Object.keys(moreWords.endings) as (keyof typeof moreWords.endings)[];

/** CV5. By the act of the one who takes over. */
const TakeOver = ({ view: { clinic, session } }: { readonly view: ChairView }) => {
  const wish = useWish();
  const directory = useDirectory();
  const { me } = usePlace();
  const owner = ownerOf(clinic, session);
  if (session.nurse === me.person.id) return <p className={styles["quiet"]}>{moreWords.yours}</p>;
  return (
    <>
      {owner && <p className={styles["quiet"]}>{moreWords.nurseIs(staffName(directory, owner))}</p>}
      <Action busy={wish.busy} onClick={() => wish.send({ type: "take-over-patient", sessionId: session.id })}>
        {moreWords.takeOver}
      </Action>
      <Refusal words={wish.refusal} />
    </>
  );
};

const Group = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const [open, setOpen] = useState(false);
  const Icon = open ? ChevronUp : ChevronDown;
  return (
    <>
      <Action
        kind="quiet"
        icon={<Icon aria-hidden="true" size={18} />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {title}
      </Action>
      {open && (
        <div role="group" aria-label={title} className={styles["group"]}>
          {children}
        </div>
      )}
    </>
  );
};
