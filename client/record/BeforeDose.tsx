import type { SessionRecord } from "#shared/wire/http.ts";
import { beforeLines } from "./beforeLines.ts";
import { beforeWords } from "./beforeWords.ts";
import { Lines } from "./Lines.tsx";
import { Section } from "./Section.tsx";
import { usePrintedName } from "./usePrintedName.ts";

/** What was asked, ordered and cleared before the dose. */
export const BeforeDose = ({ record: { session, protocol } }: { readonly record: SessionRecord }) => {
  const lines = beforeLines(session, protocol.protocol, usePrintedName());
  return (
    <Section title={beforeWords.title}>
      {lines.length === 0 ? <p>{beforeWords.nothing}</p> : <Lines lines={lines} zone={session.zone} />}
    </Section>
  );
};
