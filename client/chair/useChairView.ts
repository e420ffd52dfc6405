import { useMemo } from "react";

import { useLive, useNow } from "#client/connection/LinkProvider.tsx";
import { useKeptHere } from "#client/entry/useWish.ts";
import { useClinic, usePlace } from "#client/store/ClinicProvider.tsx";
import type { ChairId } from "#shared/base/ids.ts";
import { SECOND, type Instant } from "#shared/base/time.ts";
import type { Clinic } from "#shared/clinic/clinic.ts";
import type { DoseFact } from "#shared/session/dose.ts";
import { findChair, t0Of, type ChairView } from "./chairModel.ts";

/** The chair with its session, or without one; undefined when there is no such chair. */
export const useChair = (chairId: ChairId) => {
  const clinic = useClinic(whole);
  const now = useNow(SECOND);
  const { state } = useLive();
  const live = state === "LIVE" || state === "DELAYED";
  const found = useMemo(() => findChair(clinic, chairId), [clinic, chairId]);
  return (
    found &&
    ("session" in found
      ? { chair: found.chair, view: { ...found, now, live } satisfies ChairView }
      : { chair: found.chair })
  );
};

const whole = (clinic: Clinic): Clinic => clinic;

/** CH2. Her own timers go on when the link does not, and say whose clock they follow. */
export const useOwnTimer = ({
  session,
  now,
  live,
}: ChairView): { readonly now: Instant; readonly t0: Instant | undefined; readonly tabletClock: boolean } => {
  const { me } = usePlace();
  const tablet = useNow(SECOND, { always: true });
  const kept = useKeptHere();
  const t0 = t0Of(
    session,
    kept.map(({ command }) => command),
  );
  const own =
    session.nurse === me.person.id ||
    session.doseFacts.some(({ kind, by }) => BEGINS.includes(kind) && by === me.person.id);
  const goesOn = !live && (own || (t0 !== undefined && session.doseFacts.length === 0));
  return { now: goesOn ? tablet : now, t0, tabletClock: goesOn };
};

const BEGINS: readonly DoseFact["kind"][] = ["start", "injection", "device"];
