import { Textarea } from "@mantine/core";
import { useForm } from "#client/entry/useForm.ts";
import { useWish } from "#client/entry/useWish.ts";
import { useDirectory, useMay } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { Card } from "#client/ui/Card.tsx";
import { byAt } from "./personWords.ts";
import type { ChairView } from "./chairModel.ts";
import { Refusal } from "./Refusal.tsx";
import styles from "./Side.module.css";
import { treatmentWords } from "./treatmentWords.ts";
import { chairWords } from "./words.ts";

const { notes: words } = chairWords;
const { preparation } = treatmentWords;

export const Notes = ({ view: { session, zone } }: { readonly view: ChairView }) => {
  const wish = useWish();
  const may = useMay();
  const directory = useDirectory();
  const [text, setText, forget] = useForm("note", session.id, "");
  return (
    <Card title={words.title}>
      <div className={styles["stack"]}>
        {session.notes.length === 0 && <p className={styles["quiet"]}>{words.empty}</p>}
        {session.notes.map((note, index) => (
          <p key={index} className={styles["note"]}>
            {note.text} <span className={styles["quiet"]}>{preparation.by(...byAt(directory, note, zone))}</span>
          </p>
        ))}
        {may("add-note") && (
          <>
            <Textarea
              label={words.label}
              value={text}
              minRows={2}
              autosize
              maxLength={2000}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
            <Refusal words={wish.refusal} />
            <Action
              busy={wish.busy}
              disabled={text.trim() === ""}
              onClick={() => wish.send({ type: "add-note", sessionId: session.id, text: text.trim() }, forget)}
            >
              {words.add}
            </Action>
          </>
        )}
      </div>
    </Card>
  );
};
