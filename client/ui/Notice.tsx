import type { ReactNode } from "react";

import { words } from "#client/words.ts";
import { Action } from "./Action.tsx";
import styles from "./Notice.module.css";

interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** What to do about it. */
  readonly action?: ReactNode;
}

/** Nothing here, and why that is fine. */
export const EmptyState = ({ title, children, action }: EmptyStateProps) => (
  <section className={styles["notice"]} data-kind="empty">
    <h2>{title}</h2>
    {children && <p>{children}</p>}
    {action}
  </section>
);

interface ErrorStateProps {
  /** What happened. */
  readonly title?: string;
  /** What is safe all the same, and what to do next. */
  readonly safe: string;
  readonly next?: string;
  readonly onRetry?: () => void;
}

/** Every failure says what happened, what is safe, and what to do next. */
export const ErrorState = ({ title = words.states.failed, safe, next, onRetry }: ErrorStateProps) => (
  <section className={styles["notice"]} data-kind="error" role="alert">
    <h2>{title}</h2>
    <p>{safe}</p>
    {next && <p>{next}</p>}
    {onRetry && <Action onClick={onRetry}>{words.states.retry}</Action>}
  </section>
);

/** Not open to this role, and who can help. It does not say whether the thing exists. */
export const NotPermitted = ({ role, action }: { readonly role: string; readonly action?: ReactNode }) => (
  <EmptyState title={words.states.notPermitted} action={action}>
    {words.states.notPermittedAdvice(role)}
  </EmptyState>
);
