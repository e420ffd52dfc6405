import { randomUUID } from "node:crypto";
import { Router, type Request, type Response } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import { CommandId, DeviceId } from "#shared/base/ids.ts";
import type { Command } from "#shared/clinic/commands.ts";
import { Enrol, NewDevice, type DeviceList, type Enrolled, type NewDeviceCode } from "#shared/wire/http.ts";
import type { Wish } from "#server/clinic/job.ts";
import type { Device } from "#server/people/devices.ts";
import { TryAgain } from "#server/store/eventLog.ts";
import { asker, knownDevice, type Asker, type Ports } from "./guard.ts";
import { problem } from "./problem.ts";
import { parsed } from "./registerRoutes.ts";

/** The devices of one clinic, for its admin. */
export const deviceRoutes = (ports: Ports, publicUrl: string): Router => {
  const router = Router({ mergeParams: true });
  const { devices } = ports.accounts.door;

  router.get("/devices", async (request, response) => {
    const who = await asker(ports, request, response, "devices");
    if (!who) return;
    const list: DeviceList = {
      devices: devices.list(who.clinicId).map(({ id, kind, label, enrolledBy, enrolledAt, seenAt }) => ({
        id,
        kind,
        label,
        enrolledBy,
        enrolledAt,
        seenAt,
      })),
    };
    response.json(list);
  });

  router.post("/devices/codes", async (request, response) => {
    const who = await asker(ports, request, response, "devices");
    const body = who && parsed(NewDevice, request, response);
    if (!who || !body) return;
    const { clinicId, person, device } = who;
    if (devices.list(clinicId).some(({ label }) => label === body.label))
      return problem(response, 400, "There is a device with this label", "label: choose one that no device has yet");
    await record(ports, who, "device-code-made", body.kind);
    const { code, until } = devices.newCode({ ...body, clinicId, madeBy: person, madeOn: device });
    const answer: NewDeviceCode = { code, link: `${publicUrl}/enrol#${code}`, until };
    response.json(answer);
  });

  router.post("/devices/:deviceId/end", async (request, response) => {
    const who = await asker(ports, request, response, "devices");
    if (!who) return;
    const id = DeviceId.safeParse(request.params["deviceId"]);
    const device = id.success ? devices.find(who.clinicId, id.data) : undefined;
    if (!device) return problem(response, 404, "There is no such device");
    await record(ports, who, "device-ended", `device:${device.id}`);
    await endDevice(ports, who, device, response);
  });

  return router;
};

/** DV4. The key and what began with it end at once; then the membership, which can be asked for again if the log was busy. */
const endDevice = async ({ accounts }: Ports, who: Asker, device: Device, response: Response): Promise<void> => {
  accounts.door.endDevice(device, who.person);
  if (device.member && who.lane.clinic.members[device.member]?.includes("display")) {
    const command: Command = { type: "end-membership", person: device.member, role: "display" };
    const answer = await who.lane.submit({ ...wish(command), person: who.person, device: who.device });
    if (!("accepted" in answer))
      return problem(response, 503, "The key has ended, the display is still in the staff list", "Try again.");
  }
  response.json({ ok: true });
};

const MOST_WRONG_CODES_A_MINUTE = 5;

/** DV1, DV3. On the device itself. Nobody is signed in there: the code is the right to do it, in the name of who made it. */
export const enrolRoute = (ports: Ports): Router => {
  const router = Router();
  router.post("/enrol", slowGuesses(), async (request, response) => {
    const body = parsed(Enrol, request, response);
    if (!body) return;
    const { devices } = ports.accounts.door;
    const already = devices.at(request.headers);
    if (already)
      return problem(response, 409, `This device is enrolled already, as ${already.label}`, ENROLLED_ALREADY(already));
    const enrolled = devices.enrol(body.code, knownDevice(request, response, ports.secureCookies));
    if (!enrolled) return problem(response, 403, "This code is wrong, used or older than 15 minutes", WRONG_CODE);
    const { device, madeOn, cookie } = enrolled;
    try {
      const clinic = await letIn(ports, device, madeOn);
      if (clinic === undefined) {
        devices.withdraw(device.id);
        return problem(response, 403, "Who made this code is no admin of the clinic any more", WRONG_CODE);
      }
      response.append("set-cookie", cookie);
      const answer: Enrolled = { kind: device.kind, label: device.label, clinic };
      response.json(answer);
    } catch (error) {
      devices.withdraw(device.id);
      throw error;
    }
  });
  return router;
};

const WRONG_CODE = "Wrong code, or it was used, or it is older than 15 minutes. Ask your admin for a new one.";
const ENROLLED_ALREADY = ({ label }: Device): string =>
  `This device is enrolled already, as ${label}. An admin can end that under Admin, Devices.`;

/** The clinic's name once the device is in; undefined when the right to let it in has ended meanwhile. */
const letIn = async (ports: Ports, device: Device, madeOn: DeviceId): Promise<string | undefined> => {
  const lane = await ports.clinics().lane(device.clinicId);
  if (!lane?.clinic.members[device.enrolledBy]?.includes("admin")) return undefined;
  const who = { person: device.enrolledBy, device: madeOn, clinicId: device.clinicId };
  await record(ports, who, "device-enrolled", `device:${device.id}`);
  if (device.member === null) return lane.clinic.name;
  const command: Command = { type: "grant-membership", person: device.member, role: "display" };
  const answer = await lane.submit({ ...wish(command), person: who.person, device: who.device });
  if ("failed" in answer) throw new TryAgain("the membership of a display could not be written");
  return "accepted" in answer ? lane.clinic.name : undefined;
};

const slowGuesses = () =>
  rateLimit({
    windowMs: 60_000,
    limit: MOST_WRONG_CODES_A_MINUTE,
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_request, response) => response.statusCode !== 403,
    standardHeaders: true,
    legacyHeaders: false,
    keyGenerator: (request: Request) => ipKeyGenerator(request.ip ?? ""),
    handler: (_request, response) =>
      problem(response, 429, "Too many wrong codes", "Too many wrong codes. Wait a minute, then try again."),
  });

const wish = (command: Command): Pick<Wish, "commandId" | "command"> => ({
  commandId: CommandId.parse(randomUUID()),
  command,
});

/** DV10. Before it happens: what cannot be recorded does not happen. */
const record = (
  { audit, now }: Ports,
  { clinicId, person, device }: Pick<Asker, "clinicId" | "person" | "device">,
  action: "device-code-made" | "device-enrolled" | "device-ended",
  subject: string,
): Promise<void> => audit.record({ at: now(), clinicId, person, device, action, subject });
