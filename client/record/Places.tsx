import { useClinic } from "#client/store/ClinicProvider.tsx";
import { chairName } from "#client/ui/statusWords.ts";
import { clockTime } from "#shared/base/time.ts";
import type { SessionRecord } from "#shared/wire/http.ts";
import { careWords } from "./careWords.ts";
import { Lines } from "./Lines.tsx";
import { placeRows, type Whereabouts } from "./placeRows.ts";
import { Section } from "./Section.tsx";
import { usePrintedName } from "./usePrintedName.ts";

const { place: words } = careWords;

/** RC9. Which chair, the restroom, and whose patient it was. */
export const Places = ({ record: { events, session } }: { readonly record: SessionRecord }) => {
  const chairs = useClinic((clinic) => clinic.chairs);
  const name = usePrintedName();
  const rows = placeRows(events);
  if (rows.length === 0) return null;
  const chair = (id: keyof typeof chairs): string => chairName(chairs[id]?.label ?? "?");
  const textOf = (what: Whereabouts, by: string): string => {
    switch (what.kind) {
      case "moved":
        return words.moved(chair(what.from), chair(what.to));
      case "away":
        return words.away[what.where];
      case "back":
        return words.back;
      case "taken-over":
        return words.takenOver(name(by));
      case "stayed":
        return words.stayed(clockTime(what.until, session.zone));
    }
  };
  const lines = rows.map(({ seq, at, by, what }) => ({
    key: String(seq),
    label: words.label[what.kind],
    text: textOf(what, by),
    at,
    by,
  }));
  return (
    <Section title={words.title}>
      <Lines lines={lines} zone={session.zone} />
    </Section>
  );
};
