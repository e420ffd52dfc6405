import { describe, expect, test } from "vitest";

import { judge, likelyValues, shown } from "#client/entry/entryJudge.ts";
import {
  choose,
  chooseLevel,
  couldNot,
  emptied,
  emptyDraft,
  goesOn,
  isComplete,
  typeInto,
  type Draft,
} from "#client/entry/entryModel.ts";
import { draftOf, enteredOf } from "#client/entry/entryValues.ts";
import type { NumberField } from "#client/entry/fields.ts";
import { asksOf, fieldsOf, filledIn, type Asks } from "#client/entry/sheetFields.ts";
import { CommandId, ObservationId, SessionId } from "#shared/base/ids.ts";
import { NASAL_PROTOCOL } from "#shared/protocol/nasal.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { requiredFields } from "#shared/session/decideObservation.ts";
import type { Session } from "#shared/session/session.ts";
import type { Sheet } from "#shared/vitals/observation.ts";
import { boardClinic, CALM } from "./boardClinic.ts";

const IDS = {
  sessionId: SessionId.parse("session-0001"),
  observationId: ObservationId.parse("observation-0001"),
  commandId: CommandId.parse("command-0001"),
};
const NONE: Asks = { required: [], optional: [], sedation: false, standing: false, open: [] };
const draft = (sheet: Sheet = "full"): Draft => emptyDraft(IDS, sheet);
const typed = (values: Partial<Record<NumberField, string>>, start = draft()): Draft =>
  Object.entries(values).reduce((next, [field, text]) => typeInto(next, field as NumberField, text), start);

/** A patient at the pump, 65 or older or not, or nobody knows. */
const dosing = (from65?: boolean) => {
  const clinic = boardClinic(1);
  clinic.dosing(1);
  const session: Session = { ...clinic.session(1), from65 };
  return { clinic, session, protocol: clinic.protocol() };
};
const required = (one: Draft, protocol?: Protocol) => {
  const at = dosing();
  const rules = protocol ?? at.protocol;
  const fields = fieldsOf(one, asksOf(at.session, rules, one.sheet, at.clinic.now()));
  return requiredFields(at.session, rules, { sheet: one.sheet, values: likelyValues(one, fields) });
};

describe("breaths", () => {
  test("[EN17] are asked for once the sedation that was tapped is drowsy, and not while it is awake", () => {
    expect(required(chooseLevel(draft(), "sedation", 5))).not.toContain("rr");
    expect(required(chooseLevel(draft(), "sedation", 4))).toContain("rr");
  });

  test("[EN17] are asked for at a low SpO2, and half a number asks for nothing", () => {
    const at = (spo2: string) => required(typed({ spo2 })).includes("rr");
    expect([at("9"), at("93"), at("94")]).toEqual([false, true, false]);
  });

  test("[EN17] stand on the exit sheet and are asked for there; could not is enough", () => {
    const { session, protocol, clinic } = dosing(false);
    const fields = fieldsOf(draft("exit"), asksOf(session, protocol, "exit", clinic.now()));
    expect(fields.main).toEqual({ numbers: ["rr"], scales: [], choices: ["orientation", "gait"] });
    const walked = choose(choose(draft("exit"), "orientation", "oriented"), "gait", "as-on-arrival");
    const missing = (one: Draft) => judge(one, fields, protocol.required.exit).refusals.map(({ field }) => field);
    expect(missing(walked)).toEqual(["rr"]);
    expect(missing(couldNot(walked, "rr", "declined"))).toEqual([]);
    expect(enteredOf(couldNot(walked, "rr", "declined"), 7, fields)).toEqual({
      sheet: "exit",
      observedAt: 7,
      values: { orientation: "oriented", gait: "as-on-arrival" },
      notAssessed: [{ field: "rr", why: "declined" }],
    });
  });
});

