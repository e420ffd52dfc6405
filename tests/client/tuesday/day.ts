import { assert } from "#shared/base/assert.ts";
import * as ids from "#shared/base/ids.ts";
import { SECOND, type Instant } from "#shared/base/time.ts";
import type { Role } from "#shared/access/role.ts";
import { stamp } from "#shared/clinic/apply.ts";
import { EMPTY_CLINIC, protocolOf, type Clinic } from "#shared/clinic/clinic.ts";
import type { Command } from "#shared/clinic/commands.ts";
import { decide } from "#shared/clinic/decide.ts";
import type { Context } from "#shared/clinic/decision.ts";
import type { Recorded } from "#shared/clinic/events.ts";
import { evolve } from "#shared/clinic/evolve.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { foldSession } from "#shared/session/fold.ts";
import type { Session } from "#shared/session/session.ts";

const long = (name: string): string => `${name}-00000000`;

export const ZONE = "America/New_York";
export const PEOPLE = { ana: "Ana Ruiz", ben: "Ben Cole", rey: "Dr. Rey", kim: "Kim Ott" } as const;
export type Person = keyof typeof PEOPLE;
const ROLE: Readonly<Record<Person, Role>> = { ana: "nurse", ben: "nurse", rey: "clinician", kim: "desk" };
export const person = (name: Person) => ids.PersonId.parse(long(name));
export const staffName = (id: string): string | undefined =>
  (["ana", "ben", "rey", "kim"] as const).flatMap((name) => (person(name) === id ? [PEOPLE[name]] : []))[0];
export const chairId = (label: number) => ids.ChairId.parse(long(`chair${label}`));
export const sessionId = (label: number) => ids.SessionId.parse(long(`session${label}`));

/** "9:05" or "9:05:30" on Tuesday 24 November 2026, in the clinic's zone. */
export const clock = (time: string): Instant => {
  const [hour = NaN, minute = NaN, second = 0] = time.split(":").map(Number);
  return Date.UTC(2026, 10, 24, hour + 5, minute, second);
};

/** How often the server asks what time alone calls for, here. */
const TICK = 20 * SECOND;

/** A clinic of five chairs on a Tuesday; every command is decided and folded as the product does it. */
export const tuesday = () => {
  let clinic: Clinic = EMPTY_CLINIC;
  let now: Instant = clock("8:00");
  let count = 0;
  const log: Recorded[] = [];
  const fresh = (kind: string): string => long(`${kind}${(count += 1)}`);
  const ofSession = (id: string) => log.filter(({ event }) => "sessionId" in event && event.sessionId === id);

  const runAs = (by: Context["person"], role: Role, command: Command): void => {
    const named = "sessionId" in command ? command.sessionId : undefined;
    const gone = named !== undefined && !clinic.sessions[named];
    const context: Context = {
      now,
      commandId: ids.CommandId.parse(fresh("command")),
      person: by,
      role,
      device: ids.DeviceId.parse(long("tablet")),
      clinicId: ids.ClinicId.parse(long("clinic")),
      recalled: gone ? foldSession(ofSession(named)) : undefined,
    };
    const decision = decide(clinic, command, context);
    assert("accepted" in decision, `${command.type} was refused: ${JSON.stringify(decision)}`);
    const recorded = stamp(clinic, decision.accepted, context);
    log.push(...recorded);
    clinic = recorded.reduce(evolve, clinic);
  };
  const admin = ids.PersonId.parse(long("admin"));
  runAs("system", "system", {
    type: "found-clinic",
    clinicId: ids.ClinicId.parse(long("clinic")),
    name: "Riverside",
    zone: ZONE,
    phone: "555-0100",
    admin,
    chairs: [1, 2, 3, 4, 5].map((label) => ({ chairId: chairId(label), label: String(label) })),
  });
  for (const name of ["ana", "ben", "rey", "kim"] as const)
    runAs(admin, "admin", { type: "grant-membership", person: person(name), role: ROLE[name] as "nurse" });

  const day = {
    now: () => now,
    clinic: () => clinic,
    log: (): readonly Recorded[] => log,
    fresh,
    run: (by: Person, command: Command) => runAs(person(by), ROLE[by], command),
    tick: () => runAs("system", "system", { type: "raise-timed-alarms" }),
    /** The clock runs; the server asks every so often. */
    until: (time: Instant) => {
      for (; now + TICK < time; day.tick()) now += TICK;
      now = time;
    },
    session: (label: number): Session => {
      const found = clinic.sessions[sessionId(label)];
      assert(found !== undefined, `nobody sits in chair ${label}`);
      return found;
    },
    /** Of one that may have ended, as the record folds it. */
    folded: (label: number): Session => {
      const found = foldSession(ofSession(sessionId(label)));
      assert(found !== undefined, `no session ${label}`);
      return found;
    },
    protocol: (label: number): Protocol => {
      const found = protocolOf(clinic, day.session(label).protocol);
      assert(found !== undefined, "no protocol");
      return found;
    },
    /** What made a sound, as "10:02 chair 3 pressure-high high". */
    sounds: () =>
      log.flatMap(({ at, event }) => {
        if ((event.type !== "alarm-raised" && event.type !== "alarm-worsened") || event.priority === "low") return [];
        const raised = log.find((one) => one.event.type === "alarm-raised" && one.event.alarmId === event.alarmId);
        const { rule, chairId: of } = raised?.event.type === "alarm-raised" ? raised.event : { rule: "?", chairId: "" };
        return [
          {
            at,
            rule,
            chair: Object.values(clinic.chairs).find(({ id }) => id === of)?.label ?? "?",
            priority: event.priority,
          },
        ];
      }),
  };
  return day;
};

export type Tuesday = ReturnType<typeof tuesday>;
