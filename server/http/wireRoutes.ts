import { Router } from "express";
import * as z from "zod";
import { CLIENT_MESSAGES, REPLIES, SERVER_MESSAGES } from "#shared/wire/messages.ts";
import { WIRE_VERSION } from "#shared/wire/version.ts";

/** WR9. The wire for other programs: JSON Schema of every message, from the schemas that parse them. */
export const wireSchema = (): unknown => ({
  wire: WIRE_VERSION,
  clientToServer: schemas(CLIENT_MESSAGES),
  serverToClient: schemas(SERVER_MESSAGES),
  replies: schemas(REPLIES),
});

const schemas = (messages: Readonly<Record<string, z.ZodType>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(messages).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: "input" })]));

export const wireRoutes = (): Router => {
  const schema = wireSchema();
  return Router().get("/wire.json", (_request, response) => void response.json(schema));
};
