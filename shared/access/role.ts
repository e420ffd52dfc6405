import * as z from "zod";

/** What a person is in a clinic. A person may hold several; `system` is the server itself. */
export const Role = z.enum(["nurse", "clinician", "director", "desk", "admin", "display", "system"]);
export type Role = z.infer<typeof Role>;

/** The roles that a person can be given. */
export const StaffRole = Role.exclude(["system"]);
export type StaffRole = z.infer<typeof StaffRole>;

export const By = z.union([
  z.literal("system"),
  z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .brand<"PersonId">(),
]);
export type By = z.infer<typeof By>;
