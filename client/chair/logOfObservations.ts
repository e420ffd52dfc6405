import { observationWords } from "./observationWords.ts";
import { line, type Lines } from "./logLine.ts";
import { chairWords } from "./words.ts";

const { observation } = chairWords;

/** Every set, the corrected and struck ones struck through. */
export const observationLines: Lines = ({ observations }) =>
  observations.map((one) => ({
    ...line(
      one.id,
      { at: one.observedAt, by: one.by },
      `${observationWords(one)}${one.late ? ` · ${observation.late}` : ""}`,
    ),
    struck: one.status !== "current",
    observationId: one.id,
  }));
