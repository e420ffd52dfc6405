import { assert } from "#shared/base/assert.ts";
import type { DoseFactId, ObservationId, PersonId, SessionId } from "#shared/base/ids.ts";
import { MINUTE } from "#shared/base/time.ts";
import { protocolOf } from "#shared/clinic/clinic.ts";
import type { Command } from "#shared/clinic/commands.ts";
import { restrictionFrom } from "#shared/recovery/restriction.ts";
import type { Sheet } from "#shared/vitals/observation.ts";
import { enteredFrom } from "#server/demo/observing.ts";
import type { Dose } from "#server/demo/simulator/doses.ts";
import { readingAt, type SimulatedSession } from "#server/demo/simulator/simulation.ts";
import { heardCalls } from "./heardCalls.ts";
import { id, pureClinic } from "./pureClinic.ts";

const PEOPLE = { ana: "nurse", dana: "clinician", eli: "desk", mira: "director" } as const;
export const T0 = Date.UTC(2026, 10, 25, 14, 0);
export const CHECK_IN = -15;

/** One synthetic patient in the only chair of a clinic, and what people do there, in minutes from the first dose. */
export const satSession = (simulated: SimulatedSession) => {
  const { route } = simulated.patient;
  const { clinic, chairs, send } = pureClinic(1, PEOPLE, T0 + CHECK_IN * MINUTE);
  const sessionId = id<SessionId>("session");
  const heard = heardCalls();
  let count = 0;
  const fresh = <Id extends string>(): Id => id<Id>(`made${++count}`);

  const does = (who: string, minute: number, command: Command): boolean => {
    const { events, rejected } = send(who, command, T0 + minute * MINUTE);
    heard.note(events);
    return rejected === undefined;
  };
  const here = () => {
    const session = clinic().sessions[sessionId];
    const protocol = session && protocolOf(clinic(), session.protocol);
    assert(session !== undefined && protocol !== undefined, "the patient has left");
    return { session, protocol };
  };
  const look = (minute: number, sheet: Sheet, breaths = false): void => {
    const { session, protocol } = here();
    const reading = readingAt(simulated, minute);
    const { values, ...entered } = enteredFrom(reading, sheet, session, protocol);
    does("ana", minute, {
      type: "record-observation",
      sessionId,
      observationId: fresh<ObservationId>(),
      entered: {
        ...entered,
        values: breaths ? { ...values, rr: reading.rr } : values,
        observedAt: T0 + minute * MINUTE,
      },
    });
  };
  /** What of the dose falls into this minute; whether there was anything. */
  const give = (minute: number): boolean => {
    const told = simulated.doses.flatMap((dose) => toldAt(dose, minute));
    for (const one of told)
      does("ana", minute, { ...one, sessionId, factId: fresh<DoseFactId>(), at: T0 + minute * MINUTE });
    return told.length > 0;
  };

  const [chairId] = chairs;
  assert(chairId !== undefined, "a clinic without a chair");
  does("eli", CHECK_IN, { type: "check-in", sessionId, patientId: id("patient"), chairId, route, from65: false });
  if (route === "nasal") {
    const mg = 28 * simulated.doses.length;
    const order = { route, kind: "signed", prescriber: id<PersonId>("dana"), mg, confirmed: false } as const;
    does("dana", CHECK_IN, { type: "record-order", sessionId, order });
  }
  look(-3, "full");

  return {
    clinic,
    heard,
    here,
    does,
    look,
    give,
    /** Both acts of leaving at once, with an escort who is there; false where a check is open. */
    leave: (minute: number): boolean => {
      const { session, protocol } = here();
      const seen = () => ({ sessionId, seenSeq: clinic().seq });
      if (!does("ana", minute, { type: "confirm-fit-to-leave", ...seen() })) return false;
      if (protocol.clinicianConfirmsFitToLeave) does("dana", minute, { type: "countersign-fit-to-leave", ...seen() });
      const shown = restrictionFrom(protocol, T0 + minute * MINUTE, session.zone);
      does("eli", minute, { type: "record-ride", sessionId, ride: { status: "here", kind: "adult-in-building" } });
      does("eli", minute, { type: "return-belongings", sessionId, lineOut: true });
      does("eli", minute, { type: "acknowledge-door-reminder", sessionId, shown, escort: "heard" });
      does("eli", minute, { type: "give-hand-out", sessionId, language: "en" });
      return does("eli", minute, { type: "complete-discharge", ...seen() });
    },
  };
};

type Told =
  | { readonly type: "start-infusion"; readonly mg: number; readonly plannedMin: number }
  | { readonly type: "end-infusion"; readonly givenMg: number; readonly reason: { readonly code: "complete" } }
  | { readonly type: "give-injection"; readonly mg: number }
  | { readonly type: "give-device" };

const toldAt = (dose: Dose, minute: number): readonly Told[] => {
  if (dose.kind === "injection") return dose.at === minute ? [{ type: "give-injection", mg: dose.mg }] : [];
  if (dose.kind === "device") return dose.at === minute ? [{ type: "give-device" }] : [];
  const plannedMin = dose.to - dose.from;
  const mg = dose.mgPerMin * plannedMin;
  if (dose.from === minute) return [{ type: "start-infusion", mg, plannedMin }];
  return dose.to === minute ? [{ type: "end-infusion", givenMg: mg, reason: { code: "complete" } }] : [];
};
