import { Router, type Request, type Response } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import { pinProblem } from "#shared/access/pin.ts";
import { rolesOf } from "#shared/clinic/clinic.ts";
import { NewPin, PinEntry, type Tiles } from "#shared/wire/http.ts";
import type { Lane } from "#server/clinic/lane.ts";
import type { Device } from "#server/people/devices.ts";
import { busyOrBroken } from "#server/people/turns.ts";
import type { Ports } from "./guard.ts";
import { problem } from "./problem.ts";
import { parsed } from "./registerRoutes.ts";

/** DV5, DV6. Tile and PIN, on a tablet that the clinic has enrolled and nowhere else. */
export const pinRoutes = (ports: Ports): Router => {
  const router = Router();
  const { door } = ports.accounts;

  router.get("/auth/tiles", async (request, response) => {
    const at = await tabletAt(ports, request);
    if (!at) return void response.json(null); // asked by every sign-in page: no tablet is no fault
    const { tablet, lane } = at;
    const names = await ports.accounts.names();
    const people = [...door.onShift()]
      .filter((person) => rolesOf(lane.clinic, person).length > 0)
      .map((id) => ({ id, name: names.get(id) ?? "", pin: door.pinState(id, tablet) }));
    const tiles: Tiles = {
      device: { label: tablet.label, clinic: lane.clinic.name },
      people: people.toSorted((one, other) => one.name.localeCompare(other.name)),
    };
    response.json(tiles);
  });

  router.post("/auth/pin", async (request, response) => {
    const body = parsed(PinEntry, request, response);
    if (!body) return;
    const at = await tabletAt(ports, request);
    if (!at) return problem(response, 403, NOT_ENROLLED);
    if (rolesOf(at.lane.clinic, body.person).length === 0) return problem(response, 403, PASSWORD_NEEDED);
    const entered = await door.enter(at.tablet, body.person, body.pin, request.headers).catch(busyOrBroken);
    if (entered === "busy") return busy(response);
    if (entered === "password-needed") return problem(response, 403, PASSWORD_NEEDED);
    if ("left" in entered) return problem(response, 401, wrong(entered.left));
    for (const cookie of entered.cookies) response.append("set-cookie", cookie);
    response.json({ ok: true });
  });

  router.post("/auth/my-pin", slowPasswords(ports), async (request, response) => {
    const body = parsed(NewPin, request, response);
    if (!body) return;
    const signIn = await ports.accounts.signInOf(request.headers);
    if (!signIn || signIn.how === "device") return problem(response, 401, "Sign in first");
    const easy = pinProblem(body.pin);
    if (easy !== undefined) return problem(response, 400, easy);
    const right = await ports.accounts.isPasswordOf(signIn.personId, body.password).catch(busyOrBroken);
    if (right === "busy") return busy(response);
    if (!right) return problem(response, 403, "The password is wrong");
    await door.setPin(signIn.personId, body.pin, request.headers);
    response.json({ ok: true });
  });

  return router;
};

const NOT_ENROLLED = "PINs open only tablets that the clinic has enrolled";
const PASSWORD_NEEDED = "No PIN opens here now: sign in with your password";

const wrong = (left: number): string =>
  left === 0
    ? "Wrong PIN, and that was the last try here: sign in with your password"
    : `Wrong PIN. ${left === 1 ? "One try is" : `${left} tries are`} left here.`;

const tabletAt = async (
  { accounts, clinics }: Ports,
  request: Request,
): Promise<{ readonly tablet: Device; readonly lane: Lane } | undefined> => {
  const tablet = accounts.door.tabletOf(request.headers);
  const lane = tablet && (await clinics().lane(tablet.clinicId));
  return tablet && lane ? { tablet, lane } : undefined;
};

/** DV9. Guessing at a password is slow here too, whatever the address: a sign-in is one person's. */
const slowPasswords = ({ accounts }: Ports) =>
  rateLimit({
    windowMs: 60_000,
    limit: 10,
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_request, response) => response.statusCode !== 403,
    standardHeaders: true,
    legacyHeaders: false,
    keyGenerator: async (request) =>
      (await accounts.signInOf(request.headers))?.personId ?? ipKeyGenerator(request.ip ?? ""),
    handler: (_request, response) => problem(response, 429, "Too many tries. Wait a minute, then try again."),
  });

const busy = (response: Response): void =>
  problem(response.setHeader("retry-after", "2"), 503, "Many are signing in at this moment. Try again.");
