import { render } from "@testing-library/react";
import type { ReactNode } from "react";

import { AppTheme } from "#client/ui/AppTheme.tsx";

/** Draws a component as a page would. */
export const show = (element: ReactNode) => {
  const wrapped = (child: ReactNode) => <AppTheme always="dark">{child}</AppTheme>;
  const shown = render(wrapped(element));
  return { ...shown, again: (next: ReactNode) => shown.rerender(wrapped(next)) };
};
