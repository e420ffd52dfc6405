import { useMemo } from "react";

import { useLive } from "./connection/LinkProvider.tsx";
import { useClinic } from "./store/ClinicProvider.tsx";
import { CallCounts } from "./ui/CallCounts.tsx";

/** The open calls of the clinic by priority, for the header of every screen; what has settled only waits to be closed. */
export const OpenCalls = () => {
  const live = useLive();
  const alarms = useClinic((clinic) => clinic.alarms);
  const counts = useMemo(() => {
    const of = (priority: string) =>
      Object.values(alarms).filter((alarm) => alarm.priority === priority && alarm.settledAt === undefined).length;
    return { high: of("high"), medium: of("medium"), low: of("low") };
  }, [alarms]);
  return <CallCounts counts={counts} out={live.state === "NOT_LIVE" || live.state === "LOST"} />;
};
