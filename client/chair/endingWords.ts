import type { Chip } from "#client/ui/ChipPicker.tsx";
import type { Ending } from "./endingModel.ts";
import { moreWords } from "./moreWords.ts";

type Table = Readonly<Record<string, string>>;
const OPTIONS: Readonly<Record<Ending, Readonly<Partial<Record<string, Table>>>>> = moreWords.options;
const FIELDS: Table = moreWords.fields;

export const fieldLabel = (name: string): string => FIELDS[name] ?? name;

/** The answers of one question; keys are the same at every end. */
export const endingOptions = (ending: Ending, name: string, codes: readonly string[]): readonly Chip<string>[] => {
  const words: Table = OPTIONS[ending][name] ?? moreWords.keys;
  return codes.map((code) => ({ code, word: words[code] ?? code }));
};
