import type { SubmitReply } from "#shared/wire/messages.ts";

/** The first field that could not be read, by its path; never the value, which may be about a patient. */
export const invalid = ({
  issues,
}: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly code: string }[];
}): SubmitReply => {
  const [issue] = issues;
  return {
    rejected: {
      reason: "invalid",
      field: issue?.path.map(String).join(".") ?? "command",
      problem: issue?.code ?? "unreadable",
    },
  };
};
