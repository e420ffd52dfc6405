import type * as z from "zod";
import { assert } from "#shared/base/assert.ts";
import { Command } from "#shared/clinic/commands.ts";
import type { Event, EventOf } from "#shared/clinic/events.ts";
import type { Rejection } from "#shared/clinic/rejection.ts";
import type { Values } from "#shared/vitals/observation.ts";

type WithSession<Wish> = Wish extends { sessionId: string } ? Omit<Wish, "sessionId"> & { sessionId?: string } : Wish;
/** A command as a test writes it: plain ids, and the one session unless it says otherwise. */
export type Wish = WithSession<z.input<typeof Command>>;
export type Answer =
  | { readonly events: readonly Event[]; readonly rejected?: undefined }
  | { readonly rejected: Rejection; readonly events: readonly Event[] };

export const takesSession = (type: Wish["type"]): boolean =>
  Command.options.some(({ shape }) => shape.type.value === type && "sessionId" in shape);

/** Without what is said to be undefined: a test takes a value out that way. */
export const known = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

export const found = <Value>(value: Value | undefined, name: string): Value => {
  assert(value !== undefined, `no ${name} in this scenario`);
  return value;
};

export const types = (events: readonly Event[]): readonly string[] => events.map(({ type }) => type);

export const only = <Type extends Event["type"]>(events: readonly Event[], type: Type): EventOf<Type> =>
  found(
    events.find((event): event is EventOf<Type> => event.type === type),
    type,
  );
