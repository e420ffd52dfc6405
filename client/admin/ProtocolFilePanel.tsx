import { Download } from "lucide-react";
import { useId, useState } from "react";

import { rejectionWords } from "#client/rejectionWords.ts";
import { useClinic, useMay, useSubmit } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { Card } from "#client/ui/Card.tsx";
import { exportProtocols } from "#shared/protocol/file.ts";
import styles from "./Admin.module.css";
import { Differences } from "./Differences.tsx";
import { changeWords, MOST_BYTES, problemLine, readFile, type Read } from "./protocolImport.ts";
import type { Proposal } from "./protocolModel.ts";
import { adminWords } from "./words.ts";

const { file: words } = adminWords;

/** AD4. All protocols out as one file, and in again as proposals; never over what is there. */
export const ProtocolFilePanel = () => {
  const protocols = useClinic((clinic) => clinic.protocols);
  const may = useMay()("propose-protocol");
  const exportAll = (): void =>
    saveFile(words.name, exportProtocols(Object.values(protocols).map(({ protocol }) => protocol)));
  return (
    <Card title={words.title}>
      <div className={styles["form"]}>
        <p>{words.lead}</p>
        <Action
          icon={<Download aria-hidden="true" size={18} />}
          disabled={Object.keys(protocols).length === 0}
          onClick={exportAll}
        >
          {words.exportAll}
        </Action>
        {may && <Import />}
      </div>
    </Card>
  );
};

const Import = () => {
  const clinic = useClinic((all) => all);
  const submit = useSubmit();
  const id = useId();
  const [read, setRead] = useState<Read>();
  const [said, setSaid] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [taken, setTaken] = useState(0); // a file that was taken is no longer the chosen one
  const choose = async (file: File | undefined): Promise<void> => {
    setSaid(undefined);
    if (!file) return setRead(undefined);
    if (file.size > MOST_BYTES) return setRead({ problems: [{ path: "", problem: words.tooLarge }] });
    try {
      setRead(readFile(clinic, await file.text()));
    } catch {
      setRead({ problems: [{ path: "", problem: words.notRead }] }); // the disk or the browser gave nothing
    }
  };
  const propose = async (proposals: readonly Proposal[]): Promise<void> => {
    setBusy(true);
    setSaid(await proposeAll(submit, proposals));
    setBusy(false);
    setRead(undefined);
    setTaken(taken + 1);
  };
  return (
    <>
      <label htmlFor={id}>{words.choose}</label>
      <input
        key={taken}
        id={id}
        type="file"
        accept="application/json,.json"
        className={styles["file"]}
        aria-describedby={`${id}-help`}
        onChange={({ currentTarget }) => void choose(currentTarget.files?.[0])}
      />
      <p id={`${id}-help`} className={styles["said"]}>
        {words.help}
      </p>
      <div aria-live="polite" className={styles["wide"]}>
        {said && <p>{said}</p>}
        {read && "problems" in read && <Problems read={read} />}
        {read && "proposals" in read && <Proposals proposals={read.proposals} busy={busy} propose={propose} />}
      </div>
    </>
  );
};

/** In their order, and no further than the first that was refused: later ones may rest on it. */
const proposeAll = async (submit: ReturnType<typeof useSubmit>, proposals: readonly Proposal[]): Promise<string> => {
  for (const { protocol } of proposals) {
    const answer = await submit({ type: "propose-protocol", protocol });
    if ("rejected" in answer) return words.stopped(protocol.title, rejectionWords(answer.rejected));
    if ("full" in answer) return words.full;
  }
  return words.done(proposals.length);
};

const Problems = ({ read }: { readonly read: Extract<Read, { problems: unknown }> }) => (
  <div role="alert">
    <p>
      <strong>{words.problems(read.problems.length)}</strong>
    </p>
    <ul className={styles["problems"]}>
      {read.problems.map((one) => (
        <li key={`${one.path} ${one.problem}`}>{problemLine(one)}</li>
      ))}
    </ul>
  </div>
);

interface ProposalsProps {
  readonly proposals: readonly Proposal[];
  readonly busy: boolean;
  readonly propose: (proposals: readonly Proposal[]) => Promise<void>;
}

const Proposals = ({ proposals, busy, propose }: ProposalsProps) => (
  <div className={styles["form"]}>
    {proposals.map((one) => {
      const { protocol, holds, differences } = one;
      return (
        <section key={`${protocol.id}@${protocol.version}`} className={styles["wide"]}>
          <p>
            <strong>{`${adminWords.route[protocol.route]}: ${words.proposed(protocol.title, protocol.version)}`}</strong>
            {` · ${changeWords(one)}`}
          </p>
          {holds && differences && differences.length > 0 && (
            <Differences
              differences={differences}
              from={adminWords.shortVersion(holds.protocol.version)}
              to={adminWords.shortVersion(protocol.version)}
            />
          )}
        </section>
      );
    })}
    <Action kind="primary" busy={busy} onClick={() => void propose(proposals)}>
      {words.propose(proposals.length)}
    </Action>
  </div>
);

const saveFile = (name: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
};
