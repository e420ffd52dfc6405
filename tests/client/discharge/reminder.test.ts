import { expect, test } from "vitest";

import { restrictionNow, wayOutOf } from "#client/discharge/dischargeModel.ts";
import { drivingWords } from "#client/discharge/drivingWords.ts";
import { drivingLine, PATIENT_WORDS } from "#client/discharge/patientWords.ts";
import { laterOf } from "#client/discharge/restrictions.ts";
import { assert } from "#shared/base/assert.ts";
import type { SessionId } from "#shared/base/ids.ts";
import type { Restriction } from "#shared/session/session.ts";
import { clinicDay, ZONE } from "#tests/client/discharge/day.ts";

const UNTIL: Restriction = { kind: "until", until: Date.UTC(2026, 10, 26, 17, 0) };
const NEXT_DAY: Restriction = { kind: "next-day", day: "2026-11-26" };
const line = (language: "en" | "es", restriction: Restriction): string =>
  drivingLine(PATIENT_WORDS[language].driving(restriction, ZONE));
const more = (language: "en" | "es", restriction: Restriction): string =>
  PATIENT_WORDS[language].driving(restriction, ZONE).more.join(" ");

const wayOut = (day: ReturnType<typeof clinicDay>, sessionId: SessionId) => {
  const session = day.clinic().sessions[sessionId];
  const found = session && wayOutOf(day.clinic(), session, day.now());
  assert(found !== undefined, "no such session");
  return found;
};

test("[DC11] after an infusion or an injection the page names the hour, in the words of the practice", () => {
  expect(`${line("en", UNTIL)} ${more("en", UNTIL)}`).toBe(
    "Do not drive until Thu 26 Nov, 12:00. Not a car, bike or scooter. Not even if you feel fine. Wait longer if you still feel different.",
  );
});

test("[DC11] after the spray there is a night's sleep and no clock time", () => {
  expect(line("en", NEXT_DAY)).toBe("Do not drive today. You may drive tomorrow, only after a full night's sleep.");
  expect(more("en", NEXT_DAY)).toBe("Tomorrow is Thu 26 Nov.");
  for (const language of ["en", "es"] as const)
    expect(`${line(language, NEXT_DAY)} ${more(language, NEXT_DAY)}`).not.toMatch(/\d:\d/);
  expect(drivingWords(NEXT_DAY, ZONE)).toBe("Driving only tomorrow, Thu 26 Nov, after a full night's sleep");
});

test("[DC11] the page in Spanish says the same, days and months too", () => {
  expect(line("es", UNTIL)).toBe("No maneje hasta el jueves 26 de noviembre, 12:00.");
  expect(line("es", NEXT_DAY)).toBe("No maneje hoy. Puede manejar mañana, solo después de dormir bien toda la noche.");
  expect(more("es", NEXT_DAY)).toBe("Mañana es jueves 26 de noviembre.");
  expect(PATIENT_WORDS.es.treatedOn(Date.UTC(2026, 0, 5, 15, 0), ZONE)).toBe("Tratamiento del lunes 5 de enero");
  expect(PATIENT_WORDS.es.callFor).toHaveLength(PATIENT_WORDS.en.callFor.length);
  expect(PATIENT_WORDS.es.also).toHaveLength(PATIENT_WORDS.en.also.length);
});

test("[DC11] with the spray no hour makes the reminder old; midnight does", () => {
  const day = clinicDay();
  const sessionId = day.sprayed("pat-a", "chair-1");
  const { session, protocol } = wayOut(day, sessionId);
  const shown = restrictionNow({ session, protocol }, day.now());
  expect(shown).toEqual({ kind: "next-day", day: "2026-11-25" });
  day.run({ type: "acknowledge-door-reminder", sessionId, shown, escort: "heard" });
  day.run({ type: "give-hand-out", sessionId, language: "es" });
  const states = () =>
    wayOut(day, sessionId)
      .steps.slice(3, 5)
      .map(({ state }) => state);
  day.pass(9 * 60);
  expect(states()).toEqual(["done", "done"]);
  day.pass(5 * 60);
  expect(states()).toEqual(["again", "again"]);
});

test("[DC11] when the server knows of a later hour or day than this screen, that is what stands there", () => {
  const later: Restriction = { kind: "until", until: UNTIL.kind === "until" ? UNTIL.until + 3_600_000 : 0 };
  expect(laterOf(UNTIL, undefined)).toBe(UNTIL);
  expect(laterOf(UNTIL, later)).toBe(later);
  expect(laterOf(later, UNTIL)).toBe(later);
  const tomorrow: Restriction = { kind: "next-day", day: "2026-11-27" };
  expect(laterOf(NEXT_DAY, tomorrow)).toBe(tomorrow);
});
