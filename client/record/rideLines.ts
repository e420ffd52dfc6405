import type { Recorded } from "#shared/clinic/events.ts";
import { RIDE_KIND } from "#shared/protocol/words.ts";
import type { Line } from "./beforeLines.ts";
import { careWords } from "./careWords.ts";
import { joined } from "./packageWords.ts";
import { plain } from "./recordModel.ts";

const { ride: words } = careWords;

/** RC9. The ride as it was recorded each time, and each call for it, in order. */
export const rideLines = (events: readonly Recorded[]): readonly Line[] =>
  events.flatMap(({ event, seq, at, by }): Line[] => {
    const stamp = { key: String(seq), at, by };
    if (event.type === "ride-recorded") {
      const { status, kind } = event.ride;
      return [{ ...stamp, label: words.label.ride, text: joined(plain(status), kind && RIDE_KIND[kind]) }];
    }
    if (event.type !== "ride-called") return [];
    return [{ ...stamp, label: words.label.called, text: `${words.to[event.to]}: ${words.answer[event.answer]}` }];
  });
