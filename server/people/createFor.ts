import type { Account, Accounts, NewAccount } from "./accounts.ts";

/** PE1. An account and what it is for, or neither: when the purpose fails the name is free again. */
export const createFor = async <Answer>(
  accounts: Accounts,
  person: NewAccount,
  purpose: (account: Account) => Promise<Answer>,
): Promise<Answer> => {
  const account = await accounts.create(person);
  try {
    return await purpose(account);
  } catch (error) {
    await accounts.withdraw(account.id);
    throw error;
  }
};
