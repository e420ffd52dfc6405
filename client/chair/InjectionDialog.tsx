import { useState } from "react";

import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import { TypedNumberField } from "#client/ui/TypedNumberField.tsx";
import { clockTime } from "#shared/base/time.ts";
import { doseOf, InjectionSite } from "#shared/session/dose.ts";
import type * as z from "zod";
import type { ChairView } from "./chairModel.ts";
import { FactDialog, positive, useDoseFact, wrong, type DoseDialogProps } from "./DoseDialogs.tsx";
import styles from "./DoseDialogs.module.css";
import { injectionFlags, secondAllowed } from "#shared/session/doseFlags.ts";
import { orderLine } from "./doseWords.ts";
import { Flagged } from "./Flagged.tsx";
import { LotField, packageOf } from "./LotField.tsx";
import { treatmentWords } from "./treatmentWords.ts";

const { dose: words } = treatmentWords;

/** IM2, IM3. As a start: never refused, and what is not in order is said before it is recorded. */
export const InjectionDialog = (props: DoseDialogProps) => {
  const { clinic, session, protocol } = props.view;
  const { wish, base, when, send, picker } = useDoseFact(props);
  const order = session.orders.at(-1)?.order;
  const first = doseOf(session.doseFacts).phase === "not-started";
  const ordered = first ? order?.mg : undefined;
  const [which, setWhich] = useState<"ordered" | "other" | undefined>(ordered === undefined ? "other" : undefined);
  const [typed, setTyped] = useState("");
  const [site, setSite] = useState<z.infer<typeof InjectionSite>>();
  const [lot, setLot] = useState("");
  const mg = which === "ordered" ? ordered : positive(typed, 1);
  const flags = "at" in when ? injectionFlags({ clinic, session, protocol, at: when.at }, mg ?? 0) : [];
  const ready = "at" in when && mg !== undefined;
  return (
    <FactDialog
      title={injectionWords(props.view)}
      close={props.close}
      wish={wish}
      ready={ready}
      act={words.injectionGiven}
      record={() =>
        ready && send((at) => ({ type: "give-injection", ...base, at, mg, ...(site && { site }), ...packageOf(lot) }))
      }
    >
      {!first && <p>{allowedWords(props.view)}</p>}
      {ordered !== undefined && (
        <ChipPicker
          legend={words.mg}
          chips={[
            { code: "ordered", word: `${words.asOrdered}: ${ordered} mg` },
            { code: "other", word: words.other },
          ]}
          value={which}
          onChange={setWhich}
        />
      )}
      {which === "other" && (
        <div className={styles["numbers"]}>
          <TypedNumberField
            label={words.mg}
            unit="mg"
            decimals={1}
            value={typed}
            onChange={setTyped}
            problem={wrong(typed, 1)}
            last={first ? order && orderLine(order) : undefined}
          />
        </div>
      )}
      <ChipPicker
        legend={words.site}
        chips={InjectionSite.options.map((code) => ({ code, word: words.sites[code] }))}
        value={site}
        onChange={setSite}
      />
      <LotField value={lot} onChange={setLot} />
      {picker}
      <Flagged flags={flags} />
    </FactDialog>
  );
};

/** What the button and the dialog are called: the first, the one that was ordered beforehand, any other. */
export const injectionWords = ({ session }: Pick<ChairView, "session">): string => {
  const { doseFacts } = session;
  const dose = doseOf(doseFacts);
  if (dose.phase === "not-started") return words.injection;
  return dose.count === 1 ? words.secondInjection : words.furtherInjection;
};

const allowedWords = ({ session, zone }: ChairView): string => {
  const allowed = secondAllowed(session);
  return allowed
    ? words.allows(allowed.mgAtMost, clockTime(allowed.from, zone), clockTime(allowed.to, zone))
    : words.allowsNone;
};
