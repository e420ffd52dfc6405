import { Menu } from "@mantine/core";
import { ChevronDown } from "lucide-react";

import { words } from "#client/words.ts";
import { Action } from "./Action.tsx";

interface PersonMenuProps {
  readonly name: string;
  readonly role: string;
  readonly entries: readonly { readonly word: string; readonly choose: () => void }[];
}

/** Who is signed in here, and what they may do about it. */
export const PersonMenu = ({ name, role, entries }: PersonMenuProps) => (
  <Menu position="bottom-end" shadow="md" width={240} withinPortal={false} withInitialFocusPlaceholder={false}>
    <Menu.Target>
      <Action kind="quiet" aria-label={words.header.you(`${name}, ${role}`)}>
        {name}
        <ChevronDown aria-hidden="true" size={18} />
      </Action>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Label>{role}</Menu.Label>
      {entries.map(({ word, choose }) => (
        <Menu.Item key={word} onClick={choose} mih="var(--touch)">
          {word}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
);
