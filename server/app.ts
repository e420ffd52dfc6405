import { createServer, type Server as HttpServer, type IncomingMessage } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { AddressInfo, Socket } from "node:net";
import express, { type Express } from "express";
import { rateLimit } from "express-rate-limit";
import type { Logger } from "pino";
import { DeviceId } from "#shared/base/ids.ts";
import { openClinics, type Clinics } from "./clinic/clinics.ts";
import { watchTime, type Timers } from "./clinic/watch.ts";
import type { Config } from "./config.ts";
import { clinicRoutes } from "./http/clinicRoutes.ts";
import { deviceRoutes, enrolRoute } from "./http/deviceRoutes.ts";
import { fromHere, guardPosts, type Ports } from "./http/guard.ts";
import { ledgerRoutes } from "./http/ledgerRoutes.ts";
import { opsRoutes } from "./http/opsRoutes.ts";
import { page, pagePolicy } from "./http/page.ts";
import { peopleRoutes } from "./http/peopleRoutes.ts";
import { pinRoutes } from "./http/pinRoutes.ts";
import { lastStop, problem } from "./http/problem.ts";
import { registerRoutes } from "./http/registerRoutes.ts";
import { wireRoutes } from "./http/wireRoutes.ts";
import { reporter } from "./log.ts";
import type { Accounts } from "./people/accounts.ts";
import { deviceOf } from "./people/device.ts";
import type { SetUpToken } from "./people/setUp.ts";
import { currentBeat, startBeats } from "./socket/beats.ts";
import type { Admission } from "./socket/clinicSocket.ts";
import { openSockets, type Live } from "./socket/socket.ts";
import type { EventLog } from "./store/eventLog.ts";
import type { Audit, Register } from "./store/register.ts";

/** Everything that a server is made of, passed in: the product, the demo and the tests differ only here. */
export interface Parts {
  readonly config: Config;
  readonly log: EventLog;
  readonly register: Register;
  readonly audit: Audit;
  readonly accounts: Accounts;
  readonly setUp: SetUpToken;
  readonly logger: Logger;
  /** The domain clock and its timers; the link's own time is always real. */
  readonly now: () => number;
  readonly timers: Timers;
  readonly clientFolder: string;
  readonly build: string;
  readonly demo: boolean;
}

export interface App {
  readonly port: number;
  readonly clinics: Clinics;
  readonly live: Live;
  readonly close: () => Promise<void>;
}

const MOST_REQUESTS_A_MINUTE = 1_200;
const LAST_ANSWERS_MS = 1_000;

export const startApp = async (parts: Parts): Promise<App> => {
  const { config, log, accounts, now } = parts;
  const report = reporter(parts.logger);
  // The lanes publish to the sockets, and the sockets ask the lanes: one of them has to come later.
  const later = { live: undefined as Live | undefined };
  const clinics = await openClinics({
    log,
    now,
    report,
    publish: (clinicId, events) => later.live?.publish(clinicId, events),
  });

  const ports: Ports = {
    accounts,
    clinics: () => clinics,
    audit: parts.audit,
    now,
    origins: config.origins,
    secureCookies: config.secureCookies,
  };
  const http = listenable(config, express());
  routes(http.app, parts, ports, () => later.live?.count() ?? 0, report);

  const beats = { log, clinics, build: parts.build, epoch: log.epoch, now };
  const live = openSockets({
    beatNow: (clinicId) => currentBeat(beats, clinicId),
    http: http.server,
    clinics: () => clinics,
    epoch: log.epoch,
    now,
    admit: (request) => admit(request, ports),
    viewed: ({ person, device }, clinicId) =>
      void parts.audit
        .record({ at: now(), clinicId, person, device, action: "viewed", subject: "board" })
        .catch((error: unknown) => report("audit not written", error)),
    report,
  });
  later.live = live;
  const stops = [
    startBeats({ ...beats, live }),
    watchTime(clinics, now, parts.timers),
    accounts.onSignInEnded((person, signInId) => live.signedOut(person, signInId)),
  ];
  const port = await listen(http.server, config);
  return {
    port,
    clinics,
    live,
    close: async () => {
      for (const stop of stops) stop();
      // Pages keep their connections busy by asking again, and a dead tablet answers no farewell: after a second all are cut.
      const cut = setTimeout(http.cutAll, LAST_ANSWERS_MS);
      await live.close();
      clearTimeout(cut);
    },
  };
};

/** WR2. Before the upgrade: our own page, and somebody who is signed in. */
const admit = async (request: IncomingMessage, { accounts, origins }: Ports): Promise<Admission | undefined> => {
  if (!fromHere(request, origins)) return undefined;
  const signIn = await accounts.signInOf(request.headers);
  return (
    signIn && {
      person: signIn.personId,
      signInId: signIn.signInId,
      onlyIn: signIn.onlyIn,
      device: deviceOf(request.headers) ?? DeviceId.parse(randomUUID()),
    }
  );
};

const routes = (
  app: Express,
  parts: Parts,
  ports: Ports,
  screens: () => number,
  report: (what: string, error: unknown) => void,
): void => {
  app.disable("x-powered-by");
  app.set("query parser", "simple");
  app.set("trust proxy", parts.config.trustProxy);
  app.use(pagePolicy());
  app.use(opsRoutes(parts.log, ports.clinics, screens));
  app.use("/api", (_request, response, next) => {
    response.setHeader("cache-control", "no-store");
    next();
  });
  app.use(
    "/api",
    rateLimit({
      windowMs: 60_000,
      limit: MOST_REQUESTS_A_MINUTE,
      standardHeaders: true,
      legacyHeaders: false,
      handler: (_request, response) => problem(response, 429, "Too many requests", "Wait a minute."),
    }),
  );
  app.use("/api", guardPosts(ports.origins));
  app.use("/api/auth", parts.accounts.handler);
  app.use(express.json({ limit: "64kb", strict: true }));
  app.use("/api", wireRoutes());
  app.use("/api", pinRoutes(ports), enrolRoute(ports));
  app.use("/api", peopleRoutes({ ...ports, build: parts.build, demo: parts.demo, setUp: parts.setUp }));
  app.use(
    "/api/clinics/:clinicId",
    clinicRoutes(ports, parts.log),
    registerRoutes(ports, parts.register),
    ledgerRoutes(ports, parts.log),
    deviceRoutes(ports, parts.config.publicUrl),
  );
  app.use("/api", (_request, response) => problem(response, 404, "There is nothing here"));
  app.use(page(parts.clientFolder));
  app.use((_request, response) => problem(response, 404, "There is nothing here"));
  app.use(lastStop(report));
};

const listenable = ({ tls }: Config, app: Express): { app: Express; server: HttpServer; cutAll: () => void } => {
  const options = { headersTimeout: 10_000, requestTimeout: 15_000, keepAliveTimeout: 5_000 };
  const server = tls
    ? createTlsServer({ ...options, cert: readFileSync(tls.cert), key: readFileSync(tls.key) }, app)
    : createServer(options, app);
  const lines = new Set<Socket>(); // the server's own closeAllConnections knows no websocket
  server.on("connection", (line: Socket) => {
    lines.add(line);
    line.once("close", () => lines.delete(line));
  });
  return { app, server, cutAll: () => lines.forEach((line) => line.destroy()) };
};

const listen = (server: HttpServer, { port, host }: Config): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
