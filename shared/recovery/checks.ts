import type { CheckId } from "#shared/protocol/protocol.ts";
import type { CriterionId } from "#shared/session/session.ts";
import { stayOverAt } from "./acuteEnd.ts";
import { lastDrugs } from "./drugs.ts";
import { awake, dissociation, distress, nausea, oriented, suicidality, walk } from "./effectChecks.ts";
import { UNKNOWN, type Case, type Found } from "./found.ts";
import { orthostatic, oxygen, pressure, sets } from "./vitalChecks.ts";

interface CheckRule {
  readonly id: CheckId;
  /** The exit group that people see it in. P 7. */
  readonly group: CriterionId;
  /** Whose move it is when it is not met. */
  readonly whose: "nurse" | "clinician" | "desk" | "clock";
  /** Nothing where the check does not arise. */
  readonly find: (one: Case) => Found | undefined;
}

/** RD11. The checks behind the exit groups, in the order in which people work through them: C 5.2 no. 1-12. */
export const CHECKS: readonly CheckRule[] = [
  { id: "time", group: "time", whose: "clock", find: time },
  { id: "drugs", group: "time", whose: "clock", find: drugs },
  { id: "sets", group: "pressure-oxygen", whose: "nurse", find: sets },
  { id: "pressure", group: "pressure-oxygen", whose: "nurse", find: pressure },
  { id: "oxygen", group: "pressure-oxygen", whose: "nurse", find: oxygen },
  { id: "awake", group: "awake", whose: "nurse", find: awake },
  { id: "oriented", group: "awake", whose: "nurse", find: oriented },
  { id: "dissociation", group: "effects", whose: "nurse", find: dissociation },
  { id: "distress", group: "effects", whose: "nurse", find: distress },
  { id: "nausea", group: "effects", whose: "nurse", find: nausea },
  { id: "suicidality", group: "effects", whose: "clinician", find: suicidality },
  { id: "walk", group: "walk", whose: "nurse", find: walk },
  { id: "orthostatic", group: "walk", whose: "nurse", find: orthostatic },
  { id: "escort", group: "ride", whose: "desk", find: escort },
  { id: "calls", group: "calls", whose: "nurse", find: calls },
];

/** RD2. C 5.2 no. 1: the minimum stay, from the real end of the dose or from T0 as the protocol says. */
function time({ dose, protocol, now }: Case): Found {
  const earliest = stayOverAt(dose, protocol, now);
  if (dose.phase !== "ended" || earliest === undefined) return UNKNOWN;
  const from = protocol.minimumStay.from === "t0" ? dose.t0 : dose.endedAt;
  const measure = protocol.minimumStay.from === "t0" ? "dose-start" : "dose-end";
  return { state: now >= earliest ? "met" : "not-met", evidence: [{ measure, value: "", observedAt: from }], earliest };
}

/** RD12. C 5.2 no. 11: so long after a sedative, a drug for pressure or a reversal; the longest wait counts. P 7. */
function drugs({ session, protocol, now }: Case): Found | undefined {
  const given = lastDrugs(session, protocol);
  if (given.length === 0) return undefined;
  const earliest = Math.max(...given.map(({ until }) => until));
  const evidence = given.map(({ name, at, by }) => ({ measure: "drug", value: name, observedAt: at, by }));
  return { state: now >= earliest ? "met" : "not-met", evidence, earliest };
}

/** RD7. C 5.2 no. 12: a ride of a kind that the clinic accepts, here now. */
function escort({ session: { ride }, protocol }: Case): Found {
  if (!ride) return UNKNOWN;
  const evidence = [{ measure: "ride", value: ride.status, observedAt: ride.at, by: ride.by }];
  const accepted = ride.kind !== undefined && protocol.exit.rides.includes(ride.kind);
  return { state: ride.status === "here" && accepted ? "met" : "not-met", evidence };
}

/** RD8. Nobody leaves past an open high call, whoever signs. */
function calls({ openCalls }: Case): Found | undefined {
  return openCalls.length === 0
    ? undefined
    : {
        state: "not-met",
        evidence: openCalls.map(({ rule, raisedAt }) => ({ measure: "call", value: rule, observedAt: raisedAt })),
      };
}
