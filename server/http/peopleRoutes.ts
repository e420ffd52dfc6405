import { randomUUID } from "node:crypto";
import { Router } from "express";
import { ChairId, ClinicId, CommandId, type PersonId } from "#shared/base/ids.ts";
import type { StaffRole } from "#shared/access/role.ts";
import { isZone } from "#shared/base/time.ts";
import { rolesOf } from "#shared/clinic/clinic.ts";
import { NewStaff, SetUp, type Me, type StaffList } from "#shared/wire/http.ts";
import type { Lane } from "#server/clinic/lane.ts";
import { AccountError } from "#server/people/accounts.ts";
import { createFor } from "#server/people/createFor.ts";
import type { SetUpToken } from "#server/people/setUp.ts";
import type { Device } from "#server/people/devices.ts";
import type { SignIn } from "#server/people/signIns.ts";
import { asker, keepEnrolment, knownDevice, type Ports } from "./guard.ts";
import { problem } from "./problem.ts";
import { parsed } from "./registerRoutes.ts";

export interface PeopleOptions extends Ports {
  readonly build: string;
  readonly demo: boolean;
  readonly setUp: SetUpToken;
}

/** Who is signed in, the first run, and the staff of a clinic. */
export const peopleRoutes = (options: PeopleOptions): Router => {
  const router = Router();
  meRoute(router, options);
  setUpRoutes(router, options);
  staffRoutes(router, options);
  return router;
};

const meRoute = (router: Router, options: PeopleOptions): void => {
  router.get("/me", async (request, response) => {
    knownDevice(request, response, options.secureCookies);
    const signIn = await options.accounts.signInOf(request.headers);
    const device = options.accounts.door.devices.at(request.headers);
    keepEnrolment(request, response, options);
    const person = signIn?.how === "device" ? display(signIn, device) : signIn && (await staff(options, signIn));
    if (!signIn || !person) return problem(response, 401, "Sign in first");
    const me: Me = {
      person,
      device: device ? { kind: device.kind, label: device.label } : null,
      clinics: clinicsOf(options, signIn),
      build: options.build,
      demo: options.demo,
    };
    response.json(me);
  });
};

const staff = async ({ accounts }: Ports, { personId }: SignIn): Promise<Me["person"] | undefined> => {
  const account = await accounts.find(personId);
  return account && { id: account.id, name: account.name, username: account.username };
};

/** DV3. The label stands where a person has a name. */
const display = ({ personId }: SignIn, device: Device | undefined): Me["person"] => ({
  id: personId,
  name: device?.label ?? "",
  username: "",
});

/** PE7. The form is looked at before the link is spent, and a form that is refused after all gives it back. */
const setUpRoutes = (router: Router, options: PeopleOptions): void => {
  router.get("/set-up", async (_request, response) => {
    response.json({ needed: await options.setUp.needed() });
  });

  router.post("/set-up", async (request, response) => {
    const body = parsed(SetUp, request, response);
    if (!body) return;
    if (!isZone(body.clinic.zone))
      return problem(response, 400, "This time zone is not known", "clinic.zone: there is no such time zone");
    const opens = (await options.setUp.needed()) && options.setUp.redeem(body.token);
    if (!opens)
      return problem(
        response,
        403,
        "This set-up link is not valid any more",
        "Start the server again to get a new one.",
      );
    try {
      const clinicId = await createFor(options.accounts, body.admin, ({ id }) => foundClinic(options, body, id));
      response.json({ clinicId });
    } catch (error) {
      options.setUp.restore(body.token);
      if (!(error instanceof AccountError)) throw error;
      problem(response, 400, error.message);
    }
  });
};

const staffRoutes = (router: Router, options: PeopleOptions): void => {
  router.get("/clinics/:clinicId/staff", async (request, response) => {
    const who = await asker(options, request, response, "staff");
    if (!who) return;
    const names = new Map([...(await options.accounts.names()), ...options.accounts.door.devices.names(who.clinicId)]);
    const staff: StaffList["staff"] = Object.entries(who.lane.clinic.members).map(([id, roles]) => ({
      id: id as PersonId,
      name: names.get(id as PersonId) ?? "Former colleague",
      roles,
    }));
    response.json({ staff });
  });

  router.post("/clinics/:clinicId/staff", async (request, response) => {
    const who = await asker(options, request, response, "audit");
    const body = who && parsed(NewStaff, request, response);
    if (!who || !body) return;
    if (!who.roles.includes("admin")) return problem(response, 403, "Only an admin adds staff");
    try {
      const account = await createFor(options.accounts, body, async (made) => {
        await grant(who.lane, made.id, body.roles);
        return made;
      });
      await options.audit.record({
        at: options.now(),
        clinicId: who.clinicId,
        person: who.person,
        device: who.device,
        action: "account-changed",
        subject: `person:${account.id}`,
      });
      response.json({ id: account.id });
    } catch (error) {
      if (!(error instanceof AccountError)) throw error;
      problem(response, 400, error.message);
    }
  });
};

const clinicsOf = ({ clinics }: Ports, { personId, onlyIn }: SignIn): Me["clinics"] =>
  clinics()
    .held()
    .filter(([id]) => onlyIn === undefined || onlyIn === id)
    .flatMap(([id, { clinic }]) => {
      const roles = [...rolesOf(clinic, personId)];
      return roles.length > 0 ? [{ id, name: clinic.name, zone: clinic.zone, roles }] : [];
    });

/** A clinic, its chairs and its first admin in one command: all of it or nothing. */
export const foundClinic = async (
  { clinics }: Pick<Ports, "clinics">,
  { clinic }: Pick<SetUp, "clinic">,
  admin: PersonId,
): Promise<ClinicId> => {
  const clinicId = ClinicId.parse(randomUUID());
  const lane = await clinics().laneOfNew(clinicId);
  const chairs = clinic.chairs.map((label) => ({ chairId: ChairId.parse(randomUUID()), label }));
  await say(lane, {
    type: "found-clinic",
    clinicId,
    name: clinic.name,
    zone: clinic.zone,
    phone: clinic.phone,
    admin,
    chairs,
  });
  return clinicId;
};

export const grant = async (lane: Lane, person: PersonId, roles: readonly StaffRole[]): Promise<void> => {
  for (const role of new Set(roles)) await say(lane, { type: "grant-membership", person, role });
};

/** A command of the server itself; a refusal here is ours to explain. */
const say = async (lane: Lane, command: Parameters<Lane["submit"]>[0]["command"]): Promise<void> => {
  const answer = await lane.submit({
    commandId: CommandId.parse(randomUUID()),
    command,
    person: "system",
    device: "system",
  });
  if (!("accepted" in answer))
    throw new Error(`${command.type}: ${"rejected" in answer ? answer.rejected.reason : "try again"}`);
};
