import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** CL3. From the variable, from a person whose keys are not shown, or the first line of what is piped in. */
export const askPassword = async (): Promise<string | undefined> => {
  const given = process.env["CHAIRSIDE_PASSWORD"];
  if (given !== undefined) return given;
  if (!process.stdin.isTTY) return firstLine();
  const typed = await unseen("Password (12 characters or more): ");
  if (typed === (await unseen("The same again: "))) return typed;
  process.stderr.write("These were not the same.\n");
  return undefined;
};

const unseen = async (question: string): Promise<string> => {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  lines.on("SIGINT", () => process.exit(130));
  process.stderr.write(question); // only now: from here on the terminal shows no keys
  const typed = await lines.question("");
  lines.close();
  process.stderr.write("\n");
  return typed;
};

const firstLine = async (): Promise<string | undefined> => {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) return line;
  return undefined;
};
