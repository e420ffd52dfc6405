import { words } from "#client/words.ts";
import { shellWords } from "#client/shellWords.ts";
import { Page } from "#client/ui/Page.tsx";
import { Door } from "./Door.tsx";
import styles from "./SignInPage.module.css";
import { useTiles } from "./useTiles.ts";

const say = shellWords.signIn;

/** One full sign-in a shift; on an enrolled tablet tile and PIN from then on. */
export const SignInPage = ({ onDone }: { readonly onDone: () => void }) => {
  const tiles = useTiles();
  return (
    <Page title={say.title} width="reading">
      <div className={styles["door"]} data-tiles={tiles.is === "enrolled" || undefined}>
        <div className={styles["brand"]}>
          <h1>{words.product.name}</h1>
          <p>{say.lead}</p>
        </div>
        <Door tiles={tiles} onDone={onDone} />
        <p className={styles["intended"]}>
          <strong>{words.product.notAMonitor}</strong> {say.intended}
        </p>
      </div>
    </Page>
  );
};
