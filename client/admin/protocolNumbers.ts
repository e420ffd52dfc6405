import type { Protocol } from "#shared/protocol/protocol.ts";

export interface ProtocolNumber {
  readonly path: string;
  readonly value: string;
  readonly source: string;
}

/** Each sourced part of a protocol on a line of its own: `limits.sbp`, what it says, where it comes from. */
export const numbersOf = (protocol: Protocol): readonly ProtocolNumber[] =>
  Object.entries(protocol.sources).map(([path, source]) => ({
    path: spoken(path),
    value: inWords(at(protocol, path)),
    source,
  }));

const at = (part: unknown, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>(
      (found, key) =>
        typeof found === "object" && found !== null ? (found as Record<string, unknown>)[key] : undefined,
      part,
    );

const spoken = (path: string): string =>
  path
    .split(".")
    .map((part) => part.replaceAll(/([A-Z])/g, " $1").toLowerCase())
    .join(" · ");

const inWords = (value: unknown): string => {
  if (value === null) return "none";
  if (Array.isArray(value)) return value.map(inWords).join(" to ");
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return `${value}`;
  if (typeof value !== "object") return "";
  return Object.entries(value)
    .map(([key, part]) => `${spoken(key)} ${inWords(part)}`)
    .join(", ");
};
