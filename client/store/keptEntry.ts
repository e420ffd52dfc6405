import * as z from "zod";

import { Command } from "#shared/clinic/commands.ts";
import { Rejection } from "#shared/clinic/rejection.ts";

/** What lies on this device, parsed like everything else from outside. A no in the words of another version is asked for again. */
const KeptEntry = z.object({ command: Command, rejection: Rejection.optional().catch(undefined) });

/** OB18. Undefined for what this version cannot read: it is listed, and never thrown away by itself. */
export const readKeptEntry = (
  value: unknown,
): { readonly command: Command; readonly rejection?: Rejection } | undefined => {
  const parsed = KeptEntry.safeParse(value);
  if (!parsed.success) return undefined;
  const { command, rejection } = parsed.data;
  return { command, ...(rejection && { rejection }) };
};
