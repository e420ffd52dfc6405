import { useEffect, useState } from "react";

import { useLinkView } from "#client/connection/LinkProvider.tsx";
import { machineClocks } from "#client/connection/linkClock.ts";
import { useClinic, usePlace } from "#client/store/ClinicProvider.tsx";
import { hasBackUp, saidInMs } from "./unwatchedModel.ts";
import styles from "./Side.module.css";
import { chairWords } from "./words.ts";

/** CW4. Whom somebody backs up reads it when nobody else looks; a screen that is out says that, and no more. */
export const Unwatched = () => {
  const { me } = usePlace();
  const asks = useClinic((clinic) => hasBackUp(clinic, me.person.id));
  const { aloneSince, live } = useLinkView();
  const out = live.state === "NOT_LIVE" || live.state === "LOST";
  const alone = useAloneForLong(out ? undefined : aloneSince);
  return <div role="status">{asks && alone && <p className={styles["unwatched"]}>{chairWords.noOtherScreen}</p>}</div>;
};

const useAloneForLong = (since: number | undefined): boolean => {
  const [saidFor, setSaidFor] = useState<number>();
  useEffect(() => {
    if (since === undefined) return;
    const timer = setTimeout(() => setSaidFor(since), saidInMs(since, machineClocks.link()));
    return () => clearTimeout(timer);
  }, [since]);
  return since !== undefined && saidFor === since;
};
