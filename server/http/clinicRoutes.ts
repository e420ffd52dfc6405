import { Router } from "express";
import { Seq, SessionId } from "#shared/base/ids.ts";
import { audienceOf } from "#shared/access/permission.ts";
import { protocolOf } from "#shared/clinic/clinic.ts";
import { redactEvent } from "#shared/clinic/redact.ts";
import { readRecorded } from "#shared/clinic/upcast.ts";
import { protocolKey } from "#shared/protocol/protocol.ts";
import { foldSession } from "#shared/session/fold.ts";
import type { SessionRecord } from "#shared/wire/http.ts";
import { MAX_CATCH_UP_EVENTS, Submit, type SubmitReply } from "#shared/wire/messages.ts";
import { invalid } from "#server/clinic/invalid.ts";
import type { EventLog } from "#server/store/eventLog.ts";
import { asker, type Ports } from "./guard.ts";
import { problem } from "./problem.ts";

/** The HTTP twins of the socket: the same commands with the same answers, the same events; and the record of a session. */
export const clinicRoutes = (ports: Ports, log: EventLog): Router => {
  const router = Router({ mergeParams: true });

  router.post("/commands", async (request, response) => {
    const who = await asker(ports, request, response, "command");
    if (!who) return;
    const submit = Submit.safeParse(request.body);
    const answer = submit.success
      ? await who.lane.submit({ ...submit.data, person: who.person, device: who.device })
      : invalid(submit.error);
    response.status(statusOf(answer)).json(answer);
  });

  router.get("/events", async (request, response) => {
    const who = await asker(ports, request, response, "stream");
    if (!who) return;
    const after = Seq.safeParse(Number(request.query["after"] ?? 0));
    const audience = audienceOf(who.roles);
    if (!after.success || !audience)
      return problem(response, 400, "The request could not be read", "after: a whole number, 0 or more");
    const lines = await log.read(who.clinicId, after.data, MAX_CATCH_UP_EVENTS);
    const events = lines.map((line) => redactEvent(audience, readRecorded(line.body, line)));
    response.json({ events, epoch: log.epoch, now: ports.now() });
  });

  router.get("/sessions/:sessionId", async (request, response) => {
    const who = await asker(ports, request, response, "record");
    if (!who) return;
    const sessionId = SessionId.safeParse(request.params.sessionId);
    const lines = sessionId.success ? await log.readSession(who.clinicId, sessionId.data) : [];
    const events = lines.map((line) => readRecorded(line.body, line));
    const session = foldSession(events);
    const { clinic } = who.lane;
    const protocol = session && protocolOf(clinic, session.protocol) && clinic.protocols[protocolKey(session.protocol)];
    if (!session || !protocol) return problem(response, 404, "There is no such session");
    await ports.audit.record({
      at: ports.now(),
      clinicId: who.clinicId,
      person: who.person,
      device: who.device,
      action: "viewed",
      subject: `session:${session.id}`,
    });
    const { name, zone, phone } = clinic;
    const record: SessionRecord = {
      session,
      closed: clinic.closed[session.id],
      protocol,
      events,
      clinic: { name, zone, phone },
      head: await log.head(who.clinicId),
      now: ports.now(),
    };
    response.json(record);
  });

  return router;
};

const statusOf = (answer: SubmitReply): number => {
  if ("accepted" in answer) return 200;
  if ("failed" in answer) return 503;
  return answer.rejected.reason === "not-allowed" ? 403 : answer.rejected.reason === "invalid" ? 400 : 422;
};
