import { useLive, useOutbox } from "#client/connection/LinkProvider.tsx";
import { rejectionWords } from "#client/rejectionWords.ts";
import { words } from "#client/words.ts";
import type { Rejection } from "#shared/clinic/rejection.ts";
import styles from "./ActLine.module.css";

interface ActLineProps {
  readonly act: { readonly busy: boolean; readonly refusal: Rejection | undefined; readonly full: boolean };
  readonly zone: string;
  /** Said instead of the usual words for a refusal. */
  readonly refused?: string | undefined;
}

const FULL = "This tablet holds as many unsent entries as it can. Nothing was kept: use the paper form.";

/** What became of the last act, beside its button: waiting on this device, refused in words, or nothing to say. */
export const ActLine = ({ act: { busy, refusal, full }, zone, refused }: ActLineProps) => {
  const live = useLive();
  const { length } = useOutbox();
  const waits = busy && live.state !== "LIVE";
  if (full) return <Line alert>{FULL}</Line>;
  if (waits) return <Line>{words.outbox.notSent(Math.max(1, length))}</Line>;
  return refusal && !busy ? <Line alert>{refused ?? rejectionWords(refusal, zone)}</Line> : null;
};

const Line = ({ alert = false, children }: { readonly alert?: boolean; readonly children: string }) => (
  <p className={styles["line"]} role={alert ? "alert" : "status"} data-alert={alert}>
    {children}
  </p>
);
