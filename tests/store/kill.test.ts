import { expect, test } from "vitest";
import * as z from "zod";
import { CommandId, seq } from "#shared/base/ids.ts";
import type { ClinicId } from "#shared/base/ids.ts";
import type { EventLog } from "#server/store/eventLog.ts";
import { verifyClinic } from "#server/store/verify.ts";
import { startWriter } from "./children.ts";
import type { Ack } from "./children.ts";
import { clinicA, newCommandId, throwAwayFolder } from "./makers.ts";
import { openStore } from "./openStore.ts";

/** What writer.child.ts writes. */
const Body = z.object({ commandId: CommandId });
const KILLS = 15;
const LATEST_KILL_MS = 120;

test(
  "[SQ6] after SIGKILL at any moment every acknowledged entry is there once, and the chain holds",
  { timeout: 60_000 },
  async () => {
    const folder = throwAwayFolder();
    const acks: Ack[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const writer = startWriter(folder);
      await writer.said("ack");
      await new Promise((resolve) => setTimeout(resolve, Math.random() * LATEST_KILL_MS)); // the moment is the test
      await writer.kill();
      acks.push(...writer.acks());
      const store = await openStore({ folder });
      expect(await faults(store.log, acks)).toEqual([]);
      await store.close();
    }
    expect(acks.length).toBeGreaterThan(KILLS);

    const { log } = await openStore({ folder });
    const never = { clinicId: clinicA, seq: 1, commandId: newCommandId() };
    expect(await faults(log, [never])).toEqual([`lost ${never.commandId}`]); // the check can fail
  },
);

const faults = async (log: EventLog, acks: readonly Ack[]): Promise<readonly string[]> => {
  const found: string[] = [];
  const written = new Map<CommandId, number>();
  for (const clinicId of await log.clinics()) {
    if ("broken" in (await verifyClinic(log, clinicId))) found.push(`broken ${clinicId}`);
    for (const commandId of await commandsIn(log, clinicId)) written.set(commandId, (written.get(commandId) ?? 0) + 1);
  }
  for (const { clinicId, seq, commandId } of acks) {
    const reply = await log.replyTo(clinicId, commandId);
    if (reply?.lastSeq !== seq) found.push(`lost ${commandId}`);
    else if (written.get(commandId) !== 2) found.push(`not once ${commandId}`); // each command writes two lines
  }
  return found;
};

const commandsIn = async (log: EventLog, clinicId: ClinicId): Promise<readonly CommandId[]> =>
  (await log.read(clinicId, seq(0), 1_000_000)).map((line) => Body.parse(JSON.parse(line.body)).commandId);
