import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Command } from "#shared/clinic/commands.ts";
import { MINUTE } from "#shared/base/time.ts";
import { morning, type Step } from "#server/demo/morning.ts";
import { setUpClinic, type SignedIn } from "#tests/support/people.ts";
import { openScreen, type Screen } from "#tests/support/screen.ts";
import type { TestServer } from "#tests/support/server.ts";

const CHAIRS = 64;
const GROUPS = CHAIRS / 4;
const NURSES = ["Ana", "Ben", "Cleo", "Dev", "Eva", "Finn"];
const FAMILIES = ["Haddad", "Brandt", "Park", "Ito", "Osei", "Moreau", "Silva", "Novak", "Larsen", "Rossi", "Kaya", "Quinn"];
const GIVEN = ["Noor", "Walter", "June", "Sam", "Teresa", "Ade", "Lucie", "Marek"];

/** 64 chairs, 48 of them taken: the demo's three infusions sixteen times over, each time some minutes later. */
export const playFullHouse = async (server: TestServer, untilMinute: number): Promise<void> => {
  const clinic = await setUpClinic(server, Array.from({ length: CHAIRS }, (_, n) => `${n + 1}`));
  const dana = await clinic.staff("dana", ["clinician", "director"], "Dr. Dana Rey");
  const eli = await clinic.staff("eli", ["desk"], "Eli Marsh");
  const nurses = await Promise.all(NURSES.map((name) => clinic.staff(name.toLowerCase(), ["nurse"], `${name} Lima`)));
  await dana.submit({ type: "approve-protocol", protocol: { id: "iv", version: 1 } });
  const begins = await server.advance(0);
  const patients = await Promise.all(Array.from({ length: GROUPS * 3 }, (_, n) => clinic.patient(GIVEN[n % 8] ?? "", FAMILIES[(n * 5) % 12] ?? "")));

  const sit = (who: SignedIn): Promise<Screen> => openScreen({ server, who, clinicId: clinic.clinicId });
  const [doctor, desk, ...atChairs] = await Promise.all([dana, eli, ...nurses].map(sit));
  if (!doctor || !desk) throw new Error("somebody is missing");
  const steps = Array.from({ length: GROUPS }, (_, group) => {
    const later = (group * 11) % 70;
    const nurse = (n: number): Screen => atChairs[(group * 2 + n) % atChairs.length] ?? doctor;
    const team = { ana: nurse(0), ben: nurse(1), dana: doctor, eli: desk };
    const cast = { patients: patients.slice(group * 3, group * 3 + 5), chairs: clinic.chairs.slice(group * 4, group * 4 + 4), dana: dana.id };
    return morning(cast, begins + later * MINUTE).filter(({ minute }) => minute > 0).map((step) => ({ ...step, minute: step.minute + later, by: team[step.who] }));
  });
  for (const step of steps.flat().toSorted((a, b) => a.minute - b.minute)) {
    if (step.minute > untilMinute) break;
    const now = begins + step.minute * MINUTE;
    await moveTo(server, now);
    const command = commandOf(step, doctor.store.clinic(), now);
    const answer = command && (await step.by.submit(command));
    if (answer && "accepted" in answer) await doctor.has(answer.accepted.seq);
  }
  await moveTo(server, begins + untilMinute * MINUTE);
  for (const screen of [doctor, desk, ...atChairs]) screen.close();
};

/** Nobody was on the list of the day here. */
const commandOf = (step: Step, state: Clinic, at: number): Command | undefined => {
  const command = step.command(state, at);
  if (command?.type !== "check-in") return command;
  const { visitId: _, ...unexpected } = command;
  return unexpected;
};

const moveTo = async (server: TestServer, at: number): Promise<void> => {
  const now = await server.advance(0);
  if (at > now) await server.advance(at - now);
};
