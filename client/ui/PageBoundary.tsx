import { Component, useEffect, type ReactNode } from "react";

import { words } from "#client/words.ts";
import { ErrorState } from "./Notice.tsx";
import { serverAnswers } from "./serverAnswers.ts";

interface PageBoundaryProps {
  /** Nobody stands here who could tap: the page loads itself again once the server answers. */
  readonly unattended?: boolean;
  readonly children: ReactNode;
}

/** UI21. A part of the program that did not arrive, or broke, takes its own page and nothing else. */
export class PageBoundary extends Component<PageBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <>
        <ErrorState
          title={words.states.pageFailed}
          safe={words.states.pageFailedSafe}
          onRetry={() => window.location.reload()}
        />
        {this.props.unattended && <ReloadsItself />}
      </>
    );
  }
}

/** Slow enough that a page which is broken for good stays readable. */
const LOOK_MS = 15_000;

const ReloadsItself = () => {
  useEffect(() => {
    const timer = setInterval(() => void reloadWhereAnswered(), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return null;
};

const reloadWhereAnswered = async (): Promise<void> => {
  if (await serverAnswers()) window.location.reload();
};
