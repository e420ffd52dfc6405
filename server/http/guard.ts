import type { IncomingMessage } from "node:http";
import { randomUUID } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import { ClinicId, DeviceId, type PersonId } from "#shared/base/ids.ts";
import { mayRead, type Read } from "#shared/access/permission.ts";
import { rolesOf } from "#shared/clinic/clinic.ts";
import type { StaffRole } from "#shared/access/role.ts";
import type { Clinics } from "#server/clinic/clinics.ts";
import type { Lane } from "#server/clinic/lane.ts";
import type { Accounts } from "#server/people/accounts.ts";
import { DEVICE_COOKIE, DEVICE_COOKIES_LAST_MS, deviceOf } from "#server/people/device.ts";
import type { Audit } from "#server/store/register.ts";
import { problem } from "./problem.ts";

/** What every route needs to know who asks and what they may. */
export interface Ports {
  readonly accounts: Accounts;
  readonly clinics: () => Clinics;
  readonly audit: Audit;
  readonly now: () => number;
  readonly origins: readonly string[];
  readonly secureCookies: boolean;
}

/** HT2. The exact origins of this server: another site's page can neither post nor open a socket. */
export const fromHere = (request: IncomingMessage, origins: readonly string[]): boolean =>
  request.headers.origin !== undefined && origins.includes(request.headers.origin);

/** HT3. What changes something comes from our own page, with our own header, as JSON. */
export const guardPosts =
  (origins: readonly string[]): RequestHandler =>
  (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD") return next();
    if (!fromHere(request, origins) || request.headers["x-chairside"] !== "1")
      return problem(response, 403, "Not from this site");
    if (!request.is("application/json")) return problem(response, 415, "Only JSON is read here");
    next();
  };

export const knownDevice = (request: Request, response: Response, secure: boolean): DeviceId => {
  const known = deviceOf(request.headers);
  const device = known ?? DeviceId.parse(randomUUID());
  if (!known) keepDevice(device, response, secure);
  return device;
};

const keepDevice = (device: DeviceId, response: Response, secure: boolean): void =>
  void response.cookie(DEVICE_COOKIE, device, {
    httpOnly: true,
    sameSite: "strict",
    secure,
    path: "/",
    maxAge: DEVICE_COOKIES_LAST_MS,
  });

/** DV2. Browsers forget a cookie after 400 days: a device that is in use gets its key, and the id that it hangs on, anew. */
export const keepEnrolment = (request: Request, response: Response, { accounts, secureCookies }: Ports): void => {
  const cookie = accounts.door.devices.renewed(request.headers);
  const device = deviceOf(request.headers);
  if (!cookie || !device) return;
  response.append("set-cookie", cookie);
  keepDevice(device, response, secureCookies);
};

export interface Asker {
  readonly person: PersonId;
  readonly roles: readonly StaffRole[];
  readonly clinicId: ClinicId;
  readonly lane: Lane;
  readonly device: DeviceId;
}

/**
 * AC7. Who asks, in which clinic, and whether their role may read this: authorised before anything is looked up, and
 * the same answer for a clinic that is not theirs and one that does not exist.
 */
export const asker = async (
  ports: Ports,
  request: Request,
  response: Response,
  read: Read | "command",
): Promise<Asker | undefined> => {
  const signIn = await ports.accounts.signInOf(request.headers);
  if (!signIn) return void problem(response, 401, "Sign in first");
  const clinicId = ClinicId.safeParse(request.params["clinicId"]);
  const lane = clinicId.success ? await ports.clinics().lane(clinicId.data) : undefined;
  const here = lane && (signIn.onlyIn === undefined || signIn.onlyIn === clinicId.data);
  const roles = here ? rolesOf(lane.clinic, signIn.personId) : [];
  const device = knownDevice(request, response, ports.secureCookies);
  if (!clinicId.success || !lane || roles.length === 0 || (read !== "command" && !mayRead(roles, read))) {
    await ports.audit.record({
      at: ports.now(),
      clinicId: clinicId.data ?? null,
      person: signIn.personId,
      device,
      action: "denied",
      subject: read,
    });
    return void problem(response, 403, "Your role cannot do this here");
  }
  return { person: signIn.personId, roles, clinicId: clinicId.data, lane, device };
};
