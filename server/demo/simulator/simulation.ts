import { assert } from "#shared/base/assert.ts";
import type { Route } from "#shared/protocol/protocol.ts";
import { bodyAt, type Body } from "./body.ts";
import { CASES, type CaseName, type Cue } from "./cases.ts";
import type { Dose } from "./doses.ts";
import { inEpisode } from "./episode.ts";
import { drawPatient, usualDoses, type Patient } from "./patient.ts";
import { readOff, type Reading } from "./readings.ts";

/**
 * One session of one synthetic patient, as data: no clock, no chance, nothing outside. Where a dose turns out otherwise
 * (stopped early, a device held), give the same session other doses: `{ ...session, doses: stopped(session.doses, 25) }`.
 */
export interface SimulatedSession {
  readonly patient: Patient;
  readonly doses: readonly Dose[];
  readonly happens: readonly CaseName[];
  readonly cues: readonly Cue[];
}

export const simulate = (
  seed: number,
  route: Route,
  n: number,
  happens: readonly CaseName[] = [],
): SimulatedSession => {
  for (const name of happens) assert(CASES[name].routes.includes(route), `${name} does not happen with ${route}`);
  const cases = happens.map((name) => CASES[name]);
  const patient = cases.reduce((one, change) => change.patient?.(one) ?? one, drawPatient(seed, route, n));
  const doses = cases.reduce((all, change) => change.doses?.(all) ?? all, usualDoses(patient));
  return { patient, doses, happens, cues: cases.flatMap(({ cues = [] }) => cues) };
};

/** How the patient really is. */
export const truth = ({ patient, doses, happens }: SimulatedSession, minute: number): Body =>
  happens.reduce(
    (body, name) => {
      const { episode } = CASES[name];
      return episode ? inEpisode(body, episode, minute) : body;
    },
    bodyAt(patient, doses, minute),
  );

/** What a nurse would enter at `minute` from T0; before it, the baseline. */
export const readingAt = (session: SimulatedSession, minute: number): Reading => {
  const read = readOff(session.patient, truth(session, minute), minute);
  return session.happens.reduce((reading, name) => CASES[name].reading?.(reading, minute) ?? reading, read);
};
