import type { PersonId } from "#shared/base/ids.ts";
import type { Tiles as TilesOf } from "#shared/wire/http.ts";
import { Action } from "#client/ui/Action.tsx";
import styles from "./Door.module.css";
import { doorWords } from "./doorWords.ts";

const say = doorWords.tiles;

interface TilesProps {
  readonly tiles: TilesOf;
  readonly onChoose: (person: PersonId) => void;
  readonly onPassword: () => void;
}

/** Everybody whose shift is open, by name, always in the same order. */
export const Tiles = ({ tiles: { device, people }, onChoose, onPassword }: TilesProps) => (
  <section className={styles["card"]} aria-labelledby="tiles-title">
    <h2 id="tiles-title">{say.title}</h2>
    <p className={styles["where"]}>{say.at(device.label, device.clinic)}</p>
    {people.length === 0 && <p>{say.nobody}</p>}
    <ul className={styles["tiles"]}>
      {people.map(({ id, name, pin }) => (
        <li key={id}>
          <button type="button" className={styles["tile"]} onClick={() => onChoose(id)}>
            <span className={styles["name"]}>{name}</span>
            <span className={styles["hint"]}>{say.states[pin]}</span>
          </button>
        </li>
      ))}
    </ul>
    <Action kind={people.length === 0 ? "primary" : "plain"} size="glove" onClick={onPassword}>
      {say.password}
    </Action>
  </section>
);
