import { useMemo } from "react";

import { useDirectory } from "#client/store/ClinicProvider.tsx";
import { Card } from "#client/ui/Card.tsx";
import { Ribbon } from "#client/ui/ribbon/Ribbon.tsx";
import { ribbonModel } from "#client/ui/ribbon/ribbonModel.ts";
import type { ObservationId } from "#shared/base/ids.ts";
import type { ChairView } from "./chairModel.ts";
import { Vitals } from "./Vitals.tsx";
import { chairWords } from "./words.ts";

interface PictureProps {
  readonly view: ChairView;
  readonly selected: ObservationId | undefined;
  readonly select: (id: ObservationId) => void;
}

/** The ribbon as a chart, and the newest of each value under it. */
export const Picture = ({ view: { session, protocol, now, ...view }, selected, select }: PictureProps) => {
  const directory = useDirectory();
  const model = useMemo(() => ribbonModel(session, protocol, now), [session, protocol, now]);
  return (
    <Card title={chairWords.vitals.title}>
      <Vitals view={{ session, protocol, now, ...view }} />
      <Ribbon
        model={model}
        size="chart"
        selected={selected}
        onSelect={select}
        staffName={(id) => directory.staff(id)}
      />
    </Card>
  );
};
