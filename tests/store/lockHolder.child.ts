import { takeLock } from "#server/store/lock.ts";

const [folder = ""] = process.argv.slice(2);
try {
  takeLock(folder);
  console.log("locked");
  setInterval(() => {}, 60_000); // until it is killed
} catch (error) {
  console.log(`refused ${error instanceof Error ? `${error.name}: ${error.message}` : ""}`);
}
