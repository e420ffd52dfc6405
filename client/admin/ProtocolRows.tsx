import type { Protocol } from "#shared/protocol/protocol.ts";
import { rowsOf } from "#shared/protocol/rows.ts";
import styles from "./Admin.module.css";
import { surenessCounts } from "./protocolModel.ts";
import { adminWords } from "./words.ts";

/** AD5. Every number in words, with where it comes from and how sure we are: what a director reads before approving. */
export const ProtocolRows = ({ protocol }: { readonly protocol: Protocol }) => (
  <div className={styles["wide"]}>
    <p className={styles["said"]}>
      {surenessCounts(protocol)
        .map(({ sureness, count }) =>
          adminWords.countOf(count, sureness ? adminWords.sureness[sureness] : adminWords.noSource),
        )
        .join(" · ")}
    </p>
    <table className={styles["numbers"]}>
      <caption>{adminWords.version(protocol.title, protocol.version)}</caption>
      <thead>
        <tr>
          <th scope="col">{adminWords.number}</th>
          <th scope="col">{adminWords.value}</th>
          <th scope="col">{adminWords.source}</th>
          <th scope="col">{adminWords.sure}</th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(protocol).map(({ path, label, value, source, sureness }) => (
          <tr key={path}>
            <th scope="row">{label}</th>
            <td>{value}</td>
            <td>{source ?? adminWords.noSource}</td>
            <td>{sureness ? adminWords.sureness[sureness] : ""}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
