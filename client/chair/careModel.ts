import { parseTyped } from "#client/ui/typedNumber.ts";
import type { PersonId } from "#shared/base/ids.ts";
import type { Instant } from "#shared/base/time.ts";
import {
  DRUG_CLASS,
  type AdverseEvent,
  type AdverseEventTold,
  type Drug,
  type DrugClass,
  type DrugCountTold,
  type DrugName,
  type InterventionKind,
  type InterventionTold,
  type Response,
} from "#shared/session/care.ts";
import type * as z from "zod";

type Given = z.infer<typeof Drug>;
type Done = z.infer<typeof InterventionTold>;

/** Nothing is chosen or typed beforehand: the program never suggests a drug or an amount. */
export interface InterventionDraft {
  readonly kind?: z.infer<typeof InterventionKind>;
  readonly drug?: DrugName;
  readonly drugClass?: DrugClass;
  readonly drugName: string;
  readonly amount: string;
  readonly unit?: Given["unit"];
  readonly route?: Given["route"];
  readonly orderedBy?: PersonId;
  readonly litres: string;
  readonly response?: z.infer<typeof Response>;
  readonly text: string;
}

export const EMPTY_INTERVENTION: InterventionDraft = { drugName: "", amount: "", litres: "", text: "" };

/** CH17. What was done, once nothing is missing; a drug has its name, amount, unit, route and who ordered it. IN1, IN2. */
export const interventionOf = (draft: InterventionDraft, at: Instant): Done | undefined => {
  const { kind, response, text } = draft;
  const drug = kind === "drug" ? drugOf(draft) : undefined;
  const litres = parseTyped(kind === "oxygen-on" ? draft.litres : "", { decimals: 1, min: 0.1, max: 60 });
  if (!kind || (kind === "drug" && !drug) || litres.kind === "wrong") return undefined;
  return {
    kind,
    at,
    ...(drug && { drug }),
    ...(litres.kind === "number" && { litresPerMin: litres.value }),
    ...(response && { response }),
    ...(text.trim() && { text: text.trim() }),
  };
};

const drugOf = ({ drug: name, drugClass, drugName, amount, unit, route, orderedBy }: InterventionDraft) => {
  const typed = parseTyped(amount, { decimals: 3, min: 0 });
  const kind = name === "other" ? drugClass : name && DRUG_CLASS[name];
  if (!name || !kind || typed.kind !== "number" || typed.value <= 0 || !unit || !route || !orderedBy) return undefined;
  if (name === "other" && drugName.trim() === "") return undefined;
  const drug: Given = { name, class: kind, amount: typed.value, unit, route, orderedBy };
  return name === "other" ? { ...drug, text: drugName.trim() } : drug;
};

type Told = z.infer<typeof AdverseEventTold>;
type Counted = z.infer<typeof DrugCountTold>;

export interface AdverseDraft {
  readonly kind?: Told["kind"];
  readonly severity?: Told["severity"];
  readonly outcome?: Told["outcome"];
  readonly relatedness?: Told["relatedness"];
  readonly serious: Told["serious"];
  readonly text: string;
}

export const EMPTY_ADVERSE: AdverseDraft = { serious: [], text: "" };

/** CH18. What happened: four taps; told again it keeps when it began and what else was known. AE1, AE2. */
export const adverseEventOf = (
  { kind, severity, outcome, relatedness, serious, text }: AdverseDraft,
  onsetAt: Instant,
  before: AdverseEvent | undefined,
): Told | undefined => {
  if (!kind || !severity || !outcome || !relatedness) return undefined;
  return {
    kind,
    onsetAt: before?.onsetAt ?? onsetAt,
    severity,
    outcome,
    relatedness,
    serious: [...serious],
    interventions: before?.interventions ?? [],
    notified: before?.notified ?? [],
    ...(before?.worst && { worst: before.worst }),
    ...(text.trim() && { text: text.trim() }),
  };
};

/** Told again it begins with what was told. */
export const adverseDraft = ({
  kind,
  severity,
  outcome,
  relatedness,
  serious,
  text = "",
}: AdverseEvent): AdverseDraft => ({
  kind,
  severity,
  outcome,
  relatedness,
  serious,
  text,
});

export interface CountDraft {
  readonly drawn: string;
  readonly given: string;
  readonly wasted: string;
  readonly lot: string;
}

export const EMPTY_COUNT: CountDraft = { drawn: "", given: "", wasted: "", lot: "" };

/** CH19. Three numbers, each typed; what does not add up is recorded and says so. IN3. */
export const countOf = ({ lot, ...typed }: CountDraft): Counted | undefined => {
  const [drawnMg, givenMg, wastedMg] = [mgOf(typed.drawn), mgOf(typed.given), mgOf(typed.wasted)];
  return drawnMg === undefined || givenMg === undefined || wastedMg === undefined
    ? undefined
    : { drawnMg, givenMg, wastedMg, package: lot.trim() === "" ? {} : { lot: lot.trim() } };
};

const mgOf = (text: string): number | undefined => {
  const typed = parseTyped(text, { decimals: 1, min: 0, max: 5000 });
  return typed.kind === "number" ? typed.value : undefined;
};
