import { createHook } from "node:async_hooks";
import { expect, test } from "vitest";
import { anAccount, openDesk, OTHER_PASSWORD, PASSWORD } from "./peopleAccounts.ts";

test("[PE6] never more than two hashes run at once, for an account's work or a stranger's", async () => {
  const desk = await openDesk();
  await anAccount(desk);
  const hashes = watchHashes();
  const strangers = Array.from({ length: 6 }, (_, n) => desk.signIn(`nobody${n}`));
  const otto = desk.accounts.create({ username: "otto", name: "Otto (synthetic)", password: PASSWORD });
  await Promise.all([...strangers, desk.signIn("nora"), otto]);
  expect(hashes.stop()).toEqual({ done: 8, mostAtOnce: 2 });
});

test("[PE2] an unknown name, a closed account and a wrong password cost one hash each", async () => {
  const desk = await openDesk();
  await anAccount(desk);
  await desk.accounts.disable((await anAccount(desk, "closed")).id);
  for (const username of ["nora", "nobody", "closed"]) {
    const hashes = watchHashes();
    expect((await desk.signIn(username, OTHER_PASSWORD)).status).toBe(401);
    expect([username, hashes.stop()]).toEqual([username, { done: 1, mostAtOnce: 1 }]);
  }
});

/** What Node itself starts and ends: one request for each argon2. */
const watchHashes = () => {
  const running = new Set<number>();
  const seen = { done: 0, mostAtOnce: 0 };
  const hook = createHook({
    init: (id, type) => {
      if (type === "ARGON2REQUEST") seen.mostAtOnce = Math.max(seen.mostAtOnce, running.add(id).size);
    },
    before: (id) => {
      if (running.delete(id)) seen.done += 1;
    },
  }).enable();
  const stop = () => {
    hook.disable();
    return seen;
  };
  return { stop };
};
