import type { Clinic } from "#shared/clinic/clinic.ts";
import { readProtocolFile, type FileProblem } from "#shared/protocol/file.ts";
import { proposalsOf, type Proposal } from "./protocolModel.ts";
import { adminWords } from "./words.ts";

export type Read = { readonly problems: readonly FileProblem[] } | { readonly proposals: readonly Proposal[] };

/** Twenty protocols are under 300 kB. */
export const MOST_BYTES = 1_000_000;

/** AD4. What a file says, or every problem of it in words, each with its place. */
export const readFile = (clinic: Clinic, text: string): Read => {
  if (text.length > MOST_BYTES) return { problems: [{ path: "", problem: adminWords.file.tooLarge }] };
  const read = readProtocolFile(text);
  return "protocols" in read ? { proposals: proposalsOf(clinic, read.protocols) } : read;
};

/** `Protocol 1 · limits · sbp: expected number`; a problem of the whole file says so. */
export const problemLine = ({ path, problem }: FileProblem): string => `${placeWords(path)}: ${problem}`;

const placeWords = (path: string): string => {
  const [list, index, ...rest] = path.split(".");
  if (list !== "protocols" || index === undefined) return path === "" ? adminWords.file.wholeFile : path;
  return [adminWords.file.nth(Number(index) + 1), ...rest].join(" · ");
};

export const changeWords = ({ holds, differences }: Proposal): string => {
  if (!holds || !differences) return adminWords.file.isFirst;
  return differences.length === 0
    ? adminWords.file.noChange(holds.protocol.version)
    : adminWords.file.changes(differences.length, holds.protocol.version);
};
