import { useWish } from "#client/entry/useWish.ts";
import { useDirectory, useMay } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { Card } from "#client/ui/Card.tsx";
import { dayAndTime } from "#shared/base/time.ts";
import { unsignedOf, type Unsigned } from "#shared/session/cosign.ts";
import type { ChairView } from "./chairModel.ts";
import { moreWords } from "./moreWords.ts";
import { staffName } from "./personWords.ts";
import { Refusal } from "./Refusal.tsx";
import styles from "./Side.module.css";

const { cosign: words } = moreWords;

/** GA8. What was said and wants a signature, and until when; the button only for those who may sign. */
export const ToSign = ({ view }: { readonly view: ChairView }) => {
  const unsigned = unsignedOf(view.session, view.protocol);
  if (unsigned.length === 0) return null;
  return (
    <Card title={moreWords.groups.sign}>
      <ul className={styles["list"]}>
        {unsigned.map((one) => (
          <One key={one.what.kind === "order" ? one.what.seq : one.what.kind} view={view} one={one} />
        ))}
      </ul>
    </Card>
  );
};

const One = ({ view: { session, zone }, one }: { readonly view: ChairView; readonly one: Unsigned }) => {
  const may = useMay();
  const wish = useWish();
  const directory = useDirectory();
  const what = words[one.what.kind](staffName(directory, one.prescriber));
  return (
    <li>
      <span>{`${what} · ${words.due(dayAndTime(one.dueAt, zone))}`}</span>
      {may("cosign") && (
        <Action
          busy={wish.busy}
          aria-label={`${words.act}: ${what}`}
          onClick={() => wish.send({ type: "cosign", sessionId: session.id, what: one.what })}
        >
          {words.act}
        </Action>
      )}
      <Refusal words={wish.refusal} />
    </li>
  );
};
