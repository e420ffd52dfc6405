import { OxygenName } from "#client/ui/OxygenName.tsx";
import { words } from "#client/words.ts";
import { clockTime } from "#shared/base/time.ts";
import type { Observation } from "#shared/vitals/observation.ts";
import type { RibbonModel } from "./ribbonModel.ts";
import { ribbonSummary, ribbonWords, sedationWord } from "./ribbonWords.ts";

interface RibbonTableProps {
  readonly model: RibbonModel;
  readonly staffName: (id: string) => string | undefined;
}

/** The same picture for who listens: a row an observation, an empty cell for what was not taken. */
export const RibbonTable = ({ model, staffName }: RibbonTableProps) => (
  <>
    <table>
      <caption>{ribbonSummary(model)}</caption>
      <thead>
        <tr>
          {ribbonWords.columns.map((column) => (
            <th key={column} scope="col">
              {column === words.value.oxygen ? <OxygenName /> : column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {model.observations.map((observation) => (
          <Row key={observation.id} observation={observation} zone={model.zone} name={staffName(observation.by)} />
        ))}
      </tbody>
    </table>
    <p>
      {ribbonWords.checks}:{" "}
      {model.dues.map(({ at, state }) => `${clockTime(at, model.zone)} ${ribbonWords.mark[state]}`).join(", ")}
    </p>
  </>
);

const Row = ({
  observation: { observedAt, values },
  zone,
  name,
}: {
  readonly observation: Observation;
  readonly zone: string;
  readonly name: string | undefined;
}) => (
  <tr>
    <th scope="row">{clockTime(observedAt, zone)}</th>
    <td>{values.sbp !== undefined && `${values.sbp}/${values.dbp}`}</td>
    <td>{values.hr}</td>
    <td>{values.spo2}</td>
    <td>{values.rr}</td>
    <td>{values.sedation !== undefined && sedationWord(values.sedation)}</td>
    <td>{values.dissociation}</td>
    <td>{values.distress}</td>
    <td>{name}</td>
  </tr>
);
