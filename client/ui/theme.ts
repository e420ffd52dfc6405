import {
  createTheme,
  localStorageColorSchemeManager,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from "@mantine/core";

/** The accent in Mantine's ten steps; the ninth carries white text (6.6 : 1). */
const dusk: MantineColorsTuple = [
  "#eceefb",
  "#d6daf5",
  "#b3baee",
  "#8e98e6",
  "#707ddf",
  "#5f6edb",
  "#5664c9",
  "#4c59bd",
  "#4653b4",
  "#4350b4",
];

/** Mantine gives behaviour; what it looks like comes from tokens.css. */
export const theme = createTheme({
  colors: { dusk },
  primaryColor: "dusk",
  // One number: with a shade per scheme Mantine picks text of too little contrast.
  primaryShade: 9,
  fontFamily: "var(--font)",
  fontFamilyMonospace: "var(--font-code)",
  headings: { fontFamily: "var(--font)" },
  defaultRadius: "md",
  radius: {
    xs: "var(--radius-sm)",
    sm: "var(--radius-sm)",
    md: "var(--radius)",
    lg: "var(--radius-lg)",
    xl: "var(--radius-lg)",
  },
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    Button: { defaultProps: { size: "md", loaderProps: { type: "dots" } } },
    SegmentedControl: { defaultProps: { color: "dusk" } },
    TextInput: { defaultProps: { size: "md" } },
    PasswordInput: { defaultProps: { size: "md" } },
    Checkbox: { defaultProps: { size: "md" } },
  },
});

const fromTokens = {
  "--mantine-color-body": "var(--surface)",
  "--mantine-color-text": "var(--text)",
  "--mantine-color-dimmed": "var(--text-muted)",
  "--mantine-color-placeholder": "var(--text-quiet)",
  "--mantine-color-error": "var(--wrong)",
  "--mantine-color-default": "var(--surface-2)",
  "--mantine-color-default-hover": "var(--surface-3)",
  "--mantine-color-default-color": "var(--text)",
  "--mantine-color-default-border": "var(--border)",
  "--mantine-primary-color-filled": "var(--accent)",
  "--mantine-primary-color-filled-hover": "var(--accent-hover)",
  "--mantine-primary-color-light": "var(--accent-faint)",
  "--mantine-primary-color-light-hover": "var(--accent-faint)",
  "--mantine-primary-color-light-color": "var(--accent-text)",
  "--mantine-color-dusk-filled": "var(--accent)",
  "--mantine-color-dusk-filled-hover": "var(--accent-hover)",
  "--mantine-color-anchor": "var(--accent-text)",
};

/** Mantine's own dark colours are too faint (seven serious findings of axe), so every one that shows is ours. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  dark: fromTokens,
  light: fromTokens,
});

/** How this device is lit is the device's business; it is kept here alone and says nothing about anybody. */
export const schemeManager = localStorageColorSchemeManager({ key: "chairside-scheme" });
