import type { ChairId } from "#shared/base/ids.ts";
import { MINUTE } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Command } from "#shared/clinic/commands.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import { morning, PARTS } from "#server/demo/morning.ts";
import type { Step } from "#server/demo/step.ts";
import { setUpClinic, type SignedIn } from "#tests/support/people.ts";
import { openScreen, type Screen } from "#tests/support/screen.ts";
import type { TestServer } from "#tests/support/server.ts";

const NURSES = ["Ana", "Ben", "Cleo", "Dev", "Eva", "Finn"];
const GIVEN = ["Noor", "Walter", "June", "Sam", "Teresa", "Ade", "Lucie", "Marek"];
const FAMILIES = [
  "Haddad",
  "Park",
  "Osei",
  "Silva",
  "Larsen",
  "Kaya",
  "Brandt",
  "Ito",
  "Moreau",
  "Novak",
  "Rossi",
  "Quinn",
];

/** Patients of the demo, that many minutes later than the clinic opens. */
export interface Group {
  /** Where the demo's six chairs stand in this room, in their order; who has no place does not come. */
  readonly places: readonly (number | undefined)[];
  readonly later: number;
}

export interface PlayedRoom {
  readonly chairs: readonly ChairId[];
  readonly clinic: () => Clinic;
  /** The clinician's own screen, to do what no morning does. */
  readonly doctor: Screen;
  readonly nurse: Screen;
}

/** A room of any size with as many overlapping treatments as it is given, played to one minute of its day. */
export const playRoom = async (
  server: TestServer,
  size: number,
  groups: readonly Group[],
  until: number,
): Promise<PlayedRoom> => {
  const clinic = await setUpClinic(
    server,
    Array.from({ length: size }, (_, n) => `${n + 1}`),
  );
  const { clinicId, chairs } = clinic;
  const dana = await clinic.staff("dana", ["clinician", "director"], "Dr. Dana Rey");
  const eli = await clinic.staff("eli", ["desk"], "Eli Marsh");
  const nurses = await Promise.all(NURSES.map((name) => clinic.staff(name.toLowerCase(), ["nurse"], `${name} Lima`)));
  for (const { id, version } of Object.values(SHIPPED))
    await dana.submit({ type: "approve-protocol", protocol: { id, version } });
  const patients = await Promise.all(
    groups.flatMap((_, group) => PARTS.map((_, n) => clinic.patient(...nameOf(group * PARTS.length + n)))),
  );

  const sit = (who: SignedIn): Promise<Screen> => openScreen({ server, who, clinicId });
  const [doctor, desk, nurse, ...others] = await Promise.all([dana, eli, ...nurses].map(sit));
  if (!doctor || !desk || !nurse) throw new Error("somebody is missing");
  const begins = await server.advance(0);
  const seated = groups.flatMap(({ places, later }, group) => {
    const team = {
      ana: [nurse, ...others][(group * 2) % 6] ?? nurse,
      ben: others[(group * 2) % 5] ?? nurse,
      dana: doctor,
      eli: desk,
    };
    const cast = {
      patients: patients.slice(group * PARTS.length, (group + 1) * PARTS.length),
      chairs: places.map((place = 0) => chairs[place] ?? raise()),
      dana: dana.id,
    };
    const parts = PARTS.filter(({ chair }) => places[chair] !== undefined);
    return morning(cast, begins + later * MINUTE, parts).map((step) => ({
      ...step,
      minute: step.minute + later,
      by: team[step.who],
    }));
  });
  for (const step of seated.toSorted((a, b) => a.minute - b.minute)) {
    if (step.minute > until) break;
    const now = begins + step.minute * MINUTE;
    await moveTo(server, now);
    const command = commandOf(step, doctor.store.clinic(), now);
    const answer = command && (await step.by.submit(command));
    if (!answer) continue;
    if (!("accepted" in answer)) throw new Error(`minute ${step.minute}, ${step.who}: ${JSON.stringify(answer)}`);
    await doctor.has(answer.accepted.seq);
  }
  await moveTo(server, begins + until * MINUTE);
  return { chairs, clinic: doctor.store.clinic, doctor, nurse };
};

const raise = (): never => {
  throw new Error("there is no such chair");
};

const nameOf = (n: number): [given: string, family: string] => [
  GIVEN[n % GIVEN.length] ?? "",
  FAMILIES[(n + Math.floor(n / FAMILIES.length)) % FAMILIES.length] ?? "",
];

/** Nobody is on the list of the day here. */
const commandOf = (step: Step, clinic: Clinic, at: number): Command | undefined => {
  const command = step.command(clinic, at);
  if (command?.type === "expect-patient") return undefined;
  if (command?.type !== "check-in") return command;
  const { visitId: _, ...unexpected } = command;
  return unexpected;
};

const moveTo = async (server: TestServer, at: number): Promise<void> => {
  const now = await server.advance(0);
  if (at > now) await server.advance(at - now);
};
