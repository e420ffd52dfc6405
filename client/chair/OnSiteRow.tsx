import { TextInput } from "@mantine/core";
import { useState } from "react";

import { useTabletNow, useWish } from "#client/entry/useWish.ts";
import { useDirectory } from "#client/store/ClinicProvider.tsx";
import { Action } from "#client/ui/Action.tsx";
import { ChipPicker } from "#client/ui/ChipPicker.tsx";
import type { PersonId } from "#shared/base/ids.ts";
import { clockTime } from "#shared/base/time.ts";
import type { ChairView } from "./chairModel.ts";
import { staffName } from "./personWords.ts";
import styles from "./Preparation.module.css";
import { untilOf } from "./preparationModel.ts";
import { Refusal } from "./Refusal.tsx";
import { Row } from "./Row.tsx";
import { treatmentWords } from "./treatmentWords.ts";
import { isPrescriber, membersWho } from "#shared/clinic/clinic.ts";

const { preparation, onSite: words } = treatmentWords;

/** NS5. Attested once a shift for the whole clinic, and seen at every chair. */
export const OnSiteRow = ({ view }: { readonly view: ChairView }) => {
  const [open, setOpen] = useState(false);
  const directory = useDirectory();
  const here = Object.entries(view.clinic.onSite).filter(([, until]) => view.now <= until);
  return (
    <Row
      name={preparation.items["prescriber-on-site"]}
      done={here.length > 0}
      facts={here
        .map(([person, until]) => words.here(staffName(directory, person), clockTime(until, view.zone)))
        .join(" · ")}
    >
      <Action aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.attest}
      </Action>
      {open && <OnSiteForm view={view} done={() => setOpen(false)} />}
    </Row>
  );
};

const OnSiteForm = ({ view, done }: { readonly view: ChairView; readonly done: () => void }) => {
  const wish = useWish();
  const directory = useDirectory();
  const tabletNow = useTabletNow();
  const [who, setWho] = useState<PersonId>();
  const [typed, setTyped] = useState("");
  const until = untilOf(typed, tabletNow(), view.zone);
  return (
    <div className={styles["form"]}>
      <ChipPicker
        legend={words.who}
        chips={membersWho(view.clinic, isPrescriber).map((code) => ({ code, word: staffName(directory, code) }))}
        value={who}
        onChange={setWho}
      />
      <TextInput
        label={words.until}
        value={typed}
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        error={typed.length >= 4 && until === undefined ? words.wrong : undefined}
        className={styles["day"] ?? ""}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Refusal words={wish.refusal} />
      <span className={styles["end"]}>
        <Action
          kind="primary"
          busy={wish.busy}
          disabled={!who || until === undefined}
          onClick={() =>
            who && until !== undefined && wish.send({ type: "attest-prescriber-on-site", prescriber: who, until }, done)
          }
        >
          {words.save}
        </Action>
      </span>
    </div>
  );
};
