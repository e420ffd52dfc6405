import { Undo2 } from "lucide-react";
import type { ReactNode } from "react";

import { words } from "#client/words.ts";
import { Action } from "./Action.tsx";
import styles from "./Toast.module.css";

interface ToastProps {
  readonly children: ReactNode;
  /** For as long as a slip can be taken back. */
  readonly undo?: { readonly secondsLeft: number; readonly run: () => void };
}

/** What just happened, at the foot of the screen, clear of the next action. */
export const Toast = ({ children, undo }: ToastProps) => (
  <div className={styles["toast"]} role="status">
    <span className={styles["words"]}>{children}</span>
    {undo && (
      <Action
        kind="quiet"
        icon={<Undo2 aria-hidden="true" size={18} />}
        aria-label={words.outbox.undo}
        onClick={undo.run}
      >
        {words.outbox.undoFor(undo.secondsLeft)}
      </Action>
    )}
  </div>
);
