import { lazy, Suspense, useState } from "react";
import { useLocation } from "wouter";
import { useDevice } from "./connection/LinkProvider.tsx";
import { useKeptHere } from "./entry/useWish.ts";
import { chairOf, needsWord } from "./chair/keptModel.ts";
import styles from "./Shell.module.css";
import { shellWords } from "./shellWords.ts";
import { useClinic } from "./store/ClinicProvider.tsx";
import { useStaffName } from "./store/useStaffName.ts";
import { Action } from "./ui/Action.tsx";

const { kept: words } = shellWords;
const KeptDialog = lazy(() => import("./chair/KeptDialog.tsx").then((module) => ({ default: module.KeptDialog })));

/** OB14-OB18. On every page: what this device does not keep, what waits on it for a word, and what is others' to send. */
export const KeptNotice = () => {
  const { where, unreadable, others } = useDevice();
  const nameOf = useStaffName();
  const waiting = useElsewhere() + unreadable.length;
  const [open, setOpen] = useState(false);
  if (where === "device" && waiting === 0 && others.length === 0) return null;
  return (
    <div className={styles["kept"]} role="status">
      {where === "page" && (
        <p>
          <strong>{words.notKept}</strong> {words.notKeptAdvice}
        </p>
      )}
      {waiting > 0 && (
        <p>
          <strong>{words.waiting(waiting)}</strong> <Action onClick={() => setOpen(true)}>{words.look}</Action>
        </p>
      )}
      {others.map(({ author, count }) => (
        <p key={author}>{words.others(count, nameOf(author) ?? words.aColleague)}</p>
      ))}
      {open && (
        <Suspense>
          <KeptDialog close={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
};

/** How many wait for a word that no chair page in sight lists by itself. */
const useElsewhere = (): number => {
  const [path] = useLocation();
  const clinic = useClinic((one) => one);
  return useKeptHere().filter((kept) => {
    const chair = "sessionId" in kept.command ? chairOf(kept.command, clinic) : undefined;
    return needsWord(kept) && path !== `/chairs/${chair?.id}`;
  }).length;
};
