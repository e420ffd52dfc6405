import { Router } from "express";
import { Gauge, Registry, collectDefaultMetrics } from "prom-client";
import type { Clinics } from "#server/clinic/clinics.ts";
import type { EventLog } from "#server/store/eventLog.ts";
import { problem } from "./problem.ts";

const READY_WITHIN_MS = 3_000;

/** OP1, OP2. `/healthz`: the process answers. `/readyz`: the log can be read. `/metrics`: for this machine alone, never through a proxy; counts, never contents. */
export const opsRoutes = (log: EventLog, clinics: () => Clinics, screens: () => number): Router => {
  const registry = metrics(clinics, screens);
  const router = Router();
  router.get("/healthz", (_request, response) => void response.json({ ok: true }));
  router.get("/readyz", async (_request, response) => {
    const ready = await Promise.race([
      log.clinics().then(
        () => true,
        () => false,
      ),
      waitFor(READY_WITHIN_MS),
    ]);
    if (ready) response.json({ ok: true });
    else problem(response, 503, "The log cannot be read");
  });
  router.get("/metrics", async (request, response) => {
    const proxied = request.headers["x-forwarded-for"] !== undefined || request.headers.forwarded !== undefined;
    if (proxied || !LOOPBACK.test(request.socket.remoteAddress ?? ""))
      return problem(response, 404, "There is nothing here");
    response.type(registry.contentType).send(await registry.metrics());
  });
  return router;
};

const LOOPBACK = /^(::1|(::ffff:)?127\.)/;

const waitFor = (ms: number): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), ms).unref());

const metrics = (clinics: () => Clinics, screens: () => number): Registry => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  const states = () =>
    clinics()
      .held()
      .map(([, { clinic }]) => clinic);
  gauge("chairside_clinics", "Clinics held by this process", () => states().length);
  gauge("chairside_screens", "Open sockets", () => screens());
  gauge("chairside_open_sessions", "Sessions in a chair", () =>
    states().reduce((sum, { sessions }) => sum + Object.keys(sessions).length, 0),
  );
  gauge("chairside_open_calls", "Calls that nobody has closed", () =>
    states().reduce((sum, { alarms }) => sum + Object.keys(alarms).length, 0),
  );
  return registry;
};
