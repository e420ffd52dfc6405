import { useWish } from "#client/entry/useWish.ts";
import { useDirectory } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import type { GateItem } from "#shared/protocol/protocol.ts";
import type { GateAnswer } from "#shared/session/session.ts";
import type * as z from "zod";
import type { ChairView } from "./chairModel.ts";
import { byAt } from "./personWords.ts";
import styles from "./Preparation.module.css";
import { Refusal } from "./Refusal.tsx";
import { Row } from "./Row.tsx";
import { treatmentWords } from "./treatmentWords.ts";

const { preparation: words } = treatmentWords;
type Answer = z.infer<typeof GateAnswer>;

/** What can be said of each item: only a history can be "unchanged". */
const ANSWERS: Readonly<Record<Exclude<GateItem, "medicines">, readonly Answer[]>> = {
  identity: ["done", "not-done"],
  allergies: ["reviewed-unchanged", "done", "not-done"],
  contraindications: ["reviewed-unchanged", "done", "not-done"],
  consent: ["reviewed-unchanged", "done", "not-done"],
  ride: ["done", "not-done"],
  "emergency-kit": ["done", "not-done"],
  fasting: ["done", "not-done", "not-applicable"],
  "setting-certified": ["done", "not-done"],
  "patient-enrolled": ["done", "not-done"],
  nose: ["done", "not-done", "not-applicable"],
};

interface GateRowProps {
  readonly view: ChairView;
  readonly item: Exclude<GateItem, "medicines">;
  /** Not in the way. */
  readonly soft?: boolean;
}

/** GA1. One check of the gate: one tap, and who said it when. */
export const GateRow = ({ view, item, soft = false }: GateRowProps) => {
  const wish = useWish();
  const directory = useDirectory();
  const said = view.session.gate[item];
  const done = said !== undefined && (said.answer === "done" || said.answer === "reviewed-unchanged" || soft);
  const say = (answer: Answer) => wish.send({ type: "record-gate-item", sessionId: view.session.id, item, answer });
  return (
    <Row
      name={words.items[item]}
      done={done}
      facts={factsOf(soft, said && [answerWords(said), words.by(...byAt(directory, said, view.zone))])}
    >
      <span role="group" aria-label={words.items[item]} className={styles["answers"]}>
        {ANSWERS[item].map((answer) => (
          <Action key={answer} disabled={wish.busy} aria-pressed={said?.answer === answer} onClick={() => say(answer)}>
            {words.answers[answer]}
          </Action>
        ))}
      </span>
      <Refusal words={wish.refusal} />
    </Row>
  );
};

/** `Reviewed, unchanged since 12 Nov 2026`. */
const answerWords = ({ answer, since }: { readonly answer: Answer; readonly since?: string | undefined }): string =>
  since === undefined ? words.answers[answer] : `${words.answers[answer]} ${words.since(since)}`;

export const factsOf = (soft: boolean, said: readonly string[] | undefined): string | undefined =>
  said ? said.join(" · ") : soft ? words.soft : undefined;
