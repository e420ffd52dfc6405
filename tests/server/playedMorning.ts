import type { PersonId } from "#shared/base/ids.ts";
import { MINUTE, SECOND } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { Event, EventOf } from "#shared/clinic/events.ts";
import { PATIENTS } from "#server/demo/cast.ts";
import { morning } from "#server/demo/morning.ts";
import { id, pureClinic } from "./pureClinic.ts";

const PEOPLE = { ana: "nurse", ben: "nurse", dana: "clinician", eli: "desk", mira: "director" } as const;

export interface Happened {
  readonly minute: number;
  readonly who: string;
  readonly event: Event;
}

export interface Played {
  readonly refused: readonly string[];
  readonly wished: ReadonlySet<string>;
  readonly events: readonly Happened[];
  readonly clinic: Clinic;
}

/** The demo's morning through the rules alone, the server's own look at the clock every half minute; whoever is missing does not come. */
export const playMorning = (begins: number, { patients = PATIENTS.length, chairs = 6 } = {}): Played => {
  const { clinic, chairs: places, send, patient } = pureClinic(chairs, PEOPLE, begins - MINUTE);
  const person = (who: string) => id<PersonId>(who);
  const cast = {
    patients: Array.from({ length: patients }, (_, n) => patient(n)),
    chairs: places,
    dana: person("dana"),
    nurses: { ana: person("ana"), ben: person("ben") },
  };
  const refused: string[] = [];
  const wished = new Set<string>();
  const events: Happened[] = [];
  const happened = (minute: number, who: string, what: readonly Event[]): void =>
    void events.push(...what.map((event) => ({ minute, who, event })));
  let looked = begins;
  for (const { minute, who, command } of morning(cast, begins)) {
    const now = begins + minute * MINUTE;
    for (; looked <= now; looked += 30 * SECOND)
      happened((looked - begins) / MINUTE, "system", send("system", { type: "raise-timed-alarms" }, looked).events);
    const wish = command(clinic(), now);
    if (!wish) continue;
    wished.add(wish.type);
    const answer = send(who, wish, now);
    if (answer.rejected) refused.push(`minute ${minute}, ${who}, ${wish.type}: ${JSON.stringify(answer.rejected)}`);
    happened(minute, who, answer.events);
  }
  return { refused, wished, events, clinic: clinic() };
};

export const ofType = <Type extends Event["type"]>(events: readonly Happened[], type: Type): readonly EventOf<Type>[] =>
  events.flatMap(({ event }) => (isOf(event, type) ? [event] : []));

const isOf = <Type extends Event["type"]>(event: Event, type: Type): event is EventOf<Type> => event.type === type;
