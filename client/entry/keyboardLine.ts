import { chooseLevel, typeInto, type Draft } from "./entryModel.ts";

type ScaleField = "sedation" | "dissociation" | "distress";
type Field = "sbp" | "dbp" | "hr" | "spo2" | "rr" | ScaleField;

/** One word of the line, understood or not. */
export type LinePart =
  | { readonly text: string; readonly kind: "value"; readonly values: readonly (readonly [Field, number])[] }
  | { readonly text: string; readonly kind: "unknown" | "twice" };

const BARE: readonly Field[] = ["hr", "spo2", "rr"];
const LETTER: Readonly<Record<string, Field>> = {
  h: "hr",
  o: "spo2",
  r: "rr",
  s: "sedation",
  d: "dissociation",
  t: "distress",
};
const MOST: Readonly<Partial<Record<Field, number>>> = { sedation: 5, dissociation: 10, distress: 10 };

/** EN9. `120/80 72 98 16 d3 s5`: a pressure, then heart rate, SpO₂ and breaths by their place, the rest by its letter. */
export const parseLine = (line: string): readonly LinePart[] => {
  const seen = new Set<Field>();
  let bare = 0;
  return line
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((text): LinePart => {
      const isBare = /^\d+$/.test(text);
      const values = isBare ? withField(BARE[bare++], text) : named(text);
      if (!values) return { text, kind: "unknown" };
      if (values.some(([field]) => seen.has(field))) return { text, kind: "twice" };
      for (const [field] of values) seen.add(field);
      return { text, kind: "value", values };
    });
};

export const lineIsClear = (parts: readonly LinePart[]): boolean =>
  parts.length > 0 && parts.every(({ kind }) => kind === "value");

/** Puts what was understood into the form, where it is judged like anything typed there. */
export const withLine = (draft: Draft, parts: readonly LinePart[]): Draft => {
  const values = parts.flatMap((part) => (part.kind === "value" ? part.values : []));
  return values.reduce<Draft>(
    (next, [field, value]) => (isScale(field) ? chooseLevel(next, field, value) : typeInto(next, field, String(value))),
    { ...draft, confirmed: [] },
  );
};

const named = (text: string) => {
  const pressure = /^(\d{1,3})\/(\d{1,3})$/.exec(text);
  if (pressure)
    return [
      ["sbp", Number(pressure[1])],
      ["dbp", Number(pressure[2])],
    ] as const;
  const letter = /^([horsdt])(\d{1,3})$/i.exec(text);
  return withField(LETTER[letter?.[1]?.toLowerCase() ?? ""], letter?.[2] ?? "");
};

const withField = (field: Field | undefined, digits: string) => {
  const value = Number(digits);
  const fits = field !== undefined && digits.length <= 3 && value <= (MOST[field] ?? Infinity);
  return fits ? ([[field, value]] as const) : undefined;
};

const isScale = (field: Field): field is ScaleField => field in MOST;
