import "./mantineStyles.ts";
import "./tokens.css";
import "./base.css";

import { MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";

import { cssVariablesResolver, schemeManager, theme } from "./theme.ts";

export type Scheme = "dark" | "light";

interface AppThemeProps {
  /** Dark in a treatment room, light at a desk; what a person chose on this device goes before it. */
  readonly start?: Scheme;
  /** A wall never follows anybody's choice. */
  readonly always?: Scheme;
  readonly children: ReactNode;
}

/** Two explicit schemes and no "auto": a screen at a bedside must not light up because its clock says so. */
export const AppTheme = ({ start = "dark", always, children }: AppThemeProps) => (
  <MantineProvider
    theme={theme}
    cssVariablesResolver={cssVariablesResolver}
    colorSchemeManager={schemeManager}
    defaultColorScheme={start}
    {...(always && { forceColorScheme: always })}
    getStyleNonce={styleNonce}
  >
    {children}
  </MantineProvider>
);

/** The kit's scroll lock looks for its nonce under this name, which a bundler would otherwise define. */
Object.assign(globalThis, {
  __webpack_nonce__: document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content,
});

/** The server writes a new nonce into each page that it sends, and names it in the page's policy. */
const styleNonce = (): string => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
