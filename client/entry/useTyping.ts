import { useEffect, useRef, useState, type RefObject } from "react";

import type { NotAssessedField } from "#shared/vitals/observation.ts";
import { fieldAfter, goesOn, typeInto, type Draft } from "./entryModel.ts";
import { excuseOf, type NumberField } from "./fields.ts";

interface TypingOptions {
  readonly draft: Draft;
  /** What is typed on this page of the sheet, in its order. */
  readonly numbers: readonly NumberField[];
  readonly required: readonly NotAssessedField[];
  readonly change: (change: (draft: Draft) => Draft) => void;
  /** Where the way goes on after the last number. */
  readonly scales: RefObject<HTMLDivElement | null>;
  readonly saveButton: RefObject<HTMLButtonElement | null>;
}

/** Where the digits go: the field that is typed into, and the way from one to the next. */
export const useTyping = ({ draft, numbers, required, change, scales, saveButton }: TypingOptions) => {
  const begin = numbers[0];
  const [active, setActive] = useState(begin);
  const inputs = useRef<Partial<Record<NumberField, HTMLInputElement>>>({});

  useEffect(() => {
    if (begin) inputs.current[begin]?.focus();
  }, [begin]);

  const register = (field: NumberField, input: HTMLInputElement | null): void => {
    if (!input) return;
    inputs.current[field] = input;
    input.toggleAttribute("data-autofocus", field === begin); // where the focus trap begins
  };
  const focus = (field: NumberField): void => {
    setActive(field);
    inputs.current[field]?.focus();
  };
  const next = (field: NumberField): void => {
    const following = fieldAfter(draft, field, numbers, required);
    if (following) return focus(following);
    setActive(undefined);
    (scales.current?.querySelector("input") ?? saveButton.current)?.focus();
  };
  /** EN2, EN3. "120/" and "120/80" go on as if Next had been tapped; a stroke that comes after the way has gone on is that stroke. */
  const type = (field: NumberField, text: string): void => {
    const lower = LOWER_OF[field];
    const [first = "", second] = lower ? text.split("/") : [LOWER.has(field) ? text.replace(/^\//, "") : text];
    change((one) =>
      lower && second ? typeInto(typeInto(one, field, first), lower, second) : typeInto(one, field, first),
    );
    if (lower && second !== undefined && first !== "") focus(lower);
    else if (text.length > draft.typed[field].length && goesOn(field, first)) next(field);
  };
  /** Brings the eye to what stands in the way. */
  const show = (field: string): void => {
    setActive(undefined);
    inputs.current[numbers.find((one) => one === field || excuseOf(one) === field) ?? "sbp"]?.focus();
  };
  return { active, activate: setActive, register, focus, next, type, show };
};

const LOWER_OF: Readonly<Partial<Record<NumberField, NumberField>>> = { sbp: "dbp", standingSbp: "standingDbp" };
const LOWER: ReadonlySet<NumberField> = new Set(["dbp", "standingDbp"]);
