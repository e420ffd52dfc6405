import { atLeast, criticalHigh, type Pressure } from "#shared/protocol/pressure.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { oxygenLimits } from "#shared/protocol/altitude.ts";
import { baseline } from "#shared/session/current.ts";
import { t0Of } from "#shared/session/dose.ts";
import type { Session } from "#shared/session/session.ts";
import { interpret } from "#shared/vitals/interpret.ts";

interface Patient {
  readonly session: Session;
  readonly protocol: Protocol;
}

/** RD9. Below 160/100, or not more than a fifth above this patient's own; critical is never good, high or low. */
export const goodPressure = ({ session, protocol }: Patient, pressure: Pressure): boolean => {
  const { exit, limits } = protocol;
  const rise = 1 + exit.bpOverBaselinePercent / 100;
  const fits = (field: "sbp" | "dbp"): boolean => {
    const from = baseline(session, t0Of(session.doseFacts), field);
    const low = interpret(pressure[field], limits[field]) === "critically-low";
    return !low && (pressure[field] < exit.bpWithin[field] || (from !== undefined && pressure[field] <= from * rise));
  };
  return !atLeast(pressure, criticalHigh(protocol)) && fits("sbp") && fits("dbp");
};

export const goodHeartRate = ({ protocol: { exit } }: Patient, hr: number): boolean =>
  hr >= exit.hr[0] && hr <= exit.hr[1];

/** OV3. Whatever a clinic has set, nobody goes home with 91 or less. C 5.2 [D]. */
export const NEVER_GOOD = 91;

/** RD9. At least 94, or this patient's own baseline; a resident of the clinic's altitude has lower floors. Critical is never good. */
export const goodOxygen = ({ session, protocol }: Patient, spo2: number): boolean => {
  const { limits, lowerBy } = oxygenLimits(protocol, session);
  const floor = protocol.exit.spo2AtLeast - lowerBy;
  return (
    spo2 > NEVER_GOOD - lowerBy &&
    interpret(spo2, limits) !== "critically-low" &&
    spo2 >= Math.min(floor, baseline(session, t0Of(session.doseFacts), "spo2") ?? floor)
  );
};
