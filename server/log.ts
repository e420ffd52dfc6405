import { pino, type Logger } from "pino";

/** LO1. What may be written: what happened and the kind of error. No body, no name, no value, no URL with a query. */
export const createLog = (level: string): Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });

/** Reports a failure by its name, its code and where in our code it was: a message may quote data, so it stays out. */
export const reporter =
  (log: Logger) =>
  (what: string, error: unknown): void => {
    const known = error instanceof Error ? error : new Error("unknown");
    const code = "code" in known && typeof known.code === "string" ? known.code : undefined;
    const where = framesOf(known);
    log.error({ what, error: known.name, code, where });
  };

/** The stack without its message, which may have lines that look like frames. */
const framesOf = ({ stack = "", message }: Error): readonly string[] =>
  stack
    .slice(stack.indexOf(message) + message.length)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /^at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 3);
