import { randomUUID } from "node:crypto";
import { Router, type Request, type Response } from "express";
import type * as z from "zod";
import { EscortId, PatientId } from "#shared/base/ids.ts";
import { audienceOf, mayRead, type Read } from "#shared/access/permission.ts";
import { EscortEntry, EscortLookUp, LookUp, PatientEntry, PatientSearch } from "#shared/wire/http.ts";
import type { Patient, Register } from "#server/store/register.ts";
import { asker, type Asker, type Ports } from "./guard.ts";
import { problem } from "./problem.ts";

/** PT5. Names over HTTP, to those who may, each look recorded; never in the log, never on the socket, never in a URL. */
export const registerRoutes = (ports: Ports, register: Register): Router => {
  const router = Router({ mergeParams: true });
  patientRoutes(router, ports, register);
  escortRoutes(router, ports, register);
  return router;
};

const patientRoutes = (router: Router, ports: Ports, register: Register): void => {
  const route = formRoute(router, ports);

  route("/patients", "register-write", PatientEntry, async (who, entry) => {
    const id = PatientId.parse(randomUUID());
    await register.addPatient(who.clinicId, { id, ...entry });
    return { id };
  });

  route("/patients/search", "register", PatientSearch, async (who, { query }) => {
    const patients = await register.findPatients(who.clinicId, query);
    const ids = patients.map(({ id }) => id);
    await seen(ports, who, "patient", ids);
    return { patients: patients.map(shownTo(who)) };
  });

  route("/patients/look-up", "stream", LookUp, async (who, { ids }) => {
    const patients = await register.patients(who.clinicId, ids);
    if (!mayRead(who.roles, "register")) return { patients: patients.map(initialsOf) };
    await seen(ports, who, "patient", ids);
    return { patients: patients.map(shownTo(who)) };
  });

  router.post("/patients/:patientId", async (request, response) => {
    const who = await asker(ports, request, response, "register-write");
    const entry = who && parsed(PatientEntry, request, response);
    if (!who || !entry) return;
    const id = PatientId.safeParse(request.params["patientId"]);
    const [known] = id.success ? await register.patients(who.clinicId, [id.data]) : [];
    if (!known) return problem(response, 404, "There is no such patient");
    const allergies = seesAllergies(who) ? entry.allergies : known.allergies;
    await register.changePatient(who.clinicId, { ...entry, id: known.id, allergies });
    response.json({ id: known.id });
  });
};

const escortRoutes = (router: Router, ports: Ports, register: Register): void => {
  const route = formRoute(router, ports);

  route("/escorts", "register-write", EscortEntry, async (who, entry) => {
    const id = EscortId.parse(randomUUID());
    await register.saveEscort(who.clinicId, { id, ...entry });
    return { id };
  });

  route("/escorts/look-up", "register", EscortLookUp, async (who, { ids }) => {
    await seen(ports, who, "escort", ids);
    return { escorts: await register.escorts(who.clinicId, ids) };
  });
};

type Answer<Body> = (who: Asker, body: Body) => Promise<unknown>;

const formRoute =
  (router: Router, ports: Ports) =>
  <Body>(path: string, read: Read, schema: z.ZodType<Body>, answer: Answer<Body>) =>
    router.post(path, async (request, response) => {
      const who = await asker(ports, request, response, read);
      const body = who && parsed(schema, request, response);
      if (who && body !== undefined) response.json(await answer(who, body));
    });

/** Recorded before it is answered: a look that cannot be recorded is not given. */
const seen = async (
  { audit, now }: Ports,
  who: Asker,
  kind: "patient" | "escort",
  ids: readonly string[],
): Promise<void> => {
  const { clinicId, person, device } = who;
  const look = { at: now(), clinicId, person, device, action: "viewed" } as const;
  await Promise.all([...new Set(ids)].map((id) => audit.record({ ...look, subject: `${kind}:${id}` })));
};

/** The desk needs a name and a phone; allergies are for care: not shown to others, and not wiped by a form that could not show them. */
const seesAllergies = (who: Asker): boolean => audienceOf(who.roles) === "care";

const shownTo =
  (who: Asker) =>
  (patient: Patient): Patient =>
    seesAllergies(who) ? patient : { ...patient, allergies: null };

const initialsOf = ({ id, givenName, familyName }: Patient) => ({ id, initials: initials(givenName, familyName) });

const initials = (...names: readonly string[]): string => names.map((name) => `${[...name][0] ?? ""}.`).join(" ");

/** The first field that cannot be read, named; nothing of what was typed is repeated. */
export const parsed = <Body>(schema: z.ZodType<Body>, request: Request, response: Response): Body | undefined => {
  const result = schema.safeParse(request.body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  return void problem(
    response,
    400,
    "The form could not be read",
    `${issue?.path.map(String).join(".") || "form"}: ${issue?.code === "unrecognized_keys" ? "has a field that is not known" : (issue?.message ?? "not as expected")}`,
  );
};
