import { describe, expect, test } from "vitest";
import { calendarDay, dayAfter, dayInWords, HOUR, MINUTE } from "#shared/base/time.ts";
import { SHIPPED } from "#shared/protocol/shipped.ts";
import { restrictionFrom } from "#shared/recovery/restriction.ts";
import type { Restriction } from "#shared/session/session.ts";
import { drivingWords } from "#client/discharge/drivingWords.ts";
import { restrictionWords } from "#client/ui/restrictionWords.ts";
import { at, only } from "./scenario.ts";
import { countersign, drug, recoveredBy } from "./leavingSteps.ts";

const NEW_YORK = "America/New_York";
const spray = (iso: string, zone = NEW_YORK) => restrictionFrom(SHIPPED.nasal, Date.parse(iso), zone);
const next = (day: string) => ({ kind: "next-day", day });

describe("[RS3] after a spray: not today, tomorrow, as a day of the clinic's calendar", () => {
  test("[RS3] across midnight, to the millisecond", () => {
    expect(spray("2026-11-24T04:59:59.999Z")).toEqual(next("2026-11-24")); // Mon 23:59
    expect(spray("2026-11-24T05:00:00.000Z")).toEqual(next("2026-11-25")); // Tue 00:00
    expect(spray("2026-11-25T04:59:59.999Z")).toEqual(next("2026-11-25"));
  });

  const ends: readonly (readonly [string, string])[] = [
    ["2026-11-30T20:00Z", "2026-12-01"],
    ["2026-12-31T20:00Z", "2027-01-01"],
    ["2027-02-28T20:00Z", "2027-03-01"],
    ["2028-02-28T20:00Z", "2028-02-29"],
    ["2028-02-29T20:00Z", "2028-03-01"],
    ["2100-02-28T20:00Z", "2100-03-01"],
    ["2027-04-30T20:00Z", "2027-05-01"],
    ["2026-12-01T03:00Z", "2026-12-01"], // still the last of November in New York
  ];
  test.each(ends)("[RS3] end of a month, of a year, a leap day: %s", (left, day) =>
    expect(spray(left)).toEqual(next(day)),
  );

  test("[RS3] when the clocks change the next day is the next day", () => {
    expect(spray("2026-10-31T20:00Z")).toEqual(next("2026-11-01")); // back tonight
    expect(spray("2026-11-01T04:30Z")).toEqual(next("2026-11-02")); // the day of 25 hours: 00:30
    expect(spray("2026-11-02T04:59Z")).toEqual(next("2026-11-02")); // its last minute, 23:59
    expect(spray("2027-03-13T20:00Z")).toEqual(next("2027-03-14"));
    expect(spray("2027-03-14T05:30Z")).toEqual(next("2027-03-15")); // the day of 23 hours: 00:30
    expect(spray("2027-03-15T03:59Z")).toEqual(next("2027-03-15")); // its last minute, 23:59
    expect(spray("2027-04-03T15:15Z", "Australia/Lord_Howe")).toEqual(next("2027-04-05"));
  });

  test("[RS3] the clinic's zone says what today is", () => {
    const left = "2026-11-24T10:30Z";
    expect(spray(left, "Pacific/Kiritimati")).toEqual(next("2026-11-26")); // 00:30 on the 25th
    expect(spray(left, "Pacific/Auckland")).toEqual(next("2026-11-25"));
    expect(spray(left, "Asia/Kathmandu")).toEqual(next("2026-11-25"));
    expect(spray(left, "Pacific/Pago_Pago")).toEqual(next("2026-11-24")); // 23:30 on the 23rd
    expect(spray(left, "UTC")).toEqual(next("2026-11-25"));
  });

  test.each([NEW_YORK, "Europe/Dublin", "Australia/Lord_Howe", "Asia/Kolkata"])(
    "[RS3] all through a leap year in %s it is the day after the one on the wall, and none is left out",
    (zone) => {
      let last = dayAfter(Date.UTC(2028, 0, 1), zone);
      for (let left = Date.UTC(2028, 0, 1); left < Date.UTC(2029, 0, 1); left += 11 * HOUR + 30 * MINUTE) {
        const day = dayAfter(left, zone);
        expect(day > calendarDay(left, zone)).toBe(true);
        expect([0, 24 * HOUR]).toContain(Date.parse(day) - Date.parse(last));
        last = day;
      }
    },
  );

  test("[RS3] leaving after midnight is another tomorrow than leaving before it", () => {
    const clinic = recoveredBy("nasal");
    expect(clinic.restriction()).toEqual(next("2026-11-24"));
    expect(clinic.at(14 * 60, -1).restriction()).toEqual(next("2026-11-24")); // Mon 23:59:59
    expect(clinic.at(14 * 60).restriction()).toEqual(next("2026-11-25"));
  });
});

