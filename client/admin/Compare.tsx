import { useState } from "react";

import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { diffProtocols } from "#shared/protocol/diff.ts";
import styles from "./Admin.module.css";
import { Differences } from "./Differences.tsx";
import type { Version } from "./protocolModel.ts";
import { adminWords } from "./words.ts";

const { compare: words } = adminWords;

/** Any two versions of a route, side by side in words. */
export const Compare = ({ versions }: { readonly versions: readonly Version[] }) => {
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const find = (key: string | undefined) => versions.find(({ protocol }) => String(protocol.version) === key)?.protocol;
  const [before, after] = [find(from), find(to)];
  const chips = versions.map(({ protocol: { version } }) => ({
    code: String(version),
    word: adminWords.shortVersion(version),
  }));
  const differences = before && after && diffProtocols(before, after);
  return (
    <section className={styles["form"]} aria-label={words.title}>
      <h3>{words.title}</h3>
      <ChipPicker legend={words.from} chips={chips} value={from} onChange={setFrom} />
      <ChipPicker legend={words.to} chips={chips} value={to} onChange={setTo} />
      <div aria-live="polite" className={styles["wide"]}>
        {differences?.length === 0 && <p>{words.same}</p>}
        {before && after && differences && differences.length > 0 && (
          <Differences
            differences={differences}
            from={adminWords.shortVersion(before.version)}
            to={adminWords.shortVersion(after.version)}
          />
        )}
      </div>
    </section>
  );
};
