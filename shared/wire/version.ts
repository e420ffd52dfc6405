/**
 * The number that client and server compare in `hello`. Raise it whenever a message changes shape; the schema-hash
 * test (tests/sync/wireVersion.test.ts) says when that happened.
 *
 * 1 · 2026-11-23 · first release
 * 2 · 2026-11-25 · three routes; orders and restrictions by route; checks, overrides, ends, interventions, covers
 */
export const WIRE_VERSION = 2;
