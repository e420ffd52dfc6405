import { describe, expect, test } from "vitest";
import type { AlarmId, ClinicId, DeviceId, PersonId } from "#shared/base/ids.ts";
import type { Alarm } from "#shared/alarm/alarm.ts";
import type { Recorded } from "#shared/clinic/events.ts";
import { createDeliveries } from "#server/socket/deliveries.ts";
import { presenceOf, watches, watchingBeside, type Screen } from "#server/socket/presence.ts";

const CLINIC = "clinic" as ClinicId;
const CALL = "call" as AlarmId;

const screen = (
  device: string,
  seq: number,
  {
    audience = "care",
    at = 0,
    person = device,
  }: Partial<{ audience: Screen["audience"]; at: number; person: string }> = {},
): Screen => ({
  person: person as PersonId,
  device: device as DeviceId,
  audience,
  applied: { seq, unsent: 0, oldestUnsentS: 0 } as Screen["applied"],
  appliedAt: at,
});

describe("[CW1] who watches", () => {
  test("[CW1] a screen counts for ten seconds after it said what it has, and not a millisecond longer", () => {
    const ages = [0, 9_999, 10_000, 10_001];
    expect(ages.map((age) => watches(screen("tablet", 3, { at: 500 }), 500 + age))).toEqual([true, true, true, false]);
  });

  test("[CW1] one that has said nothing yet watches nothing", () => {
    const { applied: _, appliedAt: __, ...fresh } = screen("tablet", 3);
    expect(watches(fresh, 0)).toBe(false);
  });

  test("[CW1] chairs are shown to care and on a wall, not at the desk", () => {
    const audiences = ["care", "wall", "desk"] as const;
    expect(audiences.map((audience) => watches(screen("one", 3, { audience }), 0))).toEqual([true, true, false]);
  });

  test("[CW1] one's own device is nobody else's, and two pages of one device are one screen", () => {
    const screens = [
      screen("mine", 3),
      screen("wall", 3, { audience: "wall" }),
      screen("desk", 3, { audience: "desk" }),
    ];
    expect(watchingBeside("mine" as DeviceId, screens, 0)).toBe(1);
    expect(watchingBeside("mine" as DeviceId, [...screens, screen("wall", 3)], 0)).toBe(1);
    expect(watchingBeside("wall" as DeviceId, screens, 0)).toBe(1);
    expect(watchingBeside("mine" as DeviceId, [screen("mine", 3)], 0)).toBe(0);
  });
});

const alarm = (more: Partial<Alarm> = {}): Alarm =>
  ({ id: CALL, rule: "help", priority: "high", raisedAt: 0, raisedBy: "ana", ...more }) as Alarm;
const raised = (type: "alarm-raised" | "alarm-worsened", seq: number, device = "tablet"): Recorded =>
  ({ seq, device, event: { type, alarmId: CALL } }) as Recorded;

/** The call of seq 5 that came from the tablet. */
const called = () => {
  const deliveries = createDeliveries();
  deliveries.published(CLINIC, [raised("alarm-raised", 5)]);
  const of = (screens: readonly Screen[], one: Alarm | null = alarm(), seq = 5) =>
    deliveries.of({ id: CLINIC, seq, alarms: one ? { [CALL]: one } : {} }, screens)[0]?.screens;
  return { deliveries, of };
};

describe("[CW2] delivered", () => {
  test("[CW2] is a call to a screen that has applied the event which raised it, not one before", () => {
    const { of } = called();
    expect([of([screen("wall", 4)]), of([screen("wall", 5)])]).toEqual([0, 1]);
  });

  test("[CW2] the device that it came from does not count, whoever sits there; another device of the same person does", () => {
    const { of } = called();
    expect(of([screen("tablet", 9, { person: "ben" })])).toBe(0);
    expect(of([screen("station", 9, { person: "ana" })])).toBe(1);
  });

  test("[CW2] stays delivered when that screen is gone, and is counted once", () => {
    const { of } = called();
    of([screen("wall", 5), screen("wall", 6)]);
    expect([of([]), of([screen("station", 5)])]).toEqual([1, 2]);
  });

  test("[CW2] a worse one is delivered anew", () => {
    const { deliveries, of } = called();
    of([screen("wall", 5)]);
    deliveries.published(CLINIC, [raised("alarm-worsened", 8)]);
    expect([of([screen("wall", 7)]), of([screen("wall", 8)])]).toEqual([0, 1]);
  });

  test("[CW2] whoever has it, or whose condition is over, is asked for no more; passed on, it counts from where it was", () => {
    const { of } = called();
    of([screen("wall", 5)]);
    expect(of([], alarm({ accepted: { at: 1, by: "ana" as PersonId } }))).toBeUndefined();
    expect(of([], alarm({ settledAt: 1 }))).toBeUndefined();
    expect(of([])).toBe(1);
  });

  test("[CW2] a call that is over is forgotten, with or without an event of its own", () => {
    const { deliveries, of } = called();
    of([screen("wall", 5)]);
    of([], null); // ended with its session
    expect(of([screen("tablet", 5, { person: "ana" })])).toBe(0); // nothing is known of it any more
    deliveries.published(CLINIC, [
      { seq: 9, device: "tablet", event: { type: "alarm-cleared", alarmId: CALL } } as Recorded,
    ]);
    expect(of([])).toBe(0);
  });

  test("[CW2] of a call from before a restart the screens say what they have, and those of its caller do not count", () => {
    const fresh = createDeliveries();
    const of = (screens: readonly Screen[]) =>
      fresh.of({ id: CLINIC, seq: 7, alarms: { [CALL]: alarm() } }, screens)[0]?.screens;
    expect(of([screen("wall", 6)])).toBe(0);
    expect(of([screen("station", 7, { person: "ana" })])).toBe(0);
    expect(of([screen("wall", 7)])).toBe(1);
  });

  test("[CW2] a clinic that is not founded has nothing to deliver", () => {
    expect(createDeliveries().of({ seq: 0, alarms: {} }, [screen("wall", 0)])).toEqual([]);
  });

  test("[PR1] [CW2] presence carries it beside who is here", () => {
    const delivered = [{ alarmId: CALL, screens: 1 }];
    const told = presenceOf([screen("wall", 5, { audience: "wall" }), screen("tablet", 5)], delivered);
    expect(told).toEqual({ entering: [], displays: ["wall"], unsent: [], delivered });
  });
});
