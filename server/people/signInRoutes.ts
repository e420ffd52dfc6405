import type { IncomingHttpHeaders } from "node:http";
import express, { Router, type Request, type Response as Answer } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import * as z from "zod";

const Credentials = z.strictObject({ username: z.string().trim().min(1).max(60), password: z.string().min(1).max(256) });

interface Library {
  readonly signIn: (body: { username: string; password: string }, headers: Headers) => Promise<Response>;
  readonly signOut: (headers: IncomingHttpHeaders) => Promise<Response>;
}

/** Wrong passwords a minute for one name from one address; a right one counts for nothing. */
const MOST_FAILURES_A_MINUTE = 10;

/** PE2, PE4. Two doors and no more. Unknown name and wrong password get the same answer, after the same work. */
export const signInRoutes = ({ signIn, signOut }: Library): Router => {
  const router = Router();
  const slow = rateLimit({
    windowMs: 60_000,
    limit: MOST_FAILURES_A_MINUTE,
    skipSuccessfulRequests: true,
    standardHeaders: true,
    legacyHeaders: false,
    keyGenerator: (request) => `${ipKeyGenerator(request.ip ?? "")} ${nameOf(request)}`,
    handler: (_request, response) => say(response, 429, "Too many tries. Wait a minute, then try again."),
  });

  router.post("/sign-in", express.json({ limit: "4kb" }), slow, async (request, response) => {
    const body = Credentials.safeParse(request.body);
    const answer = body.success ? await signIn({ ...body.data, username: body.data.username.toLowerCase() }, new Headers()).catch(() => undefined) : undefined;
    if (!answer?.ok) return say(response, 401, "Username or password is wrong.");
    passCookies(answer, response);
    response.json({ ok: true });
  });

  router.post("/sign-out", async (request, response) => {
    passCookies(await signOut(request.headers), response);
    response.setHeader("clear-site-data", '"cache", "storage"');
    response.json({ ok: true });
  });

  return router;
};

const nameOf = (request: Request): string => {
  const body = Credentials.safeParse(request.body);
  return body.success ? body.data.username.toLowerCase() : "";
};

const passCookies = (from: Response, to: Answer): void => {
  for (const cookie of from.headers.getSetCookie()) to.append("set-cookie", cookie);
};

const say = (response: Answer, status: number, title: string): void =>
  void response.status(status).type("application/problem+json").send(JSON.stringify({ type: "about:blank", status, title }));
