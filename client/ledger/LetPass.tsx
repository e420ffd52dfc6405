import { useStaffName } from "#client/store/useStaffName.ts";
import { shellWords } from "#client/shellWords.ts";
import { Card } from "#client/ui/Card.tsx";
import { OVERRIDE_REASON } from "#client/ui/checkWords.ts";
import type { Ledger } from "#shared/alarm/ledger.ts";
import { CHECK_TITLE } from "#shared/protocol/words.ts";
import { LedgerTable, Lines } from "./LedgerTable.tsx";
import { words } from "./words.ts";

const { overrides } = words;

/** LE6. Which checks were let pass, by whom and why. */
export const LetPass = ({ ledger }: { readonly ledger: Ledger }) => {
  const staff = useStaffName();
  return (
    <Card title={overrides.title}>
      {ledger.overrides.length === 0 ? (
        <p>{overrides.none}</p>
      ) : (
        <LedgerTable
          label={overrides.title}
          columns={overrides.columns}
          ledger={ledger}
          rows={ledger.overrides.map(({ check, n, by, reasons, sessions }) => ({
            key: check,
            name: CHECK_TITLE[check],
            cells: [
              n,
              <Lines
                key="by"
                of={by.map(({ person, role, n: times }) =>
                  overrides.by(staff(person) ?? overrides.someone, shellWords.roles[role], times),
                )}
              />,
              <Lines key="why" of={reasons.map(({ code, n: times }) => overrides.why(OVERRIDE_REASON[code], times))} />,
            ],
            sessions,
          }))}
        />
      )}
    </Card>
  );
};
