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

/** One question over the page. Escape and the cross close it; what was typed is the page's to keep. */
export const Dialog = ({ open, onClose, title, children, actions, size = "md", full = false }: DialogProps) => (
  <Modal
    opened={open}
    onClose={onClose}
    title={title}
    size={size}
    fullScreen={full}
    centered
    closeOnClickOutside={false}
    closeButtonProps={{ "aria-label": words.dialog.close, size: "3rem" }}
    transitionProps={{ duration: 0 }}
    classNames={{
      content: styles["content"] ?? "",
      header: styles["header"] ?? "",
      title: styles["title"] ?? "",
      body: styles["body"] ?? "",
      overlay: styles["overlay"] ?? "",
    }}
  >
    {children}
    {actions && <div className={styles["actions"]}>{actions}</div>}
  </Modal>
);
