import { useEffect, useRef, useState, type RefObject } from "react";

import type { NotAssessedField } from "#shared/vitals/observation.ts";
import { fieldAfter, goesOn, NUMBERS, typeInto, type Draft, type NumberField } from "./entryModel.ts";

interface TypingOptions {
  readonly draft: Draft;
  readonly required: readonly NotAssessedField[];
  readonly change: (change: (draft: Draft) => Draft) => void;
  /** Where the way goes on after the last number. */
  readonly scales: RefObject<HTMLDivElement | null>;
  readonly saveButton: RefObject<HTMLButtonElement | null>;
}

/** Where the digits go: the field that is typed into, and the way from one to the next. */
export const useTyping = ({ draft, required, change, scales, saveButton }: TypingOptions) => {
  const begin = NUMBERS[draft.sheet][0];
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
    const following = fieldAfter(draft, field, required);
    if (following) return focus(following);
    setActive(undefined);
    (scales.current?.querySelector("input") ?? saveButton.current)?.focus();
  };
  /** EN2, EN3. "120/" and "120/80" go on as if Next had been tapped; a stroke that comes after the way has gone on is that stroke. */
  const type = (field: NumberField, text: string): void => {
    const [first = "", second] = field === "sbp" ? text.split("/") : [field === "dbp" ? text.replace(/^\//, "") : text];
    change((one) => (second ? typeInto(typeInto(one, "sbp", first), "dbp", second) : typeInto(one, field, first)));
    if (second !== undefined && first !== "") focus("dbp");
    else if (text.length > draft.typed[field].length && goesOn(field, first)) next(field);
  };
  /** Brings the eye to what stands in the way. */
  const show = (field: string): void => {
    setActive(undefined);
    inputs.current[field === "bp" ? "sbp" : (field as NumberField)]?.focus();
  };
  return { active, activate: setActive, register, focus, next, type, show };
};
