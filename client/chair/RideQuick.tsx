import { VisuallyHidden } from "@mantine/core";

import { useWish } from "#client/entry/useWish.ts";
import { useMay } from "#client/store/ClinicProvider.tsx";
import { Card } from "#client/ui/Card.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { RideKind } from "#shared/protocol/protocol.ts";
import { RideStatus, type Session } from "#shared/session/session.ts";
import { Refusal } from "./Refusal.tsx";
import styles from "./Side.module.css";
import { chairWords } from "./words.ts";

const { ride: words } = chairWords;

/** Where the ride is, one tap; the escort's name is the desk's to ask. */
export const RideQuick = ({ session }: { readonly session: Session }) => {
  const wish = useWish();
  const may = useMay();
  const { status, kind, escortId } = session.ride ?? {};
  const say = (ride: { readonly status: RideStatus; readonly kind: typeof kind }): void =>
    wish.send({
      type: "record-ride",
      sessionId: session.id,
      ride: { status: ride.status, ...(ride.kind && { kind: ride.kind }), ...(escortId && { escortId }) },
    });
  const disabled = wish.busy || !may("record-ride");
  return (
    <Card title={words.title}>
      <div className={styles["stack"]}>
        <ChipPicker
          legend={<VisuallyHidden>{words.title}</VisuallyHidden>}
          chips={RideStatus.options.map((code) => ({ code, word: words.status[code] }))}
          value={status}
          disabled={disabled}
          onChange={(next) => say({ status: next, kind })}
        />
        {status !== undefined && status !== "none" && (
          <ChipPicker
            legend={words.kindLabel}
            chips={RideKind.options.map((code) => ({ code, word: words.kinds[code] }))}
            value={kind}
            disabled={disabled}
            onChange={(next) => say({ status, kind: next })}
          />
        )}
        <Refusal words={wish.refusal} />
      </div>
    </Card>
  );
};
