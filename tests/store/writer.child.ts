import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { ClinicId, CommandId, DeviceId, PersonId, seq } from "#shared/base/ids.ts";
import { takeLock } from "#server/store/lock.ts";
import { openSqliteStore } from "#server/store/sqlite.ts";

/*
 * Killed by its tests. Four clinics append without end; what was acknowledged is printed at once, straight into the
 * pipe, so that it outlives the process.
 */
const say = (line: string): void => void writeSync(1, `${line}\n`);

const [folder = ""] = process.argv.slice(2);
takeLock(folder);
const { log } = await openSqliteStore({
  folder,
  onFatal: (error) => {
    say(`fatal ${error.message}`);
    process.exit(70);
  },
});
say("ready");

const appendWithoutEnd = async (clinicId: ClinicId): Promise<void> => {
  let { seq: head } = await log.head(clinicId);
  for (;;) {
    const commandId = CommandId.parse(randomUUID());
    const lines = [1, 2].map((n) => ({ seq: seq(head + n), sessionId: null, body: JSON.stringify({ commandId, n }) }));
    const entry = {
      commandId,
      bodyHash: "b",
      person: PersonId.parse("synthetic-nurse"),
      device: DeviceId.parse("synthetic-tablet"),
      lines,
    };
    const answer = await log.append(clinicId, head, [entry]);
    if ("conflict" in answer) throw new Error(`nobody else writes, yet ${clinicId} is at ${answer.conflict.seq}`);
    head = answer.appended.seq;
    say(`ack ${clinicId} ${head} ${commandId}`);
  }
};

await Promise.all([1, 2, 3, 4].map((n) => appendWithoutEnd(ClinicId.parse(`clinic-${n}`))));
