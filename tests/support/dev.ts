import { run } from "./steps.ts";

/** `npm run dev`: the server starts again, and the client is built again, whenever a file of theirs changes. */
const client = run("vite", "build", "--watch", "--mode", "development");
const server = run("node", "--watch", "--watch-preserve-output", "server/main.ts", ...process.argv.slice(2));
await Promise.race([client, server]);
