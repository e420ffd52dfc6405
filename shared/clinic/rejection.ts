import * as z from "zod";
import { ChairId, SessionId } from "#shared/base/ids.ts";
import { CheckId } from "#shared/protocol/protocol.ts";
import { CriterionId, Restriction } from "#shared/session/session.ts";

/** A problem at a field, as vitals/check.ts finds it. */
const FieldProblem = z.object({
  kind: z.enum([
    "impossible",
    "not-whole",
    "diastolic-not-below-systolic",
    "half-a-pressure",
    "not-a-score",
    "missing",
    "empty",
    "unusual",
  ]),
  field: z.string(),
  low: z.number().optional(),
  high: z.number().optional(),
  value: z.number().optional(),
});

const plain = <const Reason extends string>(reason: Reason) => z.object({ reason: z.literal(reason) });

/** Why a wish was refused: an answer, put into words by the client; never a stack trace, never patient data. */
export const Rejection = z.discriminatedUnion("reason", [
  /** The role may not, the clinic is not theirs, or the thing is not there: one answer, so that ids cannot be probed. */
  plain("not-allowed"),
  z.object({ reason: z.literal("invalid"), field: z.string(), problem: z.string() }),
  plain("command-id-used"),
  plain("clinic-exists"),
  plain("unknown-zone"),
  plain("unknown-thing"),
  plain("id-taken"),
  plain("last-admin"),
  z.object({ reason: z.literal("chair-taken"), chairId: ChairId, sessionId: SessionId }),
  plain("chair-in-use"),
  plain("patient-already-here"),
  plain("no-protocol"),
  plain("version-taken"),
  plain("already-approved"),
  z.object({ reason: z.literal("in-the-future"), field: z.string() }),
  z.object({ reason: z.literal("before-check-in"), field: z.string() }),
  z.object({ reason: z.literal("values"), problems: z.array(FieldProblem) }),
  z.object({ reason: z.literal("dose-arithmetic"), expectedMg: z.number() }),
  z.object({
    reason: z.literal("dose-unusual"),
    field: z.enum(["mgPerKg", "minutes", "weightKg", "mg"]),
    low: z.number(),
    high: z.number(),
  }),
  plain("not-a-prescriber"),
  plain("other-route"),
  z.object({ reason: z.literal("order-incomplete"), field: z.enum(["mgPerKg", "weightKg", "second"]) }),
  /** So much is no matter for the telephone: the prescriber signs it. */
  plain("needs-signed-order"),
  plain("already-signed"),
  plain("already-witnessed"),
  /** Somebody else than who counted must see the waste. */
  plain("needs-another-person"),
  plain("drug-missing"),
  plain("not-a-nurse"),
  plain("already-covered"),
  plain("nothing-to-override"),
  z.object({ reason: z.literal("never-overridden"), check: CheckId }),
  z.object({ reason: z.literal("not-yours-to-override"), check: CheckId }),
  plain("already-replaced"),
  plain("already-accepted"),
  plain("already-cleared"),
  plain("accept-first"),
  plain("session-ended"),
  plain("dose-was-given"),
  /** Something newer was recorded than what the signer had on screen. */
  z.object({ reason: z.literal("newer-facts"), seq: z.int() }),
  z.object({ reason: z.literal("criteria-not-met"), criteria: z.array(CriterionId) }),
  plain("not-fit-to-leave"),
  plain("ride-not-here"),
  plain("reminder-missing"),
  plain("dose-not-over"),
  z.object({ reason: z.literal("reminder-out-of-date"), restriction: Restriction }),
  plain("hand-out-missing"),
  plain("belongings-missing"),
]);
export type Rejection = z.infer<typeof Rejection>;
