import { evidenceLines } from "#client/ui/evidence.ts";
import { CRITERION_TITLE } from "#client/ui/statusWords.ts";
import { clockTime } from "#shared/base/time.ts";
import type { SessionRecord } from "#shared/wire/http.ts";
import { judgedAtTheEnd } from "./recordModel.ts";
import { Section, Table } from "./Section.tsx";
import { usePrintedName } from "./usePrintedName.ts";
import { words } from "./words.ts";

/** RC3. The exit checks with their evidence, as they stood under the signature. */
export const Checks = ({ record: { events, session } }: { readonly record: SessionRecord }) => {
  const judged = judgedAtTheEnd(events);
  const name = usePrintedName();
  const when = (at: number): string => clockTime(at, session.zone);
  const aside = judged && `${words.criteria.when[judged.when]}, ${when(judged.at)}`;
  return (
    <Section title={words.criteria.title} aside={aside}>
      {!judged && <p>{words.criteria.none}</p>}
      {judged && (
        <Table label={words.criteria.title} columns={words.criteria.columns}>
          {judged.criteria.map(({ id, state, evidence }) => (
            <tr key={id}>
              <th scope="row">{CRITERION_TITLE[id]}</th>
              <td>{words.criteria.state[state]}</td>
              <td>
                {evidenceLines(evidence).map(({ key, text, observedAt, by }) => (
                  <small key={key}>{[text, when(observedAt), by && name(by)].filter(Boolean).join(" · ")}</small>
                ))}
              </td>
            </tr>
          ))}
        </Table>
      )}
      {session.fitLost.map(({ at, signedAt, criteria }) => (
        <p key={at}>
          {words.criteria.lost(when(signedAt), when(at), criteria.map((id) => CRITERION_TITLE[id]).join(", "))}
        </p>
      ))}
    </Section>
  );
};
