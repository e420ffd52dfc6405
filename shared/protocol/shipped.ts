import { IM_PROTOCOL } from "./im.ts";
import { IV_PROTOCOL } from "./iv.ts";
import { NASAL_PROTOCOL } from "./nasal.ts";
import type { Protocol, Route } from "./protocol.ts";

/** ST5. What a new clinic begins with, one for each route; proposals, all of them. */
export const SHIPPED: Readonly<Record<Route, Protocol>> = {
  iv: IV_PROTOCOL,
  im: IM_PROTOCOL,
  nasal: NASAL_PROTOCOL,
};
