import * as z from "zod";

/**
 * AC10. Free text, wherever it stands, is a field named `text` and nothing else is: that is how redaction finds it.
 * tests/rules/redact.test.ts holds every schema to it.
 */
export const FreeText = z.string().trim().min(1).max(2000);

/** A chip and, if wanted, a few words: five chips cover most reasons. Quick for the nurse, countable for the director. */
export const reasonOf = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z.strictObject({ code: z.enum(codes), text: FreeText.optional() });
