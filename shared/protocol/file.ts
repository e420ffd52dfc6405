import * as z from "zod";
import { Protocol } from "./protocol.ts";

/** What a file of protocols says of itself, so that another file is refused with a clear word. */
const FORMAT = "chairside-protocols";

const ProtocolFile = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  protocols: z.array(Protocol).min(1).max(20),
});

export interface FileProblem {
  /** Where in the file: `protocols.0.limits.sbp`. */
  readonly path: string;
  readonly problem: string;
}

export type ProtocolFileRead =
  { readonly protocols: readonly Protocol[] } | { readonly problems: readonly FileProblem[] };

/** PO4. All that a clinic gives on, as one file of readable JSON that `readProtocolFile` takes back unchanged. */
export const exportProtocols = (protocols: readonly Protocol[]): string =>
  `${JSON.stringify({ format: FORMAT, version: 1, protocols }, null, 2)}\n`;

/** PO4, PO5. The protocols of a file, or every problem with its place; never a part of them. */
export const readProtocolFile = (text: string): ProtocolFileRead => {
  const json = parse(text);
  if (json === undefined) return { problems: [{ path: "", problem: "This is not a JSON file." }] };
  const read = ProtocolFile.safeParse(json);
  return read.success
    ? { protocols: read.data.protocols }
    : {
        problems: read.error.issues
          .slice(0, 50)
          .map(({ path, message }) => ({ path: path.map(String).join("."), problem: message })),
      };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // said to be no JSON
  }
};
