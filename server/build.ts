import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Which client this server serves: the hash of its built page, which names every file by its own hash. Beats carry it. */
export const buildId = (): string =>
  createHash("sha256")
    .update(readFileSync(join(import.meta.dirname, "../dist/client/index.html")))
    .digest("hex")
    .slice(0, 12);
