import fc from "fast-check";
import type { ClinicId, CommandId, DeviceId } from "#shared/base/ids.ts";
import { MINUTE } from "#shared/base/time.ts";
import { roleFor } from "#shared/access/permission.ts";
import { EMPTY_CLINIC, rolesOf, type Clinic } from "#shared/clinic/clinic.ts";
import type { Command } from "#shared/clinic/commands.ts";
import { decide } from "#shared/clinic/decide.ts";
import { stamp } from "#shared/clinic/apply.ts";
import type { Recorded } from "#shared/clinic/events.ts";
import { evolve } from "#shared/clinic/evolve.ts";
import { CHAIRS, id, PEOPLE, type Move, type Who } from "./wish.ts";
import { WISHES } from "./wishes.ts";

const START = Date.UTC(2026, 10, 23, 14, 0);
const CLINIC_ID = id<ClinicId>("clinic");

type Stop = readonly [kind: string, wait?: number, number?: number];

const LEAVE: readonly Stop[] = [
  ["exit", 1],
  ["good", 16],
  ["fit", 1],
  ["countersign", 1],
  ["ride", 1],
  ["belongings", 1],
  ["remind", 1],
  ["handOut", 1],
  ["discharge", 1],
];

/** The ways of sessions that go well, walked by most histories so that doors are reached and not only rooms. */
const GOOD_WAYS: readonly (readonly Stop[])[] = [
  [
    ["checkIn"],
    ["order"],
    ["gate"],
    ["sober"],
    ["good"],
    ["start"],
    ["deep"],
    ["end", 16],
    ["good", 16],
    ["good", 16],
    ...LEAVE,
  ],
  [
    ["checkInAny", 1, 2],
    ["orderAny", 1, 1],
    ["sober"],
    ["good"],
    ["injection"],
    ["deep", 5],
    ["good", 31],
    ["good", 31],
    ["good", 31],
    ...LEAVE,
  ],
  [
    ["checkInAny", 1, 1],
    ["orderAny", 1, 1],
    ["onSite"],
    ["medicines"],
    ["sober"],
    ["good"],
    ["device"],
    ["device", 5],
    ["device", 5],
    ["deep", 31],
    ["good", 31],
    ["good", 31],
    ["good", 31],
    ...LEAVE,
  ],
];

const move = (kind: fc.Arbitrary<string>): fc.Arbitrary<Move> =>
  fc.record({
    who: fc.constantFrom<Who>("ana", "ana", "dana", "eli"),
    wait: fc.constantFrom(0, 1, 5, 10, 11, 16, 31, 600),
    session: fc.constantFrom<0 | 1>(0, 1),
    kind,
    number: fc.nat(20),
  });

/** Random moves, with one of the good ways woven in three times of four. */
export const moves: fc.Arbitrary<readonly Move[]> = fc
  .tuple(
    fc.array(move(fc.constantFrom(...Object.keys(WISHES))), { maxLength: 30 }),
    fc.constantFrom(undefined, ...GOOD_WAYS),
  )
  .chain(([wild, way]) =>
    way
      ? fc.shuffledSubarray(wild, { maxLength: Math.min(8, wild.length) }).map((some) => weave(way.map(onTheWay), some))
      : fc.constant(wild),
  );

const onTheWay = ([kind, wait = 1, number = 1]: Stop): Move => ({
  who: kind === "ride" ? "eli" : kind === "countersign" ? "dana" : "ana",
  wait,
  session: 0,
  kind,
  number,
});

const weave = (way: readonly Move[], wild: readonly Move[]): readonly Move[] => {
  const step = Math.max(1, Math.floor(way.length / (wild.length + 1)));
  return way.flatMap((one, n) => [
    one,
    ...(n > 0 && n % step === 0 && wild[n / step - 1] ? [wild[n / step - 1]!] : []),
  ]);
};

export interface History {
  readonly events: readonly Recorded[];
  readonly clinic: Clinic;
  readonly states: readonly Clinic[];
  readonly now: number;
}

/** Plays moves through the real deciders; what is refused simply does not happen. */
export const play = (wished: readonly Move[]): History => {
  let clinic: Clinic = EMPTY_CLINIC;
  let now = START;
  const events: Recorded[] = [];
  const states: Clinic[] = [clinic];
  const submit = (command: Command, who: Who | "system", n: number): void => {
    const person = who === "system" ? ("system" as const) : PEOPLE[who];
    const role = person === "system" ? "system" : roleFor(rolesOf(clinic, person), command.type);
    if (!role) return;
    const context = {
      now,
      commandId: id<CommandId>(`cmd${n}`),
      person,
      role,
      device: id<DeviceId>("device"),
      clinicId: CLINIC_ID,
    };
    const decision = decide(clinic, command, context);
    if ("rejected" in decision) return;
    for (const recorded of stamp(clinic, decision.accepted, context)) {
      events.push(recorded);
      clinic = evolve(clinic, recorded);
      states.push(clinic);
    }
  };
  submit(
    {
      type: "found-clinic",
      clinicId: CLINIC_ID,
      name: "Synthetic",
      zone: "America/New_York",
      phone: "555-0100",
      admin: PEOPLE.admin,
      chairs: CHAIRS.map((chairId, n) => ({ chairId, label: `${n + 1}` })),
    },
    "system",
    0,
  );
  (["nurse", "clinician", "desk"] as const).forEach((role, n) =>
    submit({ type: "grant-membership", person: [PEOPLE.ana, PEOPLE.dana, PEOPLE.eli][n]!, role }, "system", n + 1),
  );
  wished.forEach((one, n) => {
    now += one.wait * MINUTE;
    const command = WISHES[one.kind]?.(clinic, one, n, now);
    if (command) submit(command, one.who, n + 10);
    submit({ type: "raise-timed-alarms" }, "system", n + 1_000);
  });
  return { events, clinic, states, now };
};
