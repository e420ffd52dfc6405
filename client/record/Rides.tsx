import type { SessionRecord } from "#shared/wire/http.ts";
import { careWords } from "./careWords.ts";
import { Lines } from "./Lines.tsx";
import { rideLines } from "./rideLines.ts";
import { Section } from "./Section.tsx";

/** RC9. Every word about the ride, and everybody who was rung up for it. */
export const Rides = ({ record: { events, session } }: { readonly record: SessionRecord }) => {
  const lines = rideLines(events);
  if (lines.length === 0) return null;
  return (
    <Section title={careWords.ride.title}>
      <Lines lines={lines} zone={session.zone} />
    </Section>
  );
};
