import { useState } from "react";

import type { Entry } from "#client/entry/useEntry.ts";
import { Card } from "#client/ui/Card.tsx";
import { gateOf } from "#shared/session/gate.ts";
import type { GateItem } from "#shared/protocol/protocol.ts";
import type { ChairView } from "./chairModel.ts";
import { GateRow } from "./GateRow.tsx";
import { HistoryRow } from "./HistoryRow.tsx";
import { Hold } from "./Hold.tsx";
import { Look } from "./Look.tsx";
import { MedicinesRow } from "./MedicinesRow.tsx";
import { OnSiteRow } from "./OnSiteRow.tsx";
import styles from "./Preparation.module.css";
import { openFirst } from "./preparationModel.ts";
import { BaselineRow, OrderRow, SoberRow } from "./PreparationRows.tsx";
import { treatmentWords } from "./treatmentWords.ts";

const { preparation: words } = treatmentWords;

/** Everything between the door and the dose, each line done or open; nothing here ever blocks a start. */
export const Preparation = ({ view, entry }: { readonly view: ChairView; readonly entry: Entry }) => {
  const { clinic, session, protocol, now } = view;
  const { open, green, look } = gateOf(clinic, session, protocol, now);
  const hard = useOpenFirst(protocol.gate.hard, open);
  return (
    <Card
      title={
        <span id="preparation" tabIndex={-1}>
          {words.title}
        </span>
      }
      aside={green ? words.green : open.length > 0 ? words.open(open.length) : words.held}
    >
      <Hold view={view} entry={entry} />
      <Look view={view} look={look} />
      <ul className={styles["rows"]}>
        <OrderRow view={view} />
        <HistoryRow view={view} />
        {hard.map((item) => (
          <Item key={item} view={view} item={item} />
        ))}
        {protocol.gate.prescriberOnSite && <OnSiteRow view={view} />}
        <SoberRow view={view} />
        <BaselineRow entry={entry} open={open.includes("baseline")} />
        {protocol.gate.soft.map((item) => (
          <Item key={item} view={view} item={item} soft />
        ))}
      </ul>
    </Card>
  );
};

const Item = ({
  view,
  item,
  soft = false,
}: {
  readonly view: ChairView;
  readonly item: GateItem;
  readonly soft?: boolean;
}) =>
  item === "medicines" ? <MedicinesRow view={view} soft={soft} /> : <GateRow view={view} item={item} soft={soft} />;

/** CH12. Open ones first as the page is opened, and then in their places: a row must not move under a finger that taps twice. */
const useOpenFirst = (items: readonly GateItem[], open: readonly string[]): readonly GateItem[] => {
  const [first] = useState(() => openFirst(items, open));
  return first;
};
