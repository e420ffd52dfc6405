import { useMantineColorScheme } from "@mantine/core";
import { Moon, Sun } from "lucide-react";

import { words } from "#client/words.ts";
import { Action } from "./Action.tsx";

/** Lights the screen or dims it; this device remembers. */
export const SchemeSwitch = () => {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme === "dark";
  return (
    <Action
      kind="quiet"
      aria-label={dark ? words.header.toLight : words.header.toDark}
      onClick={() => setColorScheme(dark ? "light" : "dark")}
    >
      {dark ? <Sun aria-hidden="true" /> : <Moon aria-hidden="true" />}
    </Action>
  );
};
