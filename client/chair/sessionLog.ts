import type { Session } from "#shared/session/session.ts";
import type { Lines, LogLine, NameOf } from "./logLine.ts";
import { careLines, drugLines, interventionLines } from "./logOfCare.ts";
import { doseLines } from "./logOfDose.ts";
import { leavingLog } from "./logOfLeaving.ts";
import { observationLines } from "./logOfObservations.ts";
import { placeLog } from "./logOfPlace.ts";
import { preparationLog } from "./logOfPreparation.ts";

const NOTHING: Lines = () => [];

/** What each field of a session says in the log: a new one does not compile until somebody has written its words. */
const LINES: Readonly<Record<keyof Session, Lines>> = {
  ...preparationLog,
  ...placeLog,
  ...leavingLog,
  doseFacts: doseLines,
  drugCounts: drugLines,
  observations: observationLines,
  interventions: interventionLines,
  adverseEvents: careLines,
  // Who, where and by which rules: in the head of the page.
  id: NOTHING,
  patientId: NOTHING,
  chairId: NOTHING,
  route: NOTHING,
  protocol: NOTHING,
  zone: NOTHING,
  visitId: NOTHING,
  course: NOTHING,
  previous: NOTHING,
  from65: NOTHING,
  livesAtAltitude: NOTHING,
  nurse: NOTHING,
  factSeq: NOTHING,
  damaged: NOTHING,
  // With their own list on the page.
  answered: NOTHING,
};

/** CH4, CH21. The session in words, newest first: every fact in the state, struck and corrected ones struck through. */
export const sessionLog = (session: Session, nameOf: NameOf = () => "…"): readonly LogLine[] =>
  Object.values(LINES)
    .flatMap((lines) => lines(session, nameOf))
    .toSorted((a, b) => b.at - a.at);
