/**
 * The number that client and server compare in `hello`. Raise it whenever a message changes shape; the schema-hash
 * test (tests/sync/wireVersion.test.ts) says when that happened.
 *
 * 1 · 2026-11-23 · first release
 * 2 · 2026-11-25 · three routes; orders and restrictions by route; checks, overrides, ends, interventions, covers
 * 3 · 2026-11-25 · presence tells to how many screens a call was delivered, the answer to `applied` how many others watch
 */
export const WIRE_VERSION = 3;
