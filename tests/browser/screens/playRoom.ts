import type { ChairId } from "#shared/base/ids.ts";
import { MINUTE } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Command } from "#shared/clinic/commands.ts";
import { morning, type Step } from "#server/demo/morning.ts";
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

/** The demo's three infusions in three of the chairs, that many minutes later than the clinic opens. */
export interface Group {
  readonly places: readonly [number, number, number];
  readonly later: number;
}

export interface PlayedRoom {
  readonly chairs: readonly ChairId[];
  readonly clinic: () => Clinic;
  /** The clinician's own screen, to do what no morning does. */
  readonly doctor: Screen;
  readonly nurse: Screen;
}

/** A room of any size with as many overlapping infusions as it is given, played to one minute of its day. */
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
  await dana.submit({ type: "approve-protocol", protocol: { id: "iv", version: 1 } });
  const patients = await Promise.all(
    groups.flatMap((_, group) =>
      [0, 1, 2].map((n) => clinic.patient(GIVEN[(group * 3 + n) % 8] ?? "", FAMILIES[(group * 3 + n) % 12] ?? "")),
    ),
  );

  const sit = (who: SignedIn): Promise<Screen> => openScreen({ server, who, clinicId });
  const [doctor, desk, nurse, ...others] = await Promise.all([dana, eli, ...nurses].map(sit));
  if (!doctor || !desk || !nurse) throw new Error("somebody is missing");
  const begins = await server.advance(0);
  const seated = groups.flatMap(({ places: [first, second, third], later }, group) => {
    const team = {
      ana: [nurse, ...others][(group * 2) % 6] ?? nurse,
      ben: others[(group * 2) % 5] ?? nurse,
      dana: doctor,
      eli: desk,
    };
    const at = (place: number): ChairId => chairs[place] ?? raise();
    const cast = {
      patients: patients.slice(group * 3, group * 3 + 3),
      chairs: [at(first), at(second), at(second), at(third)],
      dana: dana.id,
    };
    return morning(cast, begins + later * MINUTE).map((step) => ({
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
    if (answer && "accepted" in answer) await doctor.has(answer.accepted.seq);
  }
  await moveTo(server, begins + until * MINUTE);
  return { chairs, clinic: doctor.store.clinic, doctor, nurse };
};

const raise = (): never => {
  throw new Error("there is no such chair");
};

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
