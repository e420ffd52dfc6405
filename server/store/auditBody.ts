import type { AuditLine } from "./register.ts";

/** AU1. The text of an audit line that its chain value is made from: its fields in this order, for ever. */
export const auditBody = ({ at, clinicId, person, device, action, subject }: AuditLine): string =>
  JSON.stringify([at, clinicId, person, device, action, subject]);