describe("behind more", () => {
  test("[EN18] oxygen, position, cuff, source and vomiting are reachable on every protocol, and nothing else is in the way", () => {
    expect(fieldsOf(draft(), NONE).more).toEqual({
      numbers: ["vomitCount"],
      scales: [],
      choices: ["oxygen", "position", "cuff", "hrFrom"],
    });
    expect(fieldsOf(draft("look-in"), NONE).more).toEqual({ numbers: [], scales: [], choices: [] });
  });

  test("[EN18] air is said by a tap; oxygen asks how much and by what, and both go with it", () => {
    const fields = (one: Draft) => fieldsOf(one, NONE);
    const entered = (one: Draft) => enteredOf(one, 0, fields(one)).values;
    const air = choose(draft(), "oxygen", "air");
    expect(entered(air)).toEqual({ oxygen: { on: false } });
    const on = choose(typed({ litresPerMin: "2,5" }, choose(draft(), "oxygen", "oxygen")), "oxygenBy", "nasal-prongs");
    expect(fields(on).more.numbers).toEqual(["vomitCount", "litresPerMin"]);
    expect(entered(on)).toEqual({ oxygen: { on: true, litresPerMin: 2.5, by: "nasal-prongs" } });
    expect(entered(choose(on, "oxygen", undefined))).toEqual({});
    expect(filledIn(on, fields(on).more)).toBe(3);
  });

  test("[EN18] a flow or a count that cannot be is refused at its field", () => {
    const on = typed({ litresPerMin: "61", vomitCount: "2.5" }, choose(draft(), "oxygen", "oxygen"));
    const { refusals } = judge(on, fieldsOf(on, NONE), []);
    expect(refusals.map(({ kind, field }) => `${kind} ${field}`)).toEqual([
      "not-a-number vomitCount",
      "not-a-number litresPerMin",
    ]);
  });

  test("[EN19] what the clinic switched on stands there, in order; a standing pressure when leaving asks for one", () => {
    const asks: Asks = { ...NONE, optional: ["suicidality", "nausea", "temp", "map", "cadss6"], standing: true };
    expect(fieldsOf(draft(), asks).more).toMatchObject({
      numbers: ["map", "standingSbp", "standingDbp", "temp", "cadss6", "vomitCount"],
      scales: ["nausea"],
      choices: ["suicidality", "oxygen", "position", "cuff", "hrFrom"],
    });
    expect(fieldsOf(draft("bp"), asks).more.numbers).toEqual(["map", "standingSbp", "standingDbp"]);
  });

  test("[EN19] a standing pressure is asked for by age, and by nobody whose age is known and below it", () => {
    const standing = (from65: boolean | undefined) => {
      const { session, protocol, clinic } = dosing(from65);
      return asksOf(session, protocol, "exit", clinic.now()).standing;
    };
    expect([standing(true), standing(undefined), standing(false)]).toEqual([true, true, false]);
  });

  test("[EN19] what a protocol requires is always on its sheet, and could not is said once for both of a pressure", () => {
    const asks: Asks = { ...NONE, required: ["bp", "hr", "standingSbp", "standingDbp", "nausea"] };
    expect(fieldsOf(draft("bp"), asks).main.numbers).toEqual(["sbp", "dbp", "hr", "standingSbp", "standingDbp"]);
    const fields = fieldsOf(draft(), asks);
    expect(fields.more.scales).toEqual(["nausea"]);
    const excused = couldNot(typed({ standingSbp: "120" }), "standingSbp", "declined");
    expect(enteredOf(excused, 0, fields)).toMatchObject({
      values: {},
      notAssessed: [
        { field: "standingSbp", why: "declined" },
        { field: "standingDbp", why: "declined" },
      ],
    });
    expect(enteredOf(typed({ standingDbp: "70" }, excused), 0, fields).notAssessed).toBeUndefined();
  });

  test("[EN19] a temperature has one decimal: complete with it, with a point or a comma, and judged once it is", () => {
    expect(["3", "36", "36.", "36.8", "36,8"].map((text) => isComplete("temp", text))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
    expect([goesOn("temp", "36.8"), goesOn("temp", "29.9")]).toEqual([true, false]);
    const one = typed({ temp: "36.85" });
    const fields = fieldsOf(one, { ...NONE, optional: ["temp"] });
    const found = judge(one, fields, []);
    expect(found.refusals).toMatchObject([{ kind: "not-whole", field: "temp" }]);
    expect(shown(found, one, "temp").refusals).toEqual([]);
  });

  test("[EN16] a correction keeps what no form shows and what nobody asks for now", () => {
    const values = {
      temp: 37.2,
      pain: 3,
      cadssItems: { "1": 2 },
      rrCountedS: 30 as const,
      oxygen: { on: true, litresPerMin: 4 },
      vomitCount: 1,
      cuff: "wrist" as const,
    };
    const one: Draft = {
      ...draftOf(IDS, { sheet: "full", observedAt: 5, values }),
      correcting: { id: IDS.observationId, observedAt: 5, reason: { code: "typing-slip" } },
    };
    expect(enteredOf(one, 5, fieldsOf(one, NONE)).values).toEqual(values);
  });
});

describe("sedation", () => {
  test("[EN20] a look-in offers it where the schedule or a close look asks for it", () => {
    const { clinic, session, protocol } = dosing();
    const offered = (rules: Protocol, one = session) =>
      fieldsOf(draft("look-in"), asksOf(one, rules, "look-in", clinic.now())).main.scales;
    expect(offered(protocol)).toEqual([]);
    expect(offered(NASAL_PROTOCOL)).toEqual(["sedation"]);
    for (const sedation of [4, 3]) clinic.observe(1, { ...CALM, sedation });
    clinic.wait(1);
    expect(offered(protocol, clinic.session(1))).toEqual(["sedation"]);
  });

  test("[EN20] the word and the look are one entry: two taps", () => {
    const tapped = { ...chooseLevel(draft("look-in"), "sedation", 4), seen: "resting-breathing" as const };
    const fields = fieldsOf(tapped, { ...NONE, sedation: true });
    expect(judge(tapped, fields, []).refusals).toEqual([]);
    expect(enteredOf(tapped, 0, fields).values).toEqual({ sedation: 4, seen: "resting-breathing" });
  });

  test("[EN21] two levels deeper than last time is asked once, inline, and again when it changes", () => {
    const fields = fieldsOf(draft(), NONE);
    const asked = (one: Draft, sedation?: number) =>
      judge(one, fields, [], { sedation }).questions.map(({ field, value, high }) => ({ field, value, high }));
    const deep = chooseLevel(draft(), "sedation", 2);
    expect(asked(deep, 4)).toEqual([{ field: "sedation-drop", value: 2, high: 4 }]);
    expect(asked(deep, 3)).toEqual([]);
    expect(asked(deep)).toEqual([]);
    const sure: Draft = { ...deep, confirmed: ["sedation-drop"] };
    expect(asked(sure, 4)).toEqual([]);
    expect(asked(chooseLevel(sure, "sedation", 1), 4)).toHaveLength(1);
    expect(emptied(deep, ["sedation"]).levels).toEqual({});
  });

  test("[EN7] could not holds for a level, and a level takes it back", () => {
    const fields = fieldsOf(draft(), NONE);
    const excused = couldNot(chooseLevel(draft(), "sedation", 5), "sedation", "asleep");
    expect(enteredOf(excused, 0, fields)).toMatchObject({
      values: {},
      notAssessed: [{ field: "sedation", why: "asleep" }],
    });
    expect(enteredOf(chooseLevel(excused, "sedation", 4), 0, fields).notAssessed).toBeUndefined();
  });
});
