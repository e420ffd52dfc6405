import { assert } from "#shared/base/assert.ts";
import type { ChairId, ClinicId, CommandId, DeviceId, PatientId, PersonId } from "#shared/base/ids.ts";
import type { Role, StaffRole } from "#shared/access/role.ts";
import { roleFor } from "#shared/access/permission.ts";
import { applyAll } from "#shared/clinic/apply.ts";
import { EMPTY_CLINIC, type Clinic } from "#shared/clinic/clinic.ts";
import { Command } from "#shared/clinic/commands.ts";
import { decide } from "#shared/clinic/decide.ts";
import type { Event } from "#shared/clinic/events.ts";
import type { Rejection } from "#shared/clinic/rejection.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";

export const id = <Id extends string>(name: string): Id => `${name}-00000000` as Id;

export interface Answer {
  readonly events: readonly Event[];
  readonly rejected?: Rejection;
}

/** A clinic of as many chairs as wanted, with its people and approved protocols: rules alone, no server and no clock. */
export const pureClinic = (chairs: number, people: Readonly<Record<string, StaffRole>>, from: number) => {
  let clinic: Clinic = EMPTY_CLINIC;
  let count = 0;
  const clinicId = id<ClinicId>("clinic");

  const send = (who: string, command: Command, now: number): Answer => {
    const role: Role | undefined =
      who === "system" ? who : roleFor(clinic.members[id<PersonId>(who)] ?? [], command.type);
    assert(role !== undefined, `${who} may not ${command.type}`);
    const context = {
      now,
      commandId: `command-${String(++count).padStart(6, "0")}` as CommandId,
      person: who === "system" ? who : id<PersonId>(who),
      role,
      device: id<DeviceId>("tablet"),
      clinicId,
    } as const;
    const decision = decide(clinic, Command.parse(command), context);
    if ("rejected" in decision) return { events: [], rejected: decision.rejected };
    clinic = applyAll(clinic, decision.accepted, context);
    return { events: decision.accepted };
  };

  const chairIds = Array.from({ length: chairs }, (_, n) => id<ChairId>(`chair${n + 1}`));
  send(
    "system",
    {
      type: "found-clinic",
      clinicId,
      name: "Synthetic",
      zone: "America/New_York",
      phone: "555-0142",
      admin: id<PersonId>("admin"),
      chairs: chairIds.map((chairId, n) => ({ chairId, label: `${n + 1}` })),
    },
    from,
  );
  for (const [who, role] of Object.entries(people))
    send("system", { type: "grant-membership", person: id<PersonId>(who), role }, from);
  for (const { id: name, version } of Object.values(SHIPPED))
    send("mira", { type: "approve-protocol", protocol: { id: name, version } }, from);
  return { clinic: () => clinic, chairs: chairIds, send, patient: (n: number) => id<PatientId>(`patient${n}`) };
};
