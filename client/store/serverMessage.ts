import {
  SERVER_MESSAGES,
  type Beat,
  type Events,
  type Goodbye,
  type Presence,
  type Snapshot,
} from "#shared/wire/messages.ts";

export type ServerMessage =
  | ({ readonly type: "snapshot" } & Snapshot)
  | ({ readonly type: "events" } & Events)
  | ({ readonly type: "beat" } & Beat)
  | ({ readonly type: "presence" } & Presence)
  | ({ readonly type: "goodbye" } & Goodbye);

/** The zod edge of the client: what this build cannot read is undefined, and the screen asks again. */
export const parseServerMessage = (type: ServerMessage["type"], body: unknown): ServerMessage | undefined => {
  const parsed = SERVER_MESSAGES[type].safeParse(body);
  return parsed.success ? ({ type, ...parsed.data } as ServerMessage) : undefined;
};
