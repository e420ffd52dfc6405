import { TextInput } from "@mantine/core";
import { useState } from "react";

import { useWish } from "#client/entry/useWish.ts";
import { useDirectory } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { calendarDay } from "#shared/base/time.ts";
import type { ChairView } from "./chairModel.ts";
import styles from "./Preparation.module.css";
import { isReviewDay } from "./preparationModel.ts";
import { Refusal } from "./Refusal.tsx";
import { Row } from "./Row.tsx";
import { treatmentWords } from "./treatmentWords.ts";

const { history: words } = treatmentWords;
const REVIEWED = ["allergies", "contraindications"] as const;

/** GA6. A patient who is known: both lists in view, one act. P 3. */
export const HistoryRow = ({ view }: { readonly view: ChairView }) => {
  const [open, setOpen] = useState(false);
  const { gate } = view.session;
  const lacking = REVIEWED.filter(
    (item) => gate[item]?.answer !== "done" && gate[item]?.answer !== "reviewed-unchanged",
  );
  return (
    <Row name={words.title} done={lacking.length === 0}>
      <Action aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.act}
      </Action>
      {open && <History view={view} done={() => setOpen(false)} />}
    </Row>
  );
};

const History = ({ view, done }: { readonly view: ChairView; readonly done: () => void }) => {
  const { session, now, zone } = view;
  const wish = useWish();
  const [since, setSince] = useState("");
  const today = calendarDay(now, zone);
  const ready = isReviewDay(since, today);
  return (
    <div className={styles["form"]}>
      <p>{words.allergies(useAllergies(view))}</p>
      <ul className={styles["list"]}>
        {words.list.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <TextInput
        type="date"
        label={words.since}
        value={since}
        max={today}
        className={styles["day"] ?? ""}
        onChange={({ currentTarget }) => setSince(currentTarget.value)}
      />
      <Refusal words={wish.refusal} />
      <span className={styles["end"]}>
        <Action
          kind="primary"
          busy={wish.busy}
          disabled={!ready}
          onClick={() =>
            ready && wish.send({ type: "review-history", sessionId: session.id, unchangedSince: since }, done)
          }
        >
          {words.save}
        </Action>
      </span>
    </div>
  );
};

const useAllergies = ({ session }: ChairView): string => {
  const known = useDirectory().patient(session.patientId);
  return !known || "initials" in known ? words.hidden : (known.allergies ?? words.none);
};
