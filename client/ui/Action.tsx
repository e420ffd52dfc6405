import { Button } from "@mantine/core";
import type { ComponentPropsWithRef, ReactNode } from "react";

import styles from "./Action.module.css";

interface ActionProps extends Omit<ComponentPropsWithRef<"button">, "style" | "color"> {
  /** One `primary` per screen: the next thing to do. `strong` is for what cannot be taken back; it is not red. */
  readonly kind?: "primary" | "plain" | "quiet" | "strong";
  /** `glove` where somebody stands at a chair. */
  readonly size?: "touch" | "glove" | "large";
  readonly icon?: ReactNode;
  readonly busy?: boolean;
}

/** A button that a glove hits. Colours of alarms never fill it. */
export const Action = ({
  kind = "plain",
  size = "touch",
  icon,
  busy = false,
  disabled = false,
  type = "button",
  ...rest
}: ActionProps) => (
  <Button
    {...rest}
    type={type}
    disabled={disabled}
    loading={busy}
    leftSection={icon}
    variant={kind === "primary" ? "filled" : "default"}
    className={styles["action"]}
    data-kind={kind}
    data-extent={size}
  />
);
