import { useState } from "react";
import type { PersonId } from "#shared/base/ids.ts";
import type { Tiles as TilesOf } from "#shared/wire/http.ts";
import { Action } from "#client/ui/Action.tsx";
import { Loading } from "#client/ui/Loading.tsx";
import styles from "./Door.module.css";
import { doorWords } from "./doorWords.ts";
import { PinPad } from "./PinPad.tsx";
import { SignInForm } from "./SignInForm.tsx";
import { Tiles } from "./Tiles.tsx";
import type { TilesHere } from "./useTiles.ts";

interface DoorProps {
  readonly tiles: TilesHere;
  readonly only?: PersonId;
  readonly onDone: () => void;
}

/** DV11. The ways in at this device: tile and PIN where it is enrolled, the password everywhere. */
export const Door = ({ tiles: here, only, onDone }: DoorProps) => {
  const [chosen, setChosen] = useState<PersonId | "password" | undefined>(only);
  if (here.is !== "enrolled") return here.is === "loading" ? <Loading lines={4} /> : <SignInForm onDone={onDone} />;

  const { tiles, refresh } = here;
  const person = tiles.people.find(({ id }) => id === chosen);
  const back = only === undefined && (
    <Action kind="quiet" size="glove" onClick={() => setChosen(undefined)}>
      {doorWords.tiles.back}
    </Action>
  );
  if (person?.pin === "set")
    return <PinPad key={person.id} person={person} onDone={onDone} onRefused={refresh} back={back} />;
  if (chosen === undefined)
    return <Tiles tiles={tiles} onChoose={setChosen} onPassword={() => setChosen("password")} />;
  return (
    <div className={styles["password"]}>
      {person && <p role="status">{whyPassword(person)}</p>}
      <SignInForm onDone={onDone} />
      {back}
    </div>
  );
};

const whyPassword = ({ name, pin }: TilesOf["people"][number]): string =>
  pin === "none" ? doorWords.needed.none(name) : doorWords.needed.locked;
