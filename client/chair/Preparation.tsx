import { useState } from "react";

import type { Entry } from "#client/entry/useEntry.ts";
import { useDirectory } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { Card } from "#client/ui/Card.tsx";
import { clockTime } from "#shared/base/time.ts";
import { gateOf } from "#shared/session/gate.ts";
import { HARD_GATE } from "#shared/session/session.ts";
import type { ChairView } from "./chairModel.ts";
import { GateRow } from "./GateRow.tsx";
import { Hold } from "./Hold.tsx";
import { OrderForm } from "./OrderForm.tsx";
import { byAt, staffName } from "./personWords.ts";
import styles from "./Preparation.module.css";
import { Row } from "./Row.tsx";
import { SoberReminder } from "./SoberReminder.tsx";
import { treatmentWords } from "./treatmentWords.ts";

const { preparation: words, order: orderWords, sober } = treatmentWords;

/** Everything between the door and the pump, each line done or open; nothing here ever blocks a start. */
export const Preparation = ({ view, entry }: { readonly view: ChairView; readonly entry: Entry }) => {
  const { session, protocol } = view;
  const { open, green } = gateOf(session, protocol);
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
      <ul className={styles["rows"]}>
        <OrderRow view={view} />
        {HARD_GATE.map((item) => (
          <GateRow key={item} view={view} item={item} />
        ))}
        <GateRow view={view} item="fasting" />
        <GateRow view={view} item="emergency-kit" />
        <SoberRow view={view} />
        <BaselineRow view={view} entry={entry} open={open.includes("baseline")} />
      </ul>
    </Card>
  );
};

const OrderRow = ({ view }: { readonly view: ChairView }) => {
  const [open, setOpen] = useState(false);
  const directory = useDirectory();
  const order = view.session.orders.at(-1);
  return (
    <Row
      name={words.items.order}
      done={order !== undefined}
      facts={
        order &&
        `${orderWords.line(order.mg, order.mgPerKg, order.weightKg, order.minutes)} · ${orderWords.by(orderWords[order.kind], staffName(directory, order.prescriber), clockTime(order.at, view.zone))}`
      }
    >
      <Action aria-expanded={open} onClick={() => setOpen(!open)}>
        {order ? orderWords.change : orderWords.enter}
      </Action>
      {open && <OrderForm view={view} done={() => setOpen(false)} />}
    </Row>
  );
};

const SoberRow = ({ view }: { readonly view: ChairView }) => {
  const [open, setOpen] = useState(false);
  const directory = useDirectory();
  const given = view.session.soberReminder;
  return (
    <Row
      name={words.items["sober-reminder"]}
      done={given?.acknowledged === true}
      facts={given?.acknowledged && sober.given(...byAt(directory, given, view.zone))}
    >
      <Action aria-expanded={open} onClick={() => setOpen(!open)}>
        {sober.read}
      </Action>
      {open && <SoberReminder view={view} done={() => setOpen(false)} />}
    </Row>
  );
};

const BaselineRow = ({ entry, open }: { readonly view: ChairView; readonly entry: Entry; readonly open: boolean }) => (
  <Row name={words.items.baseline} done={!open} facts={!open && words.baseline.taken}>
    <Action onClick={() => entry.open("full")}>{words.baseline.record}</Action>
  </Row>
);
