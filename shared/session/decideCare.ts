import { MINUTE } from "#shared/base/time.ts";
import { protocolOf } from "#shared/clinic/clinic.ts";
import { accept, inOpenSession, reject, sessionFor, type Decide } from "#shared/clinic/decision.ts";
import { addsUp, DRUG_CLASS, isSameMg, type Drug } from "./care.ts";
import { doseOf } from "./dose.ts";
import type { Session } from "./session.ts";
import { whenTrue } from "./times.ts";

/** IN1, IN2. What was done is a fact in any phase; a drug says which, how much, how, and who ordered it. */
export const recordIntervention: Decide<"record-intervention"> = (
  clinic,
  { sessionId, interventionId, told },
  context,
) => {
  const session = sessionFor(clinic, { sessionId }, context);
  if (!session) return reject({ reason: "unknown-thing" });
  if (session.interventions.some(({ id }) => id === interventionId)) return reject({ reason: "id-taken" });
  if ((told.kind === "drug") !== (told.drug !== undefined)) return reject({ reason: "drug-missing" });
  const when = whenTrue(session, told.at, context.now, "at");
  if ("rejected" in when) return when;
  return accept({
    type: "intervention-recorded",
    sessionId,
    interventionId,
    told: { ...told, at: when.at, ...(told.drug ? { drug: classified(told.drug) } : {}) },
    late: when.late,
  });
};

/** IN2. A drug that we know has the class that we know, whatever was tapped; of another one the nurse says it. */
const classified = (drug: Drug): Drug => (drug.name === "other" ? drug : { ...drug, class: DRUG_CLASS[drug.name] });

export const strikeIntervention: Decide<"strike-intervention"> = (
  clinic,
  { sessionId, interventionId, reason },
  context,
) => {
  const one = sessionFor(clinic, { sessionId }, context)?.interventions.find(({ id }) => id === interventionId);
  if (!one) return reject({ reason: "unknown-thing" });
  return one.struck
    ? reject({ reason: "already-replaced" })
    : accept({ type: "intervention-struck", sessionId, interventionId, reason });
};

/** AE1, AE2. Told in any phase, on an ended session too; told again it grows, and what was told before stays. */
export const recordAdverseEvent: Decide<"record-adverse-event"> = (
  clinic,
  { sessionId, adverseEventId, told },
  context,
) => {
  const session = sessionFor(clinic, { sessionId }, context);
  if (!session) return reject({ reason: "unknown-thing" });
  const when = whenTrue(session, told.onsetAt, context.now, "onsetAt");
  if ("rejected" in when) return when;
  for (const [field, at] of [
    ["resolvedAt", told.resolvedAt] as const,
    ...told.notified.map((one) => ["notified", one.at] as const),
  ])
    if (at !== undefined && at > context.now + MINUTE) return reject({ reason: "in-the-future", field });
  if (told.resolvedAt !== undefined && told.resolvedAt < when.at)
    return reject({ reason: "invalid", field: "resolvedAt", problem: "before-onset" });
  if (told.interventions.some((id) => !session.interventions.some((one) => one.id === id)))
    return reject({ reason: "unknown-thing" });
  return accept({ type: "adverse-event-recorded", sessionId, adverseEventId, told: { ...told, onsetAt: when.at } });
};

/** IN3. A count is a fact: what does not add up is recorded and says so. */
export const countDrug: Decide<"count-drug"> = (clinic, { sessionId, drugCountId, told }, context) => {
  const session = sessionFor(clinic, { sessionId }, context);
  if (!session) return reject({ reason: "unknown-thing" });
  if (session.drugCounts.some(({ id }) => id === drugCountId)) return reject({ reason: "id-taken" });
  const dose = doseOf(session.doseFacts);
  const given = dose.phase === "ended" ? dose.givenMg : undefined;
  const wants = protocolOf(clinic, session.protocol)?.witnessForWaste === true && told.wastedMg > 0;
  return accept({
    type: "drug-counted",
    sessionId,
    drugCountId,
    told,
    flags: [
      ...(!addsUp(told) ? (["does-not-add-up"] as const) : []),
      ...(given !== undefined && !isSameMg(given, countedMg(session) + told.givenMg)
        ? (["given-differs-from-dose"] as const)
        : []),
      ...(wants ? (["no-witness"] as const) : []),
    ],
  });
};

/** Given from the packages that were counted before this one. */
const countedMg = ({ drugCounts }: Session): number => drugCounts.reduce((sum, count) => sum + count.givenMg, 0);

/** IN4. Who saw the waste is somebody else than who counted; it may follow. P 7. */
export const witnessWaste: Decide<"witness-waste"> = (clinic, { sessionId, drugCountId }, context) => {
  const count = sessionFor(clinic, { sessionId }, context)?.drugCounts.find(({ id }) => id === drugCountId);
  if (!count) return reject({ reason: "unknown-thing" });
  if (count.witness) return reject({ reason: "already-witnessed" });
  return count.by === context.person
    ? reject({ reason: "needs-another-person" })
    : accept({ type: "waste-witnessed", sessionId, drugCountId });
};

/** WP1. "I'm with the patient": every open call of that patient is this person's, and its routine checks wait. P 2. */
export const stayWithPatient: Decide<"stay-with-patient"> = (clinic, { sessionId }, context) =>
  inOpenSession(clinic, sessionId, context, (session) => {
    const holdMin = protocolOf(clinic, session.protocol)?.schedule.withPatientHoldMin ?? 0;
    const open = Object.values(clinic.alarms).filter((alarm) => alarm.sessionId === sessionId && !alarm.accepted);
    return accept(
      { type: "stayed-with-patient", sessionId, until: context.now + holdMin * MINUTE },
      ...open.map(({ id }) => ({ type: "alarm-accepted", alarmId: id, sessionId }) as const),
    );
  });
