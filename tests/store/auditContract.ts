import { expect, test } from "vitest";
import type { Audit, AuditLine } from "#server/store/register.ts";
import { verifyAudit } from "#server/store/verify.ts";
import { clinicA, clinicB, nurse } from "./makers.ts";

const line = (at: number, rest: Partial<AuditLine> = {}): AuditLine => ({
  at,
  clinicId: clinicA,
  person: nurse,
  device: null,
  action: "viewed",
  subject: "board",
  ...rest,
});

export const auditContract = (open: () => Promise<Audit>): void => {
  test("[AU1] lines come back newest first, of one clinic, at most as many as asked for", async () => {
    const audit = await open();
    for (const at of [1, 2, 3]) await audit.record(line(at));
    await audit.record(line(4, { clinicId: clinicB }));
    await audit.record(line(5, { clinicId: null, person: null, action: "sign-in-failed", subject: "sign-in" }));
    expect(await audit.lines(clinicA, 2)).toEqual([line(3), line(2)]);
    expect(await audit.lines(clinicB, 9)).toEqual([line(4, { clinicId: clinicB })]);
  });

  test("[AU1] all clinics are one chain, without a gap", async () => {
    const audit = await open();
    await Promise.all([1, 2, 3, 4].map((at) => audit.record(line(at, { clinicId: at % 2 ? clinicA : null }))));
    const rows = await audit.rows(0, 10);
    expect(rows.map((row) => row.seq)).toEqual([1, 2, 3, 4]);
    expect(await audit.rows(1, 2)).toEqual(rows.slice(1, 3));
    expect(await verifyAudit(audit)).toEqual({ intact: { seq: 4, chain: rows.at(-1)?.chain } });
  });
};
