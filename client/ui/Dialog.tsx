import { Modal } from "@mantine/core";
import type { ReactNode } from "react";

import { words } from "#client/words.ts";
import styles from "./Dialog.module.css";

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Cancel first, then the act: the act lies bottom right. */
  readonly actions?: ReactNode;
  readonly size?: "md" | "lg" | "xl";
  /** The whole screen, for what a patient reads. */
  readonly full?: boolean;
}

const PARTS = Object.fromEntries(
  (["overlay", "content", "title", "close", "body"] as const).map((part) => [part, styles[part] ?? ""]),
);

/** One question over the page. Escape and the cross close it; what was typed is the page's to keep. */
export const Dialog = ({ open, onClose, title, children, actions, size = "md", full = false }: DialogProps) => (
  <Modal.Root
    opened={open}
    onClose={onClose}
    size={size}
    fullScreen={full}
    centered
    closeOnClickOutside={false}
    transitionProps={{ duration: 0 }}
    classNames={PARTS}
  >
    <Modal.Overlay />
    <Modal.Content>
      {/* Not Modal.Header: that is a second banner to a screen reader. */}
      <div className={styles["header"]}>
        <Modal.Title>{title}</Modal.Title>
        <Modal.CloseButton aria-label={words.dialog.close} size="3rem" />
      </div>
      <Modal.Body>
        {children}
        {actions && <div className={styles["actions"]}>{actions}</div>}
      </Modal.Body>
    </Modal.Content>
  </Modal.Root>
);
