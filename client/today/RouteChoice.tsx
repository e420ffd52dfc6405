import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import type { Route } from "#shared/protocol/protocol.ts";
import { words } from "./words.ts";

interface RouteChoiceProps {
  readonly routes: readonly Route[];
  readonly planned?: Route | undefined;
  readonly value: Route | undefined;
  readonly onChange: (route: Route) => void;
  readonly problem?: string | undefined;
}

/** TD7. The routes of this clinic; nothing to choose where there is one. */
export const RouteChoice = ({ routes, planned, value, onChange, problem }: RouteChoiceProps) =>
  routes.length === 0 ? (
    <p role="status">{words.visit.noRoute}</p>
  ) : (
    <ChipPicker
      legend={words.visit.route}
      chips={routes.map((code) => ({
        code,
        word: code === planned ? `${words.route[code]} · ${words.checkIn.planned}` : words.route[code],
      }))}
      value={value}
      onChange={onChange}
      problem={problem}
    />
  );
