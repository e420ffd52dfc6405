import styles from "./Refusal.module.css";

/** Why it was not recorded, beside the button that asked; what was typed stays. */
export const Refusal = ({ words }: { readonly words: string | undefined }) => (
  <p className={styles["refusal"]} role="alert">
    {words}
  </p>
);
