import type { DoseFact } from "#shared/session/dose.ts";
import type { Order } from "#shared/session/session.ts";
import { treatmentWords } from "./treatmentWords.ts";

const { dose: words, order: orderWords } = treatmentWords;

/** One thing that was given, or that the pump did, as one line. */
export const doseFactWords = (fact: DoseFact): string => {
  switch (fact.kind) {
    case "start":
      return words.facts.start(fact.mg, fact.plannedMin);
    case "pause":
      return words.facts.pause(reasonWords(words.pauseReasons[fact.reason.code], fact.reason.text));
    case "resume":
      return words.facts.resume;
    case "rate":
      return words.facts.rate(fact.rateMlPerH, fact.remainingMin);
    case "end":
      return words.facts.end(fact.givenMg, reasonWords(words.endReasons[fact.reason.code], fact.reason.text));
    case "injection":
      return joined(words.facts.injection(fact.mg), fact.site && words.sites[fact.site].toLowerCase(), lotOf(fact));
    case "device":
      return joined(words.facts.device(fact.mg), lotOf(fact));
    case "devices-stopped":
      return words.facts["devices-stopped"](reasonWords(words.endReasons[fact.reason.code], fact.reason.text));
  }
};

export const reasonWords = (code: string, text: string | undefined): string => (text ? `${code}: ${text}` : code);

/** `35 mg (0.5 mg/kg, 70 kg) over 40 min`, `50 mg · second at most 40 mg, minute 10 to 30`, `84 mg`. */
export const orderLine = (order: Order): string => {
  switch (order.route) {
    case "iv":
      return `${orderWords.perKg(order.mg, order.mgPerKg, order.weightKg)} ${orderWords.over(order.minutes)}`;
    case "im": {
      const { mg, mgPerKg, weightKg, second } = order;
      const dose =
        mgPerKg === undefined || weightKg === undefined ? `${mg} mg` : orderWords.perKg(mg, mgPerKg, weightKg);
      return joined(dose, second && orderWords.secondLine(second.mgAtMost, second.fromMin, second.toMin));
    }
    case "nasal":
      return `${order.mg} mg`;
  }
};

const lotOf = ({ package: pack }: Extract<DoseFact, { kind: "injection" | "device" }>): string | undefined =>
  pack?.lot && words.lotNumber(pack.lot);

const joined = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(" · ");
