/** Milliseconds on the link clock: monotonic, started with the page, never set by anybody. */
export type LinkTime = number;

/** A sleep or a set clock is noticed when the two clocks of the machine disagree by more than this. */
export const WAKE_SLIP_MS = 2_000;

/** The two clocks of the machine. Only here are the real ones read; tests pass their own. */
export interface MachineClocks {
  readonly link: () => LinkTime;
  readonly wall: () => number;
}

export const machineClocks: MachineClocks = {
  link: () => performance.now(),
  wall: () => Date.now(),
};

/** By how much the wall clock ran away from the link clock since it was last asked; beyond the slip it means sleep. */
export const createSlipWatch = ({ link, wall }: MachineClocks): (() => number) => {
  let last = { link: link(), wall: wall() };
  return () => {
    const next = { link: link(), wall: wall() };
    const slip = next.wall - last.wall - (next.link - last.link);
    last = next;
    return slip;
  };
};
