import { CLOSING } from "./closing.ts";
import { MIDDLE } from "./middle.ts";
import { OPENING } from "./opening.ts";
import type { Step } from "./step.ts";

export const STEPS: readonly Step[] = [...OPENING, ...MIDDLE, ...CLOSING];
