import { useState } from "react";

import type { Entry } from "#client/entry/useEntry.ts";
import { useDirectory } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { clockTime, dayAndTime } from "#shared/base/time.ts";
import { unsignedOf } from "#shared/session/cosign.ts";
import type { Session } from "#shared/session/session.ts";
import type { ChairView } from "./chairModel.ts";
import { orderLine } from "./doseWords.ts";
import { OrderForm } from "./OrderForm.tsx";
import { byAt, staffName } from "./personWords.ts";
import { Row } from "./Row.tsx";
import { SoberReminder } from "./SoberReminder.tsx";
import { treatmentWords } from "./treatmentWords.ts";

const { preparation: words, order: orderWords, sober } = treatmentWords;

export const OrderRow = ({ view }: { readonly view: ChairView }) => {
  const [open, setOpen] = useState(false);
  const placed = view.session.orders.at(-1);
  return (
    <Row
      name={words.items.order}
      done={placed !== undefined}
      facts={placed && <PlacedFacts view={view} placed={placed} />}
    >
      <Action aria-expanded={open} onClick={() => setOpen(!open)}>
        {placed ? orderWords.change : orderWords.enter}
      </Action>
      {open && <OrderForm view={view} done={() => setOpen(false)} />}
    </Row>
  );
};

/** What was ordered, by whom, and until when a verbal one is signed. GA8. */
const PlacedFacts = ({
  view: { session, protocol, zone },
  placed: { order, at, seq, cosigned },
}: {
  readonly view: ChairView;
  readonly placed: Session["orders"][number];
}) => {
  const directory = useDirectory();
  const unsigned = unsignedOf(session, protocol).find(({ what }) => what.kind === "order" && what.seq === seq);
  const prescriber = staffName(directory, order.prescriber);
  return [
    orderLine(order),
    orderWords.by(orderWords[order.kind], prescriber, clockTime(at, zone)),
    ...(unsigned ? [orderWords.toSign(prescriber, dayAndTime(unsigned.dueAt, zone))] : []),
    ...(cosigned ? [orderWords.signedLater(...byAt(directory, cosigned, zone))] : []),
  ].join(" · ");
};

export const SoberRow = ({ view }: { readonly view: ChairView }) => {
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

export const BaselineRow = ({ entry, open }: { readonly entry: Entry; readonly open: boolean }) => (
  <Row name={words.items.baseline} done={!open} facts={!open && words.baseline.taken}>
    <Action onClick={() => entry.open("full")}>{words.baseline.record}</Action>
  </Row>
);
