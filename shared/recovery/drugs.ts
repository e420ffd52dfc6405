import { MINUTE, type Instant } from "#shared/base/time.ts";
import type { Protocol } from "#shared/protocol/protocol.ts";
import { standingInterventions, type Drug, type Intervention } from "#shared/session/care.ts";
import type { Session } from "#shared/session/session.ts";

/** A drug after which a patient waits, and until when. */
interface Given {
  readonly name: Drug["name"];
  readonly at: Instant;
  readonly by: Intervention["by"];
  readonly until: Instant;
}

/** RD12. Every drug of today after which the protocol asks for a wait. Struck ones count for nothing. */
export const lastDrugs = (session: Session, { exit }: Protocol): readonly Given[] =>
  standingInterventions(session).flatMap(({ drug, at, by }): Given[] => {
    const waitMin = drug && waitAfter(drug, exit.afterDrugMin);
    return drug && waitMin !== undefined ? [{ name: drug.name, at, by, until: at + waitMin * MINUTE }] : [];
  });

/** P 7: 60 min after midazolam into a vein, 120 after another sedative; 30 after a drug for pressure into a vein, 60 otherwise. C 5.2, S39 [V]: 120 after a reversal. */
const waitAfter = ({ name, class: of, route }: Drug, after: Protocol["exit"]["afterDrugMin"]): number | undefined => {
  switch (of) {
    case "sedative":
      return name === "midazolam" && route === "iv" ? after.midazolamIv : after.otherSedative;
    case "antihypertensive":
      return route === "iv" ? after.antihypertensiveIv : after.antihypertensiveOral;
    case "reversal":
      return after.reversal;
    case "antiemetic":
    case "none-of-these":
      return undefined;
  }
};
