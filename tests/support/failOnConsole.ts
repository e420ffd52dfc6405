import { afterEach } from "vitest";

/** An error or a warning that nobody expected is a failed test. Who expects one spies on console for that test. */
const heard: string[] = [];

const listen =
  (kind: "error" | "warn") =>
  (...words: readonly unknown[]) => {
    heard.push(`console.${kind}: ${words.map(String).join(" ")}`);
  };

console.error = listen("error");
console.warn = listen("warn");

afterEach(() => {
  const unexpected = heard.splice(0);
  if (unexpected.length > 0) throw new Error(unexpected.join("\n"));
});
