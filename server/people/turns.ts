/** Too many wait already; nothing was done. */
export class TooBusy extends Error {
  override readonly name = "TooBusy";
}

export interface Bounds {
  readonly atOnce: number;
  readonly waiting: number;
}

/** Runs what it is given in order, never more than `atOnce`; when `waiting` others wait, the next is turned away. */
export const turns = ({ atOnce, waiting }: Bounds) => {
  let running = 0;
  const queue: (() => void)[] = [];

  const enter = async (): Promise<void> => {
    if (running < atOnce) return void (running += 1);
    if (queue.length >= waiting) throw new TooBusy("too many wait");
    await new Promise<void>((go) => queue.push(go));
  };
  /** The place is handed on, not given back: otherwise a newcomer could slip in between. */
  const leave = (): void => {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  };

  return async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
};

/** Busy is an answer; anything else that went wrong is not. */
export const busyOrBroken = (error: unknown): "busy" => {
  if (error instanceof TooBusy) return "busy";
  throw error;
};
