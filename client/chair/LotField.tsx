import { TextInput } from "@mantine/core";

import type { Package } from "#shared/session/dose.ts";
import { treatmentWords } from "./treatmentWords.ts";

const { dose: words } = treatmentWords;

/** What stands on the package, for the record of a controlled drug; nobody waits for it. */
export const LotField = ({ value, onChange }: { readonly value: string; readonly onChange: (lot: string) => void }) => (
  <TextInput
    label={words.lot}
    value={value}
    maxLength={40}
    autoComplete="off"
    onChange={({ currentTarget }) => onChange(currentTarget.value)}
  />
);

export const packageOf = (lot: string): { readonly package?: Package } =>
  lot.trim() === "" ? {} : { package: { lot: lot.trim() } };
