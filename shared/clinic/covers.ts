import type { Clinic } from "./clinic.ts";
import type { Recorded } from "./events.ts";

type Covers = Clinic["covers"];

/** CV1. Asked, taken, handed back. Who asked is the nurse whose patients they are. */
export const evolveCovers = (covers: Covers, { event, at, by }: Recorded): Covers => {
  switch (event.type) {
    case "cover-asked":
      return by === "system"
        ? covers
        : {
            ...covers,
            [event.coverId]: { id: event.coverId, nurse: by, by: event.by, askedAt: at, until: event.until },
          };
    case "cover-taken": {
      const cover = covers[event.coverId];
      return cover ? { ...covers, [cover.id]: { ...cover, takenAt: at } } : covers;
    }
    case "cover-ended":
      return Object.fromEntries(Object.entries(covers).filter(([id]) => id !== event.coverId));
    default:
      return covers;
  }
};
