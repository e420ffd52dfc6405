import type { IncomingHttpHeaders } from "node:http";
import express, { Router, type Request, type Response as Answer } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import * as z from "zod";
import type { PersonId } from "#shared/base/ids.ts";
import { deviceOf } from "./device.ts";
import type { SignInRecord, SignIns } from "./signIns.ts";
import { busyOrBroken } from "./turns.ts";

const Credentials = z.strictObject({
  username: z.string().trim().toLowerCase().min(1).max(60),
  password: z.string().min(1).max(256),
});

interface Doors extends Pick<SignIns, "signIn" | "signOut"> {
  readonly personCalled: (username: string) => Promise<PersonId | undefined>;
  readonly record: (what: SignInRecord) => Promise<void>;
  /** What a full sign-in means on this device; the cookies that go with it. */
  readonly signedIn: (person: PersonId, headers: IncomingHttpHeaders) => Promise<readonly string[]>;
  /** Ends a sign-in by PIN on this device. */
  readonly pinSignOut: (headers: IncomingHttpHeaders) => PinSignOut;
}

export interface PinSignOut {
  readonly personId: PersonId | undefined;
  readonly cookies: readonly string[];
}

/** Wrong passwords a minute for one name from one address; a right one counts for nothing. */
const MOST_FAILURES_A_MINUTE = 10;

/** PE2. Two doors and no more. Unknown name, closed account and wrong password get the same answer, after the same work. */
export const signInRoutes = ({ signIn, signOut, personCalled, record, signedIn, pinSignOut }: Doors): Router => {
  const router = Router();

  router.post("/sign-in", express.json({ limit: "4kb" }), throttle(), async (request, response) => {
    const credentials = Credentials.safeParse(request.body);
    if (!credentials.success) return say(response, 401, WRONG);
    const opened = await signIn(credentials.data).catch(busyOrBroken);
    if (opened === "busy")
      return say(response.setHeader("retry-after", "2"), 503, "Many are signing in at this moment. Try again.");
    const person = (await personCalled(credentials.data.username)) ?? null;
    await record({
      action: opened ? "signed-in" : "sign-in-failed",
      person,
      device: deviceOf(request.headers) ?? null,
      subject: "sign-in",
    });
    if (!opened) return say(response, 401, WRONG);
    const more = person === null ? [] : await signedIn(person, request.headers);
    passCookies([...more, ...opened.headers.getSetCookie()], response);
    response.json({ ok: true });
  });

  router.post("/sign-out", async (request, response) => {
    const { response: left, personId: byPassword } = await signOut(request.headers);
    const byPin = pinSignOut(request.headers);
    const personId = byPin.personId ?? byPassword;
    if (personId)
      await record({
        action: "signed-out",
        person: personId,
        device: deviceOf(request.headers) ?? null,
        subject: "sign-in",
      });
    passCookies([...byPin.cookies, ...left.headers.getSetCookie()], response);
    // Never "storage": on a shared tablet it holds what others have entered and not yet sent.
    response.setHeader("clear-site-data", '"cache"');
    response.json({ ok: true });
  });

  return router;
};

const WRONG = "Username or password is wrong.";

/** PE4. By name and address together, so that nobody can lock out somebody else from elsewhere. */
const throttle = () =>
  rateLimit({
    windowMs: 60_000,
    limit: MOST_FAILURES_A_MINUTE,
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_request, response) => response.statusCode !== 401,
    standardHeaders: true,
    legacyHeaders: false,
    keyGenerator: (request) => `${ipKeyGenerator(request.ip ?? "")} ${nameOf(request)}`,
    handler: (_request, response) => say(response, 429, "Too many tries. Wait a minute, then try again."),
  });

const nameOf = (request: Request): string => {
  const body = Credentials.safeParse(request.body);
  return body.success ? body.data.username : "";
};

const passCookies = (cookies: readonly string[], to: Answer): void => {
  for (const cookie of cookies) to.append("set-cookie", cookie);
};

const say = (response: Answer, status: number, title: string): void =>
  void response
    .status(status)
    .type("application/problem+json")
    .send(JSON.stringify({ type: "about:blank", status, title }));
