import type { Medicines } from "#shared/session/session.ts";
import type * as z from "zod";

type Asked = Exclude<keyof z.infer<typeof Medicines>, "text">;

/** What was asked, ordered and cleared before the dose, in words. */
export const beforeWords = {
  title: "Before the dose",
  order: "Order",
  mg: (mg: number) => `${mg} mg`,
  perKg: (perKg: number, weight: number) => `(${perKg} mg/kg, ${weight} kg)`,
  over: (minutes: number) => `over ${minutes} min`,
  route: { iv: "IV", im: "IM", nasal: "nasal" },
  second: (mg: number, from: number, to: number) =>
    `a second injection of at most ${mg} mg, ${from} to ${to} min after the first`,
  kind: { signed: "signed", verbal: "verbal, read back" },
  cosigned: (name: string, when: string) => `co-signed by ${name}, ${when}`,
  notCosigned: (when: string) => `NOT co-signed yet: due ${when}`,
  confirmed: "unusual, looked at again",
  prescriber: (name: string) => `prescriber ${name}`,
  clearance: "Clearance",
  reminder: "No-driving reminder, sober",
  drove: { yes: "drove here", no: "did not drive here" },
  keys: {
    "no-car": "no car",
    "with-ride": "keys with the ride",
    "kept-by-clinic": "keys kept by the clinic",
    "with-patient": "keys with the patient",
  } as Readonly<Record<string, string>>,
  acknowledged: { yes: "acknowledged", no: "not acknowledged" },
  nothing: "Nothing was recorded before the dose.",
  answer: {
    done: "done",
    "reviewed-unchanged": "reviewed, unchanged",
    "not-done": "not done",
    "not-applicable": "not applicable",
  },
  since: (day: string) => `since ${day}`,
  medicines: "Medicines taken today",
  medicine: {
    benzodiazepine: "benzodiazepine",
    sedativeHypnotic: "sedative or hypnotic",
    opioid: "opioid",
    psychostimulant: "psychostimulant",
    maoi: "MAO inhibitor",
  } satisfies Record<Asked, string>,
  noMedicine: "none of those asked about",
};
