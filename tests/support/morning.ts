import type { PatientId } from "#shared/base/ids.ts";
import { MINUTE } from "#shared/base/time.ts";
import { EMPTY_CLINIC, type Clinic } from "#shared/clinic/clinic.ts";
import { evolve } from "#shared/clinic/evolve.ts";
import type { Recorded } from "#shared/clinic/events.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import { PATIENTS, type Who } from "#server/demo/cast.ts";
import { morning } from "#server/demo/morning.ts";
import type { Step } from "#server/demo/step.ts";
import { setUpClinic, type SignedIn, type TestClinic } from "./people.ts";
import type { TestServer } from "./server.ts";

export interface PlayedMorning {
  readonly clinic: TestClinic;
  readonly team: Readonly<Record<Who, SignedIn>>;
  readonly director: SignedIn;
  /** Plays everything up to that minute of the morning, the clock with it. Steps that are refused fail the test. */
  readonly playTo: (minute: number) => Promise<void>;
}

/** The demo's morning on a test server, minute by minute: six chairs, three routes, synthetic patients. */
export const startMorning = async (server: TestServer): Promise<PlayedMorning> => {
  const begins = await server.advance(0);
  const clinic = await setUpClinic(server, ["1", "2", "3", "4", "5", "6"]);
  const team = {
    ana: await clinic.staff("ana", ["nurse"], "Ana Lima"),
    ben: await clinic.staff("ben", ["nurse"], "Ben Okoro"),
    dana: await clinic.staff("dana", ["clinician"], "Dr. Dana Rey"),
    eli: await clinic.staff("eli", ["desk"], "Eli Marsh"),
  };
  const director = await clinic.staff("mira", ["director"], "Dr. Mira Voss");
  for (const { id, version } of Object.values(SHIPPED))
    await director.submit({ type: "approve-protocol", protocol: { id, version } });
  const patients: PatientId[] = [];
  for (const { givenName, familyName } of PATIENTS) patients.push(await clinic.patient(givenName, familyName));
  const nurses = { ana: team.ana.id, ben: team.ben.id };
  const waiting: Step[] = [...morning({ patients, chairs: clinic.chairs, dana: team.dana.id, nurses }, begins)];
  let state: Clinic = EMPTY_CLINIC;

  const catchUp = async (): Promise<void> => {
    const { events } = (await (
      await team.ana.get(`/api/clinics/${clinic.clinicId}/events?after=${state.seq}`)
    ).json()) as { events: Recorded[] };
    state = events.reduce(evolve, state);
  };

  return {
    clinic,
    team,
    director,
    playTo: async (minute) => {
      while (waiting[0] && waiting[0].minute <= minute) {
        const step = waiting.shift();
        if (!step) break;
        await moveTo(server, begins + step.minute * MINUTE);
        await catchUp();
        const command = step.command(state, begins + step.minute * MINUTE);
        const answer = command && (await team[step.who].submit(command));
        if (answer && !("accepted" in answer))
          throw new Error(`minute ${step.minute}, ${step.who}: ${JSON.stringify(answer)}`);
      }
      await moveTo(server, begins + minute * MINUTE);
    },
  };
};

const moveTo = async (server: TestServer, at: number): Promise<void> => {
  const now = await server.advance(0);
  if (at > now) await server.advance(at - now);
};
