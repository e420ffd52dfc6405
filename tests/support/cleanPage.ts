import { afterEach } from "vitest";

/** Each test of a component starts on an empty page. */
if (typeof document !== "undefined") {
  const { cleanup } = await import("@testing-library/react");
  afterEach(cleanup);
}