describe("[RS3] what else was given never shortens either", () => {
  test("[RS3] by vein it is the same 24 hours after a sedative that was given and waited for", () => {
    const plain = recoveredBy("iv");
    const sedated = recoveredBy("iv");
    drug(sedated, "midazolam", "iv", { at: at(5) });
    drug(sedated, "lorazepam", "oral", { at: at(6), id: "drug-0002" });
    for (const minute of [70, 130, 400])
      expect(sedated.at(minute).restriction()).toEqual(plain.at(minute).restriction());
    expect(plain.at(70).restriction()).toEqual({ kind: "until", until: at(26 * 60) });
  });

  test("[RS3] by spray it is the same day", () => {
    const clinic = recoveredBy("nasal");
    drug(clinic, "midazolam", "iv", { at: at(5) });
    expect(clinic.restriction()).toEqual(next("2026-11-24"));
  });

  test("[RS3] the hours are the protocol's, and a spray has none", () => {
    const hours = { ...SHIPPED.iv, restriction: { kind: "hours", hoursFromLeaving: 36 } } as const;
    expect(restrictionFrom(hours, at(0), NEW_YORK)).toEqual({ kind: "until", until: at(36 * 60) });
    expect(SHIPPED.nasal.restriction).toEqual({ kind: "next-day" });
    expect(SHIPPED.im.restriction).toEqual({ kind: "hours", hoursFromLeaving: 24 });
  });
});

describe("[RS3] in words it is a day and never a clock time", () => {
  test("[RS3] every day of a year, on every screen", () => {
    for (let left = Date.UTC(2028, 0, 1, 20); left < Date.UTC(2029, 0, 1); left += 24 * HOUR) {
      const restriction = restrictionFrom(SHIPPED.nasal, left, NEW_YORK);
      expect(JSON.stringify(restriction)).not.toMatch(/\d\d:\d\d|T\d|\d{10}/);
      for (const later of [false, true])
        for (const words of [
          restrictionWords(restriction, NEW_YORK, { later }),
          drivingWords(restriction, NEW_YORK, { later }),
        ]) {
          expect(words).not.toMatch(/\d:\d|\bo'clock\b|\b[ap]m\b|until/i);
          expect(words).toContain("after a full night's sleep");
        }
    }
  });

  test("[RS3] the day reads the same whatever the zone", () => {
    expect([dayInWords("2026-11-26"), dayInWords("2028-02-29"), dayInWords("2027-01-01")]).toEqual([
      "Thu 26 Nov",
      "Tue 29 Feb",
      "Fri 1 Jan",
    ]);
  });
});

describe("[LV4] the day that the patient hears is the day that is stored", () => {
  const door = (shown: Restriction, route: "iv" | "nasal" = "nasal") =>
    recoveredBy(route).answer("desk", { type: "acknowledge-door-reminder", shown, escort: "heard" }).rejected;
  const outOfDate = (restriction: object) => ({ reason: "reminder-out-of-date", restriction });

  test("[LV4] another day, or an hour instead of a day, is read again", () => {
    expect(door({ kind: "next-day", day: "2026-11-24" })).toBeUndefined();
    expect(door({ kind: "next-day", day: "2026-11-25" })).toEqual(outOfDate(next("2026-11-24")));
    expect(door({ kind: "until", until: at(26 * 60) })).toEqual(outOfDate(next("2026-11-24")));
  });

  test("[LV4] and a day instead of an hour", () => {
    const until = { kind: "until", until: at(26 * 60) } as const;
    expect(door(until, "iv")).toBeUndefined();
    expect(door({ kind: "next-day", day: "2026-11-24" }, "iv")).toEqual(outOfDate(until));
  });

  test("[LV4] when midnight turned between the reminder and the door, it is given again, and the paper too", () => {
    const clinic = recoveredBy("nasal").at(14 * 60 - 5);
    clinic.set();
    clinic.sign();
    countersign(clinic);
    clinic
      .ride()
      .belongings()
      .doorReminder()
      .handOut()
      .at(14 * 60 + 5);
    expect(clinic.discharge().rejected).toEqual(outOfDate(next("2026-11-25")));
    expect(clinic.doorReminder().discharge().rejected).toEqual({ reason: "hand-out-missing" });
    expect(only(clinic.handOut().discharge().events, "discharged").restriction).toEqual(next("2026-11-25"));
  });
});
