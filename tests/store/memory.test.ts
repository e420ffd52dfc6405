import { describe } from "vitest";
import { memoryAudit, memoryLog, memoryRegister } from "#server/store/memory.ts";
import { auditContract } from "./auditContract.ts";
import { eventLogContract } from "./eventLogContract.ts";
import { registerContract } from "./registerContract.ts";

describe("memory", () => {
  eventLogContract(() => Promise.resolve(memoryLog()));
  registerContract(() => Promise.resolve(memoryRegister()));
  auditContract(() => Promise.resolve(memoryAudit()));
});
