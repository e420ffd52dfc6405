import type { Difference } from "#shared/protocol/diff.ts";
import styles from "./Admin.module.css";
import { adminWords } from "./words.ts";

interface DifferencesProps {
  readonly differences: readonly Difference[];
  readonly from: string;
  readonly to: string;
}

/** Each line that differs, in words, before and after. */
export const Differences = ({ differences, from, to }: DifferencesProps) => (
  <div className={styles["wide"]}>
    <table className={styles["numbers"]}>
      <caption>{adminWords.compare.differs(differences.length)}</caption>
      <thead>
        <tr>
          <th scope="col">{adminWords.compare.line}</th>
          <th scope="col">{from}</th>
          <th scope="col">{to}</th>
          <th scope="col">{adminWords.source}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ path, label, from: before, to: after, source }) => (
          <tr key={path}>
            <th scope="row">{label}</th>
            <td>{before}</td>
            <td>{after}</td>
            <td>{source ?? adminWords.noSource}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
