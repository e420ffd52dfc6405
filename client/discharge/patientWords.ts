import { dayAndTime, dayInWords, type Instant } from "#shared/base/time.ts";
import type { Restriction } from "#shared/session/session.ts";

export type Language = "en" | "es";

/** What may not be driven until when: what stands in large letters, and what is said before and after it. */
interface Driving {
  readonly before?: string;
  readonly large: string;
  readonly after?: string;
  readonly more: readonly string[];
}

/** What a patient or an escort reads, on the screen and on paper: the same words twice. P 8. */
export interface PatientWords {
  readonly driving: (restriction: Restriction, zone: string) => Driving;
  readonly also: readonly string[];
  readonly worried: (phone: string) => string;
  readonly emergency: string;
  readonly toEscort: (name: string) => string;
  readonly escortLabel: string;
  readonly thePatient: string;
  readonly title: string;
  readonly forName: (name: string) => string;
  readonly treatedOn: (at: Instant, zone: string) => string;
  readonly untilThen: string;
  readonly callIf: string;
  readonly callFor: readonly string[];
  readonly notes: string;
}

/** DC11. With an infusion or an injection until an hour; with the spray a night's sleep and no clock time. */
const driving =
  (
    until: (when: string) => { readonly before: string; readonly large: string },
    vehicles: readonly string[],
    tomorrow: { readonly large: string; readonly after: string; readonly is: (day: string) => string },
    inWords: (english: string) => string,
  ) =>
  (restriction: Restriction, zone: string): Driving =>
    restriction.kind === "until"
      ? { ...until(inWords(dayAndTime(restriction.until, zone))), more: vehicles }
      : {
          large: tomorrow.large,
          after: tomorrow.after,
          more: [tomorrow.is(inWords(dayInWords(restriction.day)))],
        };

const EN: PatientWords = {
  driving: driving(
    (when) => ({ before: "Do not drive until", large: `${when}.` }),
    ["Not a car, bike or scooter.", "Not even if you feel fine.", "Wait longer if you still feel different."],
    {
      large: "Do not drive today.",
      after: "You may drive tomorrow, only after a full night's sleep.",
      is: (day) => `Tomorrow is ${day}.`,
    },
    (english) => english,
  ),
  also: [
    "No alcohol, cannabis or sleeping pills unless we told you to.",
    "No big decisions.",
    "Don't look after children alone.",
  ],
  worried: (phone) => `Worried: ${phone}.`,
  emergency: "Emergency: 911.",
  toEscort: (name) =>
    `You are taking ${name} home. Please keep the car keys, and don't leave ${name} alone until settled.`,
  escortLabel: "For the person who takes you home",
  thePatient: "the patient",
  title: "Going home after your treatment",
  forName: (name) => `For ${name}`,
  treatedOn: (at, zone) => `Treated on ${day(at, zone)}`,
  untilThen: "Until then, no machines, swimming or heights either.",
  callIf: "Call us, or 911, for",
  callFor: [
    "severe headache",
    "chest pain",
    "trouble breathing",
    "confusion that does not pass",
    "vomiting that does not stop",
    "thoughts of harming yourself",
  ],
  notes: "Your next visit, and anything else",
};

const ES: PatientWords = {
  driving: driving(
    (when) => ({ before: "No maneje hasta el", large: `${when}.` }),
    ["Ni carro, ni bicicleta, ni scooter.", "Aunque se sienta bien.", "Espere más si todavía se siente diferente."],
    {
      large: "No maneje hoy.",
      after: "Puede manejar mañana, solo después de dormir bien toda la noche.",
      is: (tomorrow) => `Mañana es ${tomorrow}.`,
    },
    (english) => inSpanish(english),
  ),
  also: [
    "Nada de alcohol, cannabis ni pastillas para dormir, a menos que se lo hayamos indicado.",
    "No tome decisiones importantes.",
    "No cuide niños a solas.",
  ],
  worried: (phone) => `Si algo le preocupa: ${phone}.`,
  emergency: "Emergencia: 911.",
  toEscort: (name) =>
    `Usted lleva a ${name} a casa. Por favor guarde las llaves del carro y no deje a ${name} a solas hasta que se encuentre bien.`,
  escortLabel: "Para la persona que le lleva a casa",
  thePatient: "la persona",
  title: "De regreso a casa después de su tratamiento",
  forName: (name) => `Para ${name}`,
  treatedOn: (at, zone) => `Tratamiento del ${inSpanish(day(at, zone))}`,
  untilThen: "Hasta entonces, tampoco use máquinas, ni nade, ni suba a lugares altos.",
  callIf: "Llámenos, o llame al 911, si tiene",
  callFor: [
    "dolor de cabeza muy fuerte",
    "dolor de pecho",
    "dificultad para respirar",
    "confusión que no se le pasa",
    "vómito que no para",
    "pensamientos de hacerse daño",
  ],
  notes: "Su próxima cita, y cualquier otra cosa",
};

export const PATIENT_WORDS: Readonly<Record<Language, PatientWords>> = { en: EN, es: ES };

/** The sentence on paper, in one line. */
export const drivingLine = ({ before, large, after }: Driving): string =>
  [before, large, after].filter(Boolean).join(" ");

function day(at: Instant, zone: string): string {
  return dayAndTime(at, zone).split(",")[0] ?? "";
}

/** "Wed 26 Nov, 12:00" as "miércoles 26 de noviembre, 12:00". */
function inSpanish(english: string): string {
  return english.replace(
    /^(\w+) (\d+) (\w+)/,
    (_, weekday: string, date: string, month: string) =>
      `${WEEKDAYS[weekday] ?? weekday} ${date} de ${MONTHS[month] ?? month}`,
  );
}

const WEEKDAYS: Readonly<Record<string, string>> = {
  Mon: "lunes",
  Tue: "martes",
  Wed: "miércoles",
  Thu: "jueves",
  Fri: "viernes",
  Sat: "sábado",
  Sun: "domingo",
};
const MONTHS: Readonly<Record<string, string>> = {
  Jan: "enero",
  Feb: "febrero",
  Mar: "marzo",
  Apr: "abril",
  May: "mayo",
  Jun: "junio",
  Jul: "julio",
  Aug: "agosto",
  Sep: "septiembre",
  Oct: "octubre",
  Nov: "noviembre",
  Dec: "diciembre",
};
